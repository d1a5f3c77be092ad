import { open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { endOfArchive, packEntry } from '../../../api/src/platform/tar.ts'

const HEADER_BYTES = 32
const TAR_HEADER_BYTES = 512
const TRAFFIC_VERSION = 3
/** Speed 0 on the whole edge: its first seven bits are the speed, those from the 28th how far it holds. */
const CLOSED = 0xffn << 28n
const UNKNOWN = 0n

/** A directed edge, as `/locate` names it in `edge_id`. */
export interface ValhallaEdge {
  level: number
  tile_id: number
  id: number
}

/** Writes a file of live traffic for all edges of the tiles, in which nothing is known yet. */
export async function writeTraffic(tilesFolder: string, file: string): Promise<void> {
  const paths = (await readdir(tilesFolder, { recursive: true })).filter((path) => path.endsWith('.gph'))
  const entries = await Promise.all(
    paths.sort().map(async (path) => {
      const tile = await readFile(join(tilesFolder, path))
      return packEntry(path, emptyTraffic(tile))
    }),
  )
  await writeFile(file, Buffer.concat([...entries, endOfArchive]))
}

/** A tile's header holds its number in 46 bits, and from byte 40 the counts of nodes and edges in 21 bits each. */
function emptyTraffic(tile: Buffer): Buffer {
  const tileId = tile.readBigUInt64LE(0) & ((1n << 46n) - 1n)
  const edgeCount = Number((tile.readBigUInt64LE(40) >> 21n) & ((1n << 21n) - 1n))
  const traffic = Buffer.alloc(HEADER_BYTES + 8 * edgeCount)
  traffic.writeBigUInt64LE(tileId, 0)
  traffic.writeBigUInt64LE(BigInt(Math.floor(Date.now() / 1000)), 8)
  traffic.writeUInt32LE(edgeCount, 16)
  traffic.writeUInt32LE(TRAFFIC_VERSION, 20)
  return traffic
}

/** Closes edges, or opens them again, in a file of live traffic that a server has open. */
export async function setClosed(
  file: string,
  edges: readonly ValhallaEdge[],
  isClosed: boolean,
): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    const archive = await handle.readFile()
    const starts = tileStarts(archive)
    const word = Buffer.alloc(8)
    word.writeBigUInt64LE(isClosed ? CLOSED : UNKNOWN)
    for (const edge of edges) {
      const start = starts.get(tileKey(edge))
      if (start === undefined) throw new RangeError(`no traffic for tile ${tileKey(edge)}`)
      await handle.write(word, 0, 8, start + HEADER_BYTES + 8 * edge.id)
    }
  } finally {
    await handle.close()
  }
}

function tileStarts(archive: Buffer): Map<number, number> {
  const starts = new Map<number, number>()
  for (let at = 0; archive[at] !== 0; ) {
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 135), 8)
    const start = at + TAR_HEADER_BYTES
    starts.set(Number(archive.readBigUInt64LE(start)), start)
    at = start + Math.ceil(size / TAR_HEADER_BYTES) * TAR_HEADER_BYTES
  }
  return starts
}

function tileKey({ level, tile_id }: ValhallaEdge): number {
  return tile_id * 8 + level
}
