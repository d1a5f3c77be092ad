import { setImmediate } from 'node:timers/promises'
import { between } from '../../geometry/along-line.ts'
import { localMetres } from '../../geometry/local-length.ts'
import type { Position } from '../../geometry/position.ts'
import { simplifyLine } from '../../geometry/simplify-line.ts'
import { HIGHWAYS, type Highway } from '../../road-network/road-codes.ts'
import type { RoadEdgeRecord } from '../../road-network/types.ts'
import { PieceIndex } from './piece-index.ts'

export type ChangeKind = 'added' | 'removed' | 'reclassed'

/** A stretch that is in one network only, or in both with different classes. */
export interface NetworkStretch {
  kind: ChangeKind
  /** In the latter network; null where it was removed. */
  highway: Highway | null
  /** In the former; null where it was added. */
  formerHighway: Highway | null
  lengthMetres: number
  coordinates: readonly Position[]
}

export interface ClassFigures {
  highway: Highway
  /** Length in the former and in the latter network. */
  formerMetres: number
  latterMetres: number
  addedMetres: number
  removedMetres: number
  /** Of this class in the latter network, of another in the former. */
  reclassedMetres: number
}

export interface NetworkFigures extends Omit<ClassFigures, 'highway'> {
  /** In the order of `HIGHWAYS`; classes that neither network has are left out. */
  byClass: ClassFigures[]
}

export interface NetworkComparison {
  figures: NetworkFigures
  /** The longest first. */
  stretches: NetworkStretch[]
  /** Shorter ones that are in the figures alone. */
  stretchesLeftOut: number
}

export interface CompareOptions {
  signal?: AbortSignal | undefined
  /** Stretches to give; default 2000. */
  maxStretches?: number
}

type ComparedEdge = Pick<RoadEdgeRecord, 'grade' | 'coordinates' | 'lengthMetres'> & { highway: string }

/** Roads that lie this near, in nearly the same direction, are taken for one: the bundled ones are simplified to 17 m. */
const NEAR_METRES = 18
/** A road is looked at in steps of at most this length. */
const STEP_METRES = 20
/** A part of an edge that is shorter than this does not count as changed: lines of two surveys weave. */
const MIN_STRETCH_METRES = 60
/** Barriers and fords on nodes are edges of a centimetre: nothing to draw. */
const MIN_EDGE_METRES = 1
/** For drawing. */
const SIMPLIFY_METRES = 5
const DEFAULT_MAX_STRETCHES = 2000
const EDGES_AT_ONCE = 2000

/**
 * Tells what a network adds to another one, lacks of it, and gives another class. Only mapped roads are compared. Each
 * road is sampled; where no road of the other network lies near it in its direction, it is new or gone.
 *
 * @param former Edges of the network that would be replaced.
 * @param latter Edges of the one that would replace it. Both are gone through twice.
 * @returns Lengths by the edges' `lengthMetres`. `former − removed` and `latter − added` are the same roads, measured
 *   in one network and in the other. With the two swapped, added and removed are swapped.
 * @throws The signal's reason when it aborts.
 */
export async function compareNetworks(
  former: () => Iterable<ComparedEdge>,
  latter: () => Iterable<ComparedEdge>,
  { signal, maxStretches = DEFAULT_MAX_STRETCHES }: CompareOptions = {},
): Promise<NetworkComparison> {
  const counter = new Counter(maxStretches)
  for (const isLatter of [false, true]) {
    const [edges, others] = isLatter ? [latter(), former()] : [former(), latter()]
    const index = PieceIndex.of(mapped(others), NEAR_METRES)
    let seen = 0
    for (const edge of mapped(edges)) {
      compareEdge(edge, index, isLatter, counter)
      if (++seen % EDGES_AT_ONCE !== 0) continue
      await setImmediate()
      signal?.throwIfAborted()
    }
  }
  return counter.finish()
}

function* mapped(edges: Iterable<ComparedEdge>): Generator<ComparedEdge & { highway: Highway }> {
  for (const edge of edges) if (edge.grade === 'mapped') yield edge as ComparedEdge & { highway: Highway }
}

/** What the other network has beside a step: nothing, the same class, or another one. */
type Beside = 'nothing' | 'same' | Highway

interface Step {
  from: Position
  to: Position
  metres: number
  beside: Beside
}

function compareEdge(
  edge: ComparedEdge & { highway: Highway },
  others: PieceIndex,
  isLatter: boolean,
  counter: Counter,
): void {
  const { highway, coordinates, lengthMetres } = edge
  counter.addLength(highway, lengthMetres, isLatter)
  if (lengthMetres < MIN_EDGE_METRES) return
  if (others.isFarFrom(coordinates)) {
    addStretch(edge, 'nothing', 1, coordinates, isLatter, counter)
    return
  }
  const steps = stepsOf(coordinates)
  if (steps.length === 0) return
  if (others.probablyHas(edge) && besideOf(steps[0]!, highway, others) === 'same') return
  for (const step of steps) step.beside = besideOf(step, highway, others)
  const drawnMetres = sumOf(steps)
  for (const run of runsOf(steps)) {
    const metres = sumOf(run)
    const isCounted = metres >= MIN_STRETCH_METRES || run.length === steps.length
    const line = [run[0]!.from, ...run.map((step) => step.to)]
    if (isCounted) addStretch(edge, run[0]!.beside, metres / drawnMetres, line, isLatter, counter)
  }
}

function sumOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + step.metres, 0)
}

function addStretch(
  { highway, lengthMetres }: ComparedEdge & { highway: Highway },
  beside: Beside,
  share: number,
  coordinates: readonly Position[],
  isLatter: boolean,
  counter: Counter,
): void {
  const stretch = { lengthMetres: share * lengthMetres, coordinates }
  if (beside === 'nothing' && isLatter)
    counter.addStretch({ ...stretch, kind: 'added', highway, formerHighway: null })
  else if (beside === 'nothing')
    counter.addStretch({ ...stretch, kind: 'removed', highway: null, formerHighway: highway })
  // Told once, from the side of the latter.
  else if (beside !== 'same' && isLatter)
    counter.addStretch({ ...stretch, kind: 'reclassed', highway, formerHighway: beside })
}

function besideOf({ from, to }: Step, highway: Highway, others: PieceIndex): Beside {
  const found = others.near(from, to)
  if (found.length === 0) return 'nothing'
  return found.includes(highway) ? 'same' : found[0]!
}

function stepsOf(line: readonly Position[]): Step[] {
  const steps: Step[] = []
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const metres = localMetres(a, b)
    const parts = Math.ceil(metres / STEP_METRES)
    for (let part = 0; part < parts; part++) {
      const [from, to] = [between(a, b, part / parts), between(a, b, (part + 1) / parts)]
      steps.push({ from, to, metres: metres / parts, beside: 'nothing' })
    }
  }
  return steps
}

function runsOf(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = []
  for (const step of steps) {
    const run = runs[runs.length - 1]
    if (run && run[0]!.beside === step.beside) run.push(step)
    else runs.push([step])
  }
  return runs
}

/** Sums up lengths and keeps the longest stretches. */
class Counter {
  readonly #maxStretches: number
  readonly #byClass = new Map<Highway, ClassFigures>()
  #stretches: NetworkStretch[] = []
  /** Shorter ones are not among the longest. */
  #leastMetres = 0
  #seen = 0

  constructor(maxStretches: number) {
    this.#maxStretches = maxStretches
  }

  addLength(highway: Highway, metres: number, isLatter: boolean): void {
    this.#of(highway)[isLatter ? 'latterMetres' : 'formerMetres'] += metres
  }

  addStretch(stretch: NetworkStretch): void {
    const figures = this.#of((stretch.highway ?? stretch.formerHighway)!)
    figures[`${stretch.kind}Metres`] += stretch.lengthMetres
    this.#seen++
    if (stretch.lengthMetres < this.#leastMetres) return
    this.#stretches.push(stretch)
    if (this.#stretches.length >= 2 * this.#maxStretches) this.#keepLongest()
  }

  finish(): NetworkComparison {
    this.#keepLongest()
    const byClass = HIGHWAYS.flatMap((highway) => this.#byClass.get(highway) ?? [])
    const sum = (key: keyof Omit<ClassFigures, 'highway'>) =>
      byClass.reduce((total, figures) => total + figures[key], 0)
    return {
      figures: {
        formerMetres: sum('formerMetres'),
        latterMetres: sum('latterMetres'),
        addedMetres: sum('addedMetres'),
        removedMetres: sum('removedMetres'),
        reclassedMetres: sum('reclassedMetres'),
        byClass,
      },
      stretches: this.#stretches.map((stretch) => ({
        ...stretch,
        coordinates: simplifyLine(stretch.coordinates, SIMPLIFY_METRES),
      })),
      stretchesLeftOut: this.#seen - this.#stretches.length,
    }
  }

  #keepLongest(): void {
    this.#stretches.sort((a, b) => b.lengthMetres - a.lengthMetres)
    this.#stretches.length = Math.min(this.#stretches.length, this.#maxStretches)
    if (this.#stretches.length === this.#maxStretches)
      this.#leastMetres = this.#stretches[this.#maxStretches - 1]!.lengthMetres
  }

  #of(highway: Highway): ClassFigures {
    const known = this.#byClass.get(highway)
    if (known) return known
    const none = { formerMetres: 0, latterMetres: 0, addedMetres: 0, removedMetres: 0, reclassedMetres: 0 }
    const figures = { highway, ...none }
    this.#byClass.set(highway, figures)
    return figures
  }
}
