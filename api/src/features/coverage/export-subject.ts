import type { CoverageDifference } from '@borne/geodata/coverage/coverage-types'
import type { Position } from '@borne/geodata/geometry/position'
import type { Feature } from 'geojson'
import { DEMONSTRATION_MARK } from '../../platform/documents/document-facts.ts'
import { type CsvValue, writeCsv } from '../../platform/write-csv.ts'
import type { CoverageEvidence } from './evidence-contract.ts'
import type { KeptSiting } from './siting-contract.ts'

/** The places of a siting, or the stretches that a comparison gains and loses; a measure has none. */
export function subjectFeatures(
  { siting }: CoverageEvidence,
  difference: CoverageDifference | null,
): Feature[] {
  const stretch =
    (kind: string) =>
    (one: CoverageDifference['gained'][number]): Feature => {
      const { coordinates, before, after, ...rest } = one
      const properties = {
        kind,
        ...rest,
        secondsBefore: before?.seconds ?? null,
        secondsAfter: after?.seconds ?? null,
      }
      return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties }
    }
  return [
    ...(siting ? placesOf(siting.answer) : []),
    ...(difference?.gained.map(stretch('gained')) ?? []),
    ...(difference?.lost.map(stretch('lost')) ?? []),
  ]
}

function placesOf({ places, runnerUp }: KeptSiting['answer']): Feature[] {
  const point = (position: Position, properties: Feature['properties']): Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...position] },
    properties,
  })
  return [
    ...places.map(({ position, kind: placeKind, ...place }, index) =>
      point(position, { kind: 'proposed-post', placeKind, order: index + 1, ...place }),
    ),
    ...(runnerUp?.places ?? []).map(({ position, kind: placeKind, ...place }) =>
      point(position, { kind: 'runner-up', placeKind, ...place }),
    ),
  ]
}

/** What the file tells of a siting or of a comparison beside its measure. */
export function subjectMetadata(
  { siting, against }: CoverageEvidence,
  difference: CoverageDifference | null,
) {
  if (siting) {
    const { places: _, ...answer } = siting.answer
    return {
      siting: {
        ...siting.ask,
        keepsPosts: siting.keepsPosts,
        candidateCount: siting.candidates.length,
        answer,
      },
    }
  }
  if (!difference) return {}
  const { beforeMetres, afterMetres, gainedMetres, lostMetres } = difference
  return { comparison: { against, beforeMetres, afterMetres, gainedMetres, lostMetres } }
}

const SITING_HEADER = [
  'kind',
  'order',
  'name',
  'place',
  'longitude',
  'latitude',
  'cost',
  'gain',
  'objective',
  'bound',
  'proven',
  'unit',
  'evidence',
  'mark',
]

/** The proposed places, the runner-up, then the curve by the number of posts, one a line. */
export function sitingCsv(siting: KeptSiting, { id, isDemonstration }: CoverageEvidence): string {
  const { answer } = siting
  const unit = answer.model === 'covering' ? answer.unit : 'seconds'
  const mark = isDemonstration ? DEMONSTRATION_MARK : ''
  const end = [unit, id, mark]
  const place = (kind: string, one: (typeof siting.candidates)[number], order: number | null): CsvValue[] => [
    kind,
    order,
    one.name,
    one.kind,
    one.position[0],
    one.position[1],
    one.cost,
  ]
  return writeCsv(SITING_HEADER, [
    ...answer.places.map((one, index) => [
      ...place('proposed-post', one, index + 1),
      one.gain,
      one.objective,
      null,
      answer.isOptimal,
      ...end,
    ]),
    ...(answer.runnerUp?.places ?? []).map((one) => [
      ...place('runner-up', one, null),
      null,
      answer.runnerUp!.objective,
      null,
      answer.runnerUp!.isOptimal,
      ...end,
    ]),
    ...answer.curve.map(({ count, objective, bound, isOptimal }) => [
      'curve',
      count,
      null,
      null,
      null,
      null,
      null,
      null,
      objective,
      bound,
      isOptimal,
      ...end,
    ]),
  ])
}

const COMPARISON_HEADER = [
  'kind',
  'segment',
  'fromMetres',
  'toMetres',
  'lengthMetres',
  'beforeMetres',
  'afterMetres',
  'secondsBefore',
  'secondsAfter',
  'evidence',
  'against',
  'mark',
]

/** Segments before and after, then the stretches gained and lost, one a line. */
export function comparisonCsv(
  difference: CoverageDifference,
  { id, against, isDemonstration }: CoverageEvidence,
): string {
  const mark = isDemonstration ? DEMONSTRATION_MARK : ''
  const end = [id, against?.id ?? null, mark]
  const nameOf = (segmentId: string) =>
    difference.segments.find((segment) => segment.segmentId === segmentId)?.name ?? segmentId
  const stretches = (kind: string, all: CoverageDifference['gained']) =>
    all.map((one): CsvValue[] => [
      kind,
      nameOf(one.segmentId),
      one.fromMetres,
      one.toMetres,
      one.lengthMetres,
      null,
      null,
      one.before?.seconds ?? null,
      one.after?.seconds ?? null,
      ...end,
    ])
  return writeCsv(COMPARISON_HEADER, [
    ...difference.segments.map(({ name, lengthMetres, beforeMetres, afterMetres }): CsvValue[] => [
      'segment',
      name,
      0,
      lengthMetres,
      lengthMetres,
      beforeMetres,
      afterMetres,
      null,
      null,
      ...end,
    ]),
    ...stretches('gained', difference.gained),
    ...stretches('lost', difference.lost),
  ])
}
