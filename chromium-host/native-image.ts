import { readFileSync } from 'node:fs'
import type * as Electron from 'electron'
import { honest } from './honest.ts'

/** PNG in, PNG out; nothing decodes or scales. */
class HostImage implements Pick<Electron.NativeImage, 'isEmpty' | 'toPNG' | 'toDataURL' | 'getSize'> {
  private readonly png: Buffer
  constructor(png: Buffer) {
    this.png = png
  }
  isEmpty(): boolean {
    return this.png.length === 0
  }
  toPNG(): Buffer {
    return this.png
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.png.toString('base64')}`
  }
  getSize(): Electron.Size {
    if (this.png.length < 24) return { width: 0, height: 0 }
    return { width: this.png.readUInt32BE(16), height: this.png.readUInt32BE(20) }
  }
}

const make = (png: Buffer): Electron.NativeImage =>
  honest('NativeImage', new HostImage(png)) as unknown as Electron.NativeImage

function fromPath(path: string): Electron.NativeImage {
  try {
    return make(readFileSync(path))
  } catch {
    return make(Buffer.alloc(0))
  }
}

export const nativeImage = honest('nativeImage', {
  createEmpty: () => make(Buffer.alloc(0)),
  createFromPath: fromPath,
  createFromBuffer: (buffer: Buffer) => make(buffer),
} satisfies Partial<typeof Electron.nativeImage>)
