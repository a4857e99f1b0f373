import { join } from 'node:path'
import { folderName, historyPath, setPath } from '../../../core/model/folder-name.ts'
import type { SetPlace } from './set-file.ts'

/** Where one annotator's files are: as paths on disk, and as a person would name them inside the project. */
export interface SetPaths {
  readonly setsFolder: string
  readonly historyFolder: string
  readonly historyEnding: string
  readonly set: (article: string) => SetPlace
  readonly historyFile: (article: string) => string
  readonly historyName: (article: string) => string
}

export function createSetPaths(folder: string, annotatorKey: string): SetPaths {
  const onDisk = (name: string) => join(folder, ...name.split('/'))
  return {
    setsFolder: join(folder, 'annotations', folderName(annotatorKey)),
    historyFolder: join(folder, 'history', folderName(annotatorKey)),
    historyEnding: '.jsonl',
    set: (article) => {
      const name = setPath(annotatorKey, article)
      return { article, name, path: onDisk(name), annotatorFolder: folderName(annotatorKey) }
    },
    historyName: (article) => historyPath(annotatorKey, article),
    historyFile: (article) => onDisk(historyPath(annotatorKey, article)),
  }
}
