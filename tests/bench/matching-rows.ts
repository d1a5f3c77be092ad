import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { measureMatching } from '../support/measure-matching.ts'
import { type BenchRow, benchRow } from './bench-row.ts'

const TRACKS = 12
const SEED = 2026
const NOISES = [5, 10, 30]
const INTERVALS = [1, 5, 30]
/** Percent of the length that may be missed, by noise and interval. */
const GOALS = new Map([
  ['10 5', 3],
  ['30 30', 10],
])

/** Length matched wrongly or not at all, for each noise and interval of recording. */
export function measureMatchingRows(
  bench: string,
  graph: RoadGraph,
  tell: (line: string) => void,
): BenchRow[] {
  tell('map matching')
  return NOISES.flatMap((noiseMetres) =>
    INTERVALS.map((everySeconds) => {
      const { missedShare, drivenKilometres, microsecondsPerPoint } = measureMatching(graph, {
        tracks: TRACKS,
        seed: SEED,
        noiseMetres,
        samplingSeconds: everySeconds,
      })
      const goal = GOALS.get(`${noiseMetres} ${everySeconds}`)
      return benchRow(bench, {
        row: `map matching, ${noiseMetres} m of noise, every ${everySeconds} s: length not rightly matched, of ${drivenKilometres.toFixed(0)} km (${microsecondsPerPoint.toFixed(0)} µs a point)`,
        value: 100 * missedShare,
        unit: '%',
        ...(goal === undefined ? {} : { goal }),
      })
    }),
  )
}
