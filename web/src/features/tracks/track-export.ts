import type { TrackDetail } from '@borne/api/contracts/tracks'

export interface TrackExportWords {
  csvHead: { what: string; count: string; unit: string }
  units: Record<'points' | 'events' | 'metres' | 'seconds' | 'roads' | 'passages', string>
  demonstrationMark: string
  /** The plain sentences of the report. */
  sentences: readonly string[]
}

type Row = readonly (string | number | null)[]
type Unit = keyof TrackExportWords['units']

/** Every count of the report, by the name that the server gives it, then the sentences that tell it. */
export function trackRows(track: TrackDetail, { csvHead, units, ...words }: TrackExportWords): Row[] {
  const { report } = track
  const row = (what: string, count: number | null, unit: Unit): Row => [what, count, units[unit]]
  const counts = (part: string, of: object, unitOf: (name: string) => Unit) =>
    Object.entries(of).flatMap(([name, value]) =>
      typeof value === 'number' ? [row(`${part}.${name}`, value, unitOf(name))] : [],
    )
  return [
    [csvHead.what, csvHead.count, csvHead.unit],
    row('matchedMetres', roundTo(track.matchedMetres, 1), 'metres'),
    row('unmatchedMetres', roundTo(track.unmatchedMetres, 1), 'metres'),
    ...(report
      ? [
          ...counts('reading', report.reading, () => 'points'),
          ...counts('cleaning', report.cleaning, cleaningUnit),
          ...counts('matching', report.matching, matchingUnit),
          ...counts('proposals', report.proposals, () => 'roads'),
          row('passages', report.passages, 'passages'),
        ]
      : []),
    ...words.sentences.map((sentence): Row => [sentence]),
    ...(track.isDemonstration ? [[words.demonstrationMark]] : []),
  ]
}

/** The lines of a track as GeoJSON, with what names it and what was found. */
export function trackToGeoJson(
  track: TrackDetail,
  { demonstrationMark, sentences }: TrackExportWords,
): string {
  const { id, name, vehicleId, startedAt, endedAt, matchedMetres, unmatchedMetres, report, lines } = track
  return JSON.stringify({
    ...lines,
    ...(track.isDemonstration ? { demonstration: demonstrationMark } : {}),
    track: { id, name, vehicleId, startedAt, endedAt, matchedMetres, unmatchedMetres, report, sentences },
  })
}

function cleaningUnit(name: string): Unit {
  if (name === 'haltSeconds') return 'seconds'
  return name === 'halts' || name === 'gaps' || name === 'leaps' ? 'events' : 'points'
}

function matchingUnit(name: string): Unit {
  if (name.endsWith('Metres')) return 'metres'
  return name === 'runs' || name === 'breaks' ? 'events' : 'points'
}

function roundTo(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals))
}
