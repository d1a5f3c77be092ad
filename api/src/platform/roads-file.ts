import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { GRAPH_FORMAT, type PackedRoads, unpackRoads } from '@borne/geodata/road-network/pack-graph'
import type { RoadAddition, RoadNetworkRecords } from '@borne/geodata/road-network/types'

/** Packed roads, ready to be read and to be sent. */
export interface Roads extends PackedRoads {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly isFromFile: boolean
}

const DIGEST_BYTES = 32
/** The version in service, the one before it, and one of another day. */
const KEPT_FILES = 3

/**
 * The roads of a key: from their file where it is whole, else built from rows in a worker and written to it.
 *
 * @param dir Made when missing. A file that is damaged, or of another format, is built anew.
 * @param key Names what the roads are made of.
 * @param loadRecords Asked only where there is no good file.
 * @param warn Told when the file cannot be read or written; the roads are then built, or kept in memory alone.
 */
export async function openRoads(
  dir: string,
  key: string,
  loadRecords: () => Promise<RoadNetworkRecords>,
  warn: (words: string, error: unknown) => void,
): Promise<Roads> {
  const path = join(dir, `${fileName(key)}.roads`)
  try {
    const bytes = await readChecked(path)
    if (bytes) return { ...unpackRoads(bytes.buffer), bytes, isFromFile: true }
  } catch (error) {
    warn('kept roads cannot be read: they are built anew', error)
  }
  const bytes = await buildRoads(JSON.stringify(await loadRecords()), key)
  await writeChecked(dir, path, bytes).catch((error) => warn('roads cannot be kept in a file', error))
  return { ...unpackRoads(bytes.buffer), bytes, isFromFile: false }
}

function fileName(key: string): string {
  return createHash('sha256').update(`${GRAPH_FORMAT} ${key}`).digest('hex').slice(0, 24)
}

/** The bytes before the digest; null where there is no file. */
async function readChecked(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return null
  const bytes = new Uint8Array(file.subarray(0, -DIGEST_BYTES))
  const digest = createHash('sha256').update(bytes).digest()
  if (!digest.equals(file.subarray(-DIGEST_BYTES))) throw new Error('the digest does not match')
  return bytes
}

async function writeChecked(dir: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dir, { recursive: true })
  const unfinished = `${path}.${process.pid}.part`
  const digest = createHash('sha256').update(bytes).digest()
  try {
    await writeFile(unfinished, Buffer.concat([bytes, digest]))
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
  await removeOldest(dir)
}

async function removeOldest(dir: string): Promise<void> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.roads'))
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(dir, name))).mtimeMs })),
  )
  const old = dated.sort((a, b) => b.at - a.at).slice(KEPT_FILES)
  await Promise.all(old.map(({ name }) => rm(join(dir, name), { force: true })))
}

/**
 * Packed roads, built in a worker.
 *
 * @param records `RoadNetworkRecords` as JSON.
 * @param more Roads besides those that the records add.
 */
export function buildRoads(
  records: string,
  key: string,
  more: readonly RoadAddition[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./build-roads-worker.ts', import.meta.url), {
      workerData: { records, more, key },
    })
    worker
      .once('message', (buffer: ArrayBuffer) => resolve(new Uint8Array(buffer)))
      .once('error', reject)
      .once('exit', (code) => reject(new Error(`the worker that builds the roads ended with ${code}`)))
  })
}
