import { crc32, deflateRawSync } from 'node:zlib'

/** 1 January 1980: what the format calls no date, so that the same parts give the same file. */
const NO_DATE = 0x21
const UTF8_NAMES = 0x0800
const DEFLATED = 8

/** A zip of these parts, in their order. */
export function writeZip(parts: readonly (readonly [name: string, content: string | Buffer])[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const nameBytes = Buffer.from(name)
    const common = commonFields(bytes, packed, nameBytes)
    const local = Buffer.concat([numbers([0x04034b50, 4]), common, numbers([0, 2]), nameBytes, packed])
    entries.push(
      numbers([0x02014b50, 4], [20, 2]),
      common,
      numbers([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
      nameBytes,
    )
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(entries)
  const count = parts.length
  const end = numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [directory.length, 4], [at, 4], [0, 2])
  return Buffer.concat([...locals, directory, end])
}

/** What stands in both heads of a part: version, flags, method, time, day, checksum, sizes, length of the name. */
function commonFields(bytes: Buffer, packed: Buffer, name: Buffer): Buffer {
  return numbers(
    [20, 2],
    [UTF8_NAMES, 2],
    [DEFLATED, 2],
    [0, 2],
    [NO_DATE, 2],
    [crc32(bytes), 4],
    [packed.length, 4],
    [bytes.length, 4],
    [name.length, 2],
  )
}

function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes)
      field.writeUIntLE(value, 0, bytes)
      return field
    }),
  )
}
