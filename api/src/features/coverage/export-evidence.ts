import type { CoverageDifference } from '@borne/geodata/coverage/coverage-types'
import { sliceLine } from '@borne/geodata/geometry/along-line'
import type { Position } from '@borne/geodata/geometry/position'
import { roundPositions } from '@borne/geodata/geometry/round-position'
import { DEMONSTRATION_MARK } from '../../platform/documents/document-facts.ts'
import { type CsvValue, writeCsv } from '../../platform/write-csv.ts'
import type { CoverageEvidence, CoverageFigures } from './evidence-contract.ts'
import { comparisonCsv, sitingCsv, subjectFeatures, subjectMetadata } from './export-subject.ts'

interface Stretch {
  readonly coordinates: Position[]
  readonly properties: Readonly<Record<string, string | number | boolean | null>>
}

/** Border in stretches of one whole minute, gaps and posts, with how the figures were made. */
export function evidenceGeoJson(evidence: CoverageEvidence, difference: CoverageDifference | null): string {
  const { figures, isDemonstration } = evidence
  const line = ({ coordinates, properties }: Stretch) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: roundPositions(coordinates) },
    properties,
  })
  return JSON.stringify({
    type: 'FeatureCollection',
    ...(isDemonstration ? { mark: DEMONSTRATION_MARK } : {}),
    metadata: { ...metadataOf(evidence), ...subjectMetadata(evidence, difference) },
    features: [
      ...subjectFeatures(evidence, difference),
      ...figures.border.features.flatMap((feature) => stretchesOf(feature, figures)).map(line),
      ...figures.gaps.map(({ coordinates, nearest, settlements, ...gap }) =>
        line({
          coordinates,
          properties: {
            kind: 'gap',
            ...gap,
            nearestPost: nameOfPost(figures, nearest?.postId),
            nearestSeconds: nearest?.seconds ?? null,
            settlements: settlements.map(({ name }) => name).join(', '),
          },
        }),
      ),
      ...figures.posts.flatMap(({ position, ...post }) =>
        position === null
          ? []
          : [
              {
                type: 'Feature',
                geometry: { type: 'Point', coordinates: position },
                properties: { kind: 'post', ...post },
              },
            ],
      ),
    ],
  })
}

function metadataOf({ figures, changes, siting: _siting, ...record }: CoverageEvidence) {
  const { attribution, borderMetres, reachedBorderMetres, reachedBorderShare, population, state } = figures
  return {
    ...record,
    changeCount: changes.length,
    borderMetres,
    reachedBorderMetres,
    reachedBorderShare,
    population,
    state,
    attribution,
  }
}

/** A line of one colour, cut where the whole minute or the soonest post changes. */
function stretchesOf(
  { geometry, properties }: CoverageFigures['border']['features'][number],
  { profiles, posts }: CoverageFigures,
): Stretch[] {
  const profile = profiles.find(({ segmentId }) => segmentId === properties.segmentId)
  if (!profile || geometry.type !== 'LineString') return []
  const line = geometry.coordinates as Position[]
  const { fromMetres, toMetres, segmentId, inReach } = properties
  const places = profile.atMetres.flatMap((at, piece) => (at >= fromMetres && at <= toMetres ? [piece] : []))
  const minuteOf = (piece: number) => {
    const seconds = profile.p50Seconds[piece] ?? null
    return seconds === null ? null : Math.ceil(seconds / 60)
  }
  const postOf = (piece: number) => posts[profile.postIndexes[piece] ?? -1]?.name ?? null
  const keyOf = (piece: number) => `${minuteOf(piece)} ${postOf(piece)}`
  const starts = places.filter((piece, i) => i === 0 || keyOf(piece) !== keyOf(places[i - 1]!))
  const bounds = starts.map((piece, i) =>
    i === 0 ? fromMetres : (profile.atMetres[piece]! + profile.atMetres[piece - 1]!) / 2,
  )
  const shareAt = (metres: number) => (metres - fromMetres) / (toMetres - fromMetres)
  return starts.map((piece, i) => {
    const [from, to] = [bounds[i]!, bounds[i + 1] ?? toMetres]
    return {
      coordinates: sliceLine(line, shareAt(from), shareAt(to)),
      properties: {
        kind: 'border',
        segmentId,
        fromMetres: from,
        toMetres: to,
        inReach,
        minutes: minuteOf(piece),
        seconds: profile.p50Seconds[piece] ?? null,
        p90Seconds: profile.p90Seconds[piece] ?? null,
        post: postOf(piece),
      },
    }
  })
}

function nameOfPost({ posts }: CoverageFigures, postId: string | undefined): string | null {
  return posts.find((post) => post.postId === postId)?.name ?? null
}

const HEADER = [
  'kind',
  'segment',
  'neighbour',
  'fromMetres',
  'toMetres',
  'lengthMetres',
  'reachedMetres',
  'reachedShare',
  'nearestPost',
  'nearestSeconds',
  'settlements',
  'geometryVersion',
  'evidence',
  'mark',
]

/** Segments, then gaps, one a line; of a siting its places, of a comparison what differs. */
export function evidenceCsv(evidence: CoverageEvidence, difference: CoverageDifference | null): string {
  const { id, figures, siting, isDemonstration } = evidence
  if (siting) return sitingCsv(siting, evidence)
  if (difference) return comparisonCsv(difference, evidence)
  const mark = isDemonstration ? DEMONSTRATION_MARK : ''
  const segments = figures.segments.map((segment): CsvValue[] => [
    'segment',
    segment.name,
    segment.neighbour,
    0,
    segment.lengthMetres,
    segment.lengthMetres,
    segment.reachedMetres,
    segment.reachedShare,
    null,
    null,
    null,
    segment.geometryVersion,
    id,
    mark,
  ])
  const gaps = figures.gaps.map((gap): CsvValue[] => {
    const segment = figures.segments.find(({ segmentId }) => segmentId === gap.segmentId)
    return [
      'gap',
      segment?.name ?? gap.segmentId,
      segment?.neighbour ?? null,
      gap.fromMetres,
      gap.toMetres,
      gap.lengthMetres,
      0,
      0,
      nameOfPost(figures, gap.nearest?.postId),
      gap.nearest?.seconds ?? null,
      gap.settlements.map(({ name }) => name).join(', '),
      segment?.geometryVersion ?? null,
      id,
      mark,
    ]
  })
  return writeCsv(HEADER, [...segments, ...gaps])
}
