import { crc32 } from 'node:zlib'

/** One file of a zip made by hand, with whatever lies it should tell. */
export interface EvilFile {
  readonly name: string | Uint8Array
  /** Name in the local header, where it is another one. */
  readonly localName?: string
  readonly bytes: Uint8Array
  /** The bytes are packed already. */
  readonly raw?: boolean
  readonly method?: number
  readonly flags?: number
  /** Unix mode, link and device bits included. */
  readonly mode?: number
  /** Declared size. A size of its own makes the file one that says it is packed. */
  readonly size?: number
  readonly localOffset?: number
}

export function evilZip(files: readonly EvilFile[], { count = files.length }: { readonly count?: number } = {}): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const file of files) {
    const { bytes, raw = false, flags = 0, mode = 0o100644, size = bytes.length } = file
    const method = file.method ?? (raw || file.size !== undefined ? 8 : 0)
    const name = Buffer.from(file.name)
    const local = Buffer.from(file.localName ?? file.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(size, 18)
    const withName = (length: number) => {
      const copy = Buffer.from(common)
      copy.writeUInt16LE(length, 22)
      return copy
    }
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((mode << 16) >>> 0, 6)
    rest.writeUInt32LE(file.localOffset ?? at, 10)
    parts.push(Buffer.from('PK\u0003\u0004'), withName(local.length), local, Buffer.from(bytes))
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), withName(name.length), rest, name)
    at = parts.reduce((sum, part) => sum + part.length, 0)
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end])
}
