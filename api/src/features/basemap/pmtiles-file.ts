import { zxyToTileId } from 'pmtiles'

export interface Tile {
  z: number
  x: number
  y: number
  /** Gzipped vector tile. */
  data: Uint8Array
}
export interface ArchiveHeader {
  bounds: readonly [west: number, south: number, east: number, north: number]
  center: readonly [lon: number, lat: number, zoom: number]
  minZoom: number
  maxZoom: number
}
interface Entry {
  tileId: number
  offset: number
  length: number
  runLength: number
}

const HEADER_BYTES = 127
const LEAF_ENTRIES = 2048

/**
 * A PMTiles v3 archive: header, root directory, metadata, leaf directories, tiles in Hilbert order.
 * Directories and metadata stay uncompressed, so that one reader serves the tiles as they are, gzipped.
 *
 * @see https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function writePmtiles(tiles: readonly Tile[], header: ArchiveHeader, metadata: object): Buffer {
  const sorted = tiles
    .map(({ z, x, y, data }) => ({ tileId: zxyToTileId(z, x, y), data }))
    .sort((one, other) => one.tileId - other.tileId)
  let offset = 0
  const entries = sorted.map(({ tileId, data }): Entry => {
    const entry = { tileId, offset, length: data.length, runLength: 1 }
    offset += data.length
    return entry
  })
  const { root, leaves } = directories(entries)
  const json = Buffer.from(JSON.stringify(metadata))
  const head = headerBytes(header, entries.length, [root.length, json.length, leaves.length, offset])
  return Buffer.concat([head, root, json, leaves, ...sorted.map(({ data }) => data)])
}

function directories(entries: Entry[]): { root: Buffer; leaves: Buffer } {
  const leaves: Buffer[] = []
  let offset = 0
  const rootEntries: Entry[] = []
  for (let from = 0; from < entries.length; from += LEAF_ENTRIES) {
    const leaf = directory(entries.slice(from, from + LEAF_ENTRIES))
    rootEntries.push({ tileId: entries[from]!.tileId, offset, length: leaf.length, runLength: 0 })
    leaves.push(leaf)
    offset += leaf.length
  }
  return { root: directory(rootEntries), leaves: Buffer.concat(leaves) }
}

function directory(entries: Entry[]): Buffer {
  const numbers = [entries.length]
  entries.forEach(({ tileId }, index) => {
    numbers.push(tileId - (entries[index - 1]?.tileId ?? 0))
  })
  for (const { runLength } of entries) numbers.push(runLength)
  for (const { length } of entries) numbers.push(length)
  entries.forEach(({ offset }, index) => {
    const previous = entries[index - 1]
    numbers.push(previous && previous.offset + previous.length === offset ? 0 : offset + 1)
  })
  return Buffer.from(numbers.flatMap(varint))
}

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80)
  return [...bytes, rest]
}

function headerBytes(
  header: ArchiveHeader,
  count: number,
  lengths: [number, number, number, number],
): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES)
  bytes.write('PMTiles\x03', 'latin1')
  let offset = HEADER_BYTES
  lengths.forEach((length, index) => {
    bytes.writeBigUInt64LE(BigInt(offset), 8 + index * 16)
    bytes.writeBigUInt64LE(BigInt(length), 16 + index * 16)
    offset += length
  })
  for (const at of [72, 80, 88]) bytes.writeBigUInt64LE(BigInt(count), at)
  const [clustered, plain, gzip, mvt] = [1, 1, 2, 1]
  bytes.set([clustered, plain, gzip, mvt, header.minZoom, header.maxZoom], 96)
  const degrees = (value: number) => Math.round(value * 1e7)
  header.bounds.forEach((bound, index) => {
    bytes.writeInt32LE(degrees(bound), 102 + index * 4)
  })
  bytes.writeUInt8(header.center[2], 118)
  bytes.writeInt32LE(degrees(header.center[0]), 119)
  bytes.writeInt32LE(degrees(header.center[1]), 123)
  return bytes
}
