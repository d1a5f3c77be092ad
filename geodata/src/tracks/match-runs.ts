import type { Candidate } from './find-candidates.ts'
import type { Layer, LayerMaker } from './match-layers.ts'

/** Where a point was most likely, on an unbroken way. */
export interface Fix {
  point: number
  /** As the vehicle arrived. */
  candidate: Candidate
  /** As it went on: the twin where it turned round. */
  onward: Candidate
  /** Straight metres from the fix before, and the longest way that was looked for. */
  straightMetres: number
  maxMetres: number
}

export interface FixRun {
  fixes: Fix[]
  /** Why the run did not go on; null at the end of a part. */
  endedBy: 'off-road' | 'no-way' | null
}

/** So many points in a row may fit nothing before a run is broken. */
const MOST_SKIPPED = 3
/** A way is settled in pieces of so many points, each with so many points of foresight. */
const SETTLED_POINTS = 2_000
const FORESIGHT_POINTS = 200

/** Progress is told each so many points. */
const TOLD_POINTS = 500

/**
 * The most likely way through points (Viterbi), as unbroken runs.
 *
 * @param points In the order of travel.
 * @param tell Told now and then which point is looked at.
 */
export function findRuns(
  maker: LayerMaker,
  points: Int32Array,
  tell: (point: number) => void = () => {},
): FixRun[] {
  const runs: FixRun[] = []
  let at = 0
  while (at < points.length) {
    const first = maker.begin(points[at]!)
    if (!first) {
      at++
      continue
    }
    const { run, next } = followRun(maker, points, at, first, tell)
    runs.push(run)
    at = next
  }
  return runs
}

function followRun(
  maker: LayerMaker,
  points: Int32Array,
  start: number,
  first: Layer,
  tell: (point: number) => void,
) {
  const run: FixRun = { fixes: [], endedBy: null }
  let layers = [first]
  let next = start + 1
  let causes: ('off-road' | 'no-way')[] = []
  while (next + causes.length < points.length && causes.length <= MOST_SKIPPED) {
    const layer = maker.continue(layers[layers.length - 1]!, points[next + causes.length]!)
    if (typeof layer === 'string') {
      causes.push(layer)
      continue
    }
    next += causes.length + 1
    if (next % TOLD_POINTS === 0) tell(layer.point)
    causes = []
    layers.push(layer)
    if (layers.length >= SETTLED_POINTS + FORESIGHT_POINTS) layers = settle(layers, run)
  }
  run.fixes.push(...traceBack(layers))
  run.endedBy = causes.length === 0 ? null : causes.includes('no-way') ? 'no-way' : 'off-road'
  return { run, next }
}

/** Settles all but the last layers, and leaves in these only the ways that go on from what was settled. */
function settle(layers: Layer[], run: FixRun): Layer[] {
  const fixes = traceBack(layers)
  const cut = layers.length - FORESIGHT_POINTS
  run.fixes.push(...fixes.slice(0, cut))
  const rest = layers.slice(cut)
  const chosen = rest[0]!.candidates.indexOf(fixes[cut]!.onward)
  keepOnly(rest[0]!, (c) => c === chosen)
  for (let i = 1; i < rest.length; i++) {
    const { score } = rest[i - 1]!
    const { before } = rest[i]!
    keepOnly(rest[i]!, (c) => before[c]! >= 0 && score[before[c]!]! > -Infinity)
  }
  return rest
}

function keepOnly(layer: Layer, isKept: (candidate: number) => boolean): void {
  for (let c = 0; c < layer.score.length; c++) if (!isKept(c)) layer.score[c] = -Infinity
}

function traceBack(layers: readonly Layer[]): Fix[] {
  const fixes: Fix[] = []
  let c = bestOf(layers[layers.length - 1]!.score)
  for (let i = layers.length - 1; i >= 0; i--) {
    const { point, candidates, before, turned, straightMetres, maxMetres } = layers[i]!
    const onward = candidates[c]!
    const candidate = turned[c] === 1 ? candidates[onward.twin]! : onward
    fixes.push({ point, candidate, onward, straightMetres, maxMetres })
    c = before[c]!
  }
  return fixes.reverse()
}

function bestOf(score: Float64Array): number {
  let best = 0
  for (let c = 1; c < score.length; c++) if (score[c]! > score[best]!) best = c
  return best
}
