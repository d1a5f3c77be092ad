import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { problem } from '../../platform/problems.ts'
import { readCsv } from '../../platform/read-csv.ts'

/**
 * One row of a file of posts, before anything is believed of it. Numbered as a person counts: features from 1, lines of
 * a table from 2, below its header.
 */
export interface PostRow {
  readonly rowNumber: number
  readonly fields: Readonly<Record<string, unknown>>
  /** What stands where the position belongs; the rule of positions judges it. */
  readonly position: unknown
  /** Set when the row itself is damaged. */
  readonly damage?: string
}
export interface PostsFile {
  readonly fileName: string
  readonly sha256: string
  readonly rows: readonly PostRow[]
}

/** A file without these says nothing that could become a post. */
const REQUIRED_FIELDS = ['name', 'kind', 'physicalStatus', 'physicalStatusSince']

/**
 * Reads a GeoJSON or CSV file of posts.
 *
 * @throws problem `posts-file-…` when the file as a whole cannot be used; single bad rows come back as rows.
 */
export async function readPostsFile(path: string): Promise<PostsFile> {
  const file = basename(path)
  const extension = extname(path).toLowerCase()
  const read = { '.geojson': readGeoJsonRows, '.json': readGeoJsonRows, '.csv': readCsvRows }[extension]
  if (!read) throw problem('posts-file-format', { file })
  const bytes = await readFile(path).catch((cause) => {
    throw problem('posts-file-missing', { file }, { cause })
  })
  const { found, rows } = read(bytes.toString('utf8'), file)
  const missing = REQUIRED_FIELDS.filter((field) => !found.includes(field))
  if (missing.length > 0) {
    throw problem('posts-file-fields', { missing: missing.join(', '), found: found.join(', ') || '—' })
  }
  return { fileName: file, sha256: createHash('sha256').update(bytes).digest('hex'), rows }
}

interface RowsRead {
  /** Names of the fields that the file has. */
  readonly found: readonly string[]
  readonly rows: readonly PostRow[]
}

function readGeoJsonRows(text: string, file: string): RowsRead {
  const features = parseCollection(text, file)
  const found = new Set<string>()
  const rows = features.map((feature, index): PostRow => {
    const { properties, geometry } = feature as { properties?: object | null; geometry?: unknown }
    for (const name of Object.keys(properties ?? {})) found.add(name)
    return { rowNumber: index + 1, fields: { ...properties }, position: positionOf(geometry) }
  })
  return { found: [...found], rows }
}

function parseCollection(text: string, file: string): unknown[] {
  let parsed: { type?: unknown; features?: unknown }
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw problem('posts-file-truncated', { file, reason: (cause as Error).message }, { cause })
  }
  if (parsed?.type !== 'FeatureCollection' || !Array.isArray(parsed.features)) {
    throw problem('posts-file-fields', { missing: 'FeatureCollection.features', found: shapeOf(parsed) })
  }
  return parsed.features
}

function shapeOf(parsed: unknown): string {
  return typeof parsed === 'object' && parsed !== null ? Object.keys(parsed).join(', ') || '—' : typeof parsed
}

function positionOf(geometry: unknown): unknown {
  if (typeof geometry !== 'object' || geometry === null) return geometry ?? null
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  if (type !== 'Point' || !Array.isArray(coordinates)) return geometry
  return coordinates.slice(0, 2)
}

function readCsvRows(text: string, file: string): RowsRead {
  try {
    const { header, rows } = readCsv(text)
    return { found: header, rows: rows.map((cells, index) => readCsvRow(header, cells, index + 2)) }
  } catch (cause) {
    throw problem('posts-file-truncated', { file, reason: (cause as Error).message }, { cause })
  }
}

function readCsvRow(header: readonly string[], cells: readonly string[], rowNumber: number): PostRow {
  const fields = Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']))
  const isWhole = cells.length === header.length
  const axes = [fields.longitude ?? '', fields.latitude ?? '']
  const position = axes.every((axis) => axis === '') ? null : axes.map(readNumber)
  return {
    rowNumber,
    fields,
    position,
    ...(isWhole ? {} : { damage: `${cells.length} / ${header.length}` }),
  }
}

/** A decimal comma is a decimal point; what is no number stays as it is, for the rule that names it. */
function readNumber(text: string): number | string {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || Number.isNaN(value) ? text : value
}
