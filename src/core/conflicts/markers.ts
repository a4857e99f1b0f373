/** The two texts that version control left in one file, each whole. */
export interface BothSides {
  readonly ours: string
  readonly theirs: string
}

/**
 * Takes apart a text with the marks of an unfinished merge (`<<<<<<<`, `=======`, `>>>>>>>`, and the common ancestor after `|||||||`, which
 * is left out). `null`: there are none, or they do not come in order, so that nothing can be said about it.
 */
export function splitConflict(text: string): BothSides | null {
  const ours: string[] = []
  const theirs: string[] = []
  let part: 'both' | 'ours' | 'ancestor' | 'theirs' = 'both'
  let found = 0
  for (const line of text.split('\n')) {
    const mark = /^(<{7}|\|{7}|={7}|>{7})(?=[ \r]|$)/.exec(line)?.[1]?.[0]
    if (mark === '<' && part === 'both') part = 'ours'
    else if (mark === '|' && part === 'ours') part = 'ancestor'
    else if (mark === '=' && (part === 'ours' || part === 'ancestor')) part = 'theirs'
    else if (mark === '>' && part === 'theirs') {
      part = 'both'
      found += 1
    } else if (mark !== undefined) return null
    else {
      if (part === 'both' || part === 'ours') ours.push(line)
      if (part === 'both' || part === 'theirs') theirs.push(line)
    }
  }
  return part === 'both' && found > 0 ? { ours: ours.join('\n'), theirs: theirs.join('\n') } : null
}
