import { type CsvValue, writeCsv } from '../../platform/write-csv.ts'
import { POSTS_ATTRIBUTION } from './attribution.ts'
import type { BorderPostSummary, PositionMethod } from './contract.ts'

export type PostToExport = BorderPostSummary & {
  readonly id: string
  readonly externalId: string | null
  readonly longitude: number | null
  readonly latitude: number | null
  readonly positionMethod: PositionMethod
  readonly legalStatusSince: string | null
  readonly facingPost: string
  readonly notes: string
}

/** What marks every line of fiction, in whatever program the file is opened. */
export const DEMONSTRATION_MARK = 'DÉMONSTRATION'

/** Columns of the export; `importPosts` reads them back under the same names. */
const COLUMNS: readonly (readonly [string, (post: PostToExport) => CsvValue])[] = [
  ['id', (post) => post.id],
  ['externalId', (post) => post.externalId],
  ['name', (post) => post.name],
  ['nameAr', (post) => post.nameAr],
  ['aliases', (post) => post.aliases.join(' | ')],
  ['kind', (post) => post.kind],
  ['agency', (post) => post.agency],
  ['physicalStatus', (post) => post.physicalStatus],
  ['physicalStatusSince', (post) => post.physicalStatusOn],
  ['progressPercent', (post) => post.progressPercent],
  ['legalStatus', (post) => post.legalStatus],
  ['legalStatusSince', (post) => post.legalStatusSince],
  ['longitude', (post) => post.longitude],
  ['latitude', (post) => post.latitude],
  ['positionConfidence', (post) => post.positionConfidence],
  ['positionMethod', (post) => post.positionMethod],
  ['uncertaintyMetres', (post) => post.uncertaintyMetres],
  ['wilaya', (post) => post.wilaya],
  ['moughataa', (post) => post.moughataa],
  ['commune', (post) => post.commune],
  ['neighbour', (post) => post.neighbour],
  ['borderSegmentId', (post) => post.borderSegmentId],
  ['borderDistanceMetres', (post) => post.borderDistanceMetres],
  ['facingPost', (post) => post.facingPost],
  ['notes', (post) => post.notes],
  ['updatedAt', (post) => post.updatedAt],
  ['mark', (post) => (post.isDemonstration ? DEMONSTRATION_MARK : '')],
  ['attribution', () => POSTS_ATTRIBUTION],
]

export function exportCsv(posts: readonly PostToExport[]): string {
  return writeCsv(
    COLUMNS.map(([name]) => name),
    posts.map((post) => COLUMNS.map(([, read]) => read(post))),
  )
}

export function exportGeoJson(posts: readonly PostToExport[]): string {
  const hasFiction = posts.some((post) => post.isDemonstration)
  return JSON.stringify({
    type: 'FeatureCollection',
    attribution: POSTS_ATTRIBUTION,
    ...(hasFiction ? { mark: DEMONSTRATION_MARK } : {}),
    features: posts.map((post) => ({
      type: 'Feature',
      id: post.id,
      geometry:
        post.longitude === null ? null : { type: 'Point', coordinates: [post.longitude, post.latitude] },
      properties: Object.fromEntries(COLUMNS.map(([name, read]) => [name, read(post)])),
    })),
  })
}
