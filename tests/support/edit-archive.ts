import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Manifest } from '../../api/src/platform/backup/manifest.ts'
import { endOfArchive, packEntry, unpack } from '../../api/src/platform/tar.ts'

interface Entry {
  name: string
  bytes: Buffer
}

export interface OpenedArchive {
  readonly manifest: Manifest
  readonly entries: Entry[]
}

/** Unpacks an archive, lets `edit` change it, and packs it again as `to`: whole as gzip, whatever it says. */
export async function editArchive(
  from: string,
  to: string,
  edit: (archive: OpenedArchive) => void,
): Promise<string> {
  const [first, ...rest] = [...unpack(gunzipSync(await readFile(from)))]
  const manifest = JSON.parse(first!.bytes.toString('utf8')) as Manifest
  const entries = rest.map(({ name, bytes }) => ({ name, bytes }))
  edit({ manifest, entries })
  const packed = [{ name: first!.name, bytes: Buffer.from(JSON.stringify(manifest)) }, ...entries]
  const archive = [...packed.map(({ name, bytes }) => packEntry(name, bytes)), endOfArchive]
  await writeFile(to, gzipSync(Buffer.concat(archive), { level: 1 }))
  return to
}

/** Replaces the rows of a table, with a manifest that says so. */
export function replaceRows(
  { manifest, entries }: OpenedArchive,
  name: string,
  edit: (rows: (string | null)[][]) => (string | null)[][],
): void {
  const entry = entries.find((candidate) => candidate.name === `tables/${name}.jsonl`)!
  const lines = entry.bytes.toString('utf8').split('\n').filter(Boolean)
  const rows = edit(lines.map((line) => JSON.parse(line) as (string | null)[]))
  entry.bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  Object.assign(manifest.tables.find((table) => table.name === name)!, {
    rows: rows.length,
    bytes: entry.bytes.length,
    sha256: createHash('sha256').update(entry.bytes).digest('hex'),
  })
}
