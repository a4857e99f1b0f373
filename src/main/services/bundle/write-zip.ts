import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

const deflate = promisify(deflateRaw)

export interface ZipFile {
  /** With `/`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** 1980-01-01, the first day that a zip can name: the same files give the same bytes. */
const DATE = 0x0021
const UTF8 = 0x0800
const VERSION = 20
const UNIX = 3
const PLAIN_FILE = 0o100644

/** A zip of these files, in this order. Below 65,535 files and 4 GB, which the caller sees to. */
export async function writeZip(files: readonly ZipFile[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const packed = await deflate(bytes)
    const deflated = packed.length < bytes.length
    const data = deflated ? packed : bytes
    const encoded = new TextEncoder().encode(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(UTF8, 2)
    common.writeUInt16LE(deflated ? 8 : 0, 4)
    common.writeUInt16LE(0, 6)
    common.writeUInt16LE(DATE, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(encoded.length, 22)
    const local = Buffer.concat([signature(0x04034b50), common, encoded])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((PLAIN_FILE << 16) >>> 0, 6)
    rest.writeUInt32LE(at, 10)
    const made = Buffer.from([VERSION, UNIX])
    directory.push(Buffer.concat([signature(0x02014b50), made, common, rest, encoded]))
    parts.push(local, data)
    at += local.length + data.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, central, signature(0x06054b50), end])
}

function signature(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}
