import { metresPerDegree } from '../geometry/distance.ts'
import type { Candidate, CandidateFinder } from './find-candidates.ts'
import type { TrackPoints } from './track-points.ts'
import type { WaySearch } from './way-search.ts'

/** A point with the places where it may have been, and the best way to each (Viterbi). */
export interface Layer {
  point: number
  candidates: Candidate[]
  /** Log-likelihood of the best way that ends at a candidate; `-Infinity` = none. */
  score: Float64Array
  /** Candidate of the layer before on that way; -1 at a beginning. */
  before: Int16Array
  /** 1 where the vehicle turned round at this point: it arrived as the candidate's twin. */
  turned: Uint8Array
  /** Straight metres from the layer before. */
  straightMetres: number
  /** Longest way from the layer before that is looked for. */
  maxMetres: number
}

export interface LayerOptions {
  sigmaMetres: number
  betaMetres: number
  turnCost: number
  maxKmh: number
  maxCandidates: number
  radiusMetres: number
}

/** Ways longer than this many times the straight line, plus the slack, are not looked for. */
const LONGEST_DETOUR = 2
const DETOUR_SLACK_METRES = 500

/** Layers of one track, one after the other. */
export class LayerMaker {
  readonly #points: TrackPoints
  readonly #finder: CandidateFinder
  readonly #search: WaySearch
  readonly #options: LayerOptions

  constructor(points: TrackPoints, finder: CandidateFinder, search: WaySearch, options: LayerOptions) {
    this.#points = points
    this.#finder = finder
    this.#search = search
    this.#options = options
  }

  /** First layer of a run; null where no road is near. */
  begin(point: number): Layer | null {
    const layer = this.#layerAt(point)
    if (!layer) return null
    layer.candidates.forEach((candidate, c) => {
      layer.score[c] = this.#emission(candidate)
    })
    return layer
  }

  /** The next layer; `off-road` where no road is near, `no-way` where no way leads on from the layer before. */
  continue(last: Layer, point: number): Layer | 'off-road' | 'no-way' {
    const layer = this.#layerAt(point)
    if (!layer) return 'off-road'
    this.#measure(last, layer)
    this.#search.aimAt(layer.candidates.map(({ directed }) => directed))
    const ways = new Map<number, Float64Array>()
    last.candidates.forEach((from, f) => {
      if (last.score[f] === -Infinity) return
      const found = ways.get(from.head) ?? this.#waysFrom(from.head, layer)
      ways.set(from.head, found)
      this.#relax(last, f, layer, found)
    })
    if (layer.score.every((score) => score === -Infinity)) return 'no-way'
    layer.candidates.forEach((candidate, c) => {
      layer.score[c]! += this.#emission(candidate)
    })
    this.#turnRound(layer)
    return layer
  }

  /** Length of the way from one candidate to another; `Infinity` beyond the bound. @param beyond From head to entry. */
  wayMetres(from: Candidate, to: Candidate, beyond: number): number {
    if (from.directed === to.directed) {
      const ahead = to.enteredMetres - from.enteredMetres
      if (ahead >= 0) return ahead
      if (-ahead <= this.backstepMetres) return 0
    }
    return from.remainingMetres + beyond + to.enteredMetres
  }

  /** A position that falls back by no more than this is noise: the vehicle has not moved. */
  get backstepMetres(): number {
    return 3 * this.#options.sigmaMetres
  }

  #layerAt(point: number): Layer | null {
    const { radiusMetres, maxCandidates } = this.#options
    const { lon, lat } = this.#points
    const candidates = this.#finder.find(lon[point]!, lat[point]!, radiusMetres, maxCandidates)
    if (candidates.length === 0) return null
    return {
      point,
      candidates,
      score: new Float64Array(candidates.length).fill(-Infinity),
      before: new Int16Array(candidates.length).fill(-1),
      turned: new Uint8Array(candidates.length),
      straightMetres: 0,
      maxMetres: 0,
    }
  }

  #measure(last: Layer, layer: Layer): void {
    const { lon, lat, instantMs } = this.#points
    const [a, b] = [last.point, layer.point]
    const [perLon, perLat] = metresPerDegree(lat[a]!)
    layer.straightMetres = Math.hypot((lon[b]! - lon[a]!) * perLon, (lat[b]! - lat[a]!) * perLat)
    const byDetour = LONGEST_DETOUR * layer.straightMetres + DETOUR_SLACK_METRES
    const seconds = (instantMs[b]! - instantMs[a]!) / 1000
    const bySpeed = (this.#options.maxKmh / 3.6) * seconds + 2 * this.#options.radiusMetres
    layer.maxMetres = Number.isNaN(bySpeed) ? byDetour : Math.min(byDetour, bySpeed)
  }

  #waysFrom(head: number, layer: Layer): Float64Array {
    const found = new Float64Array(layer.candidates.length).fill(Infinity)
    this.#search.searchFrom(head, layer.maxMetres, found)
    return found
  }

  #relax(last: Layer, f: number, layer: Layer, found: Float64Array): void {
    const from = last.candidates[f]!
    const { betaMetres, turnCost } = this.#options
    for (let c = 0; c < layer.candidates.length; c++) {
      const to = layer.candidates[c]!
      const metres = this.wayMetres(from, to, found[c]!)
      if (metres > layer.maxMetres) continue
      const isTurn = from.edge === to.edge && from.directed !== to.directed
      const score =
        last.score[f]! - Math.abs(metres - layer.straightMetres) / betaMetres - (isTurn ? turnCost : 0)
      if (score > layer.score[c]!) {
        layer.score[c] = score
        layer.before[c] = f
      }
    }
  }

  #turnRound({ candidates, score, before, turned }: Layer): void {
    candidates.forEach(({ twin }, c) => {
      if (twin < c) return
      const [a, b] = score[c]! >= score[twin]! ? [c, twin] : [twin, c]
      if (score[a]! - this.#options.turnCost <= score[b]!) return
      score[b] = score[a]! - this.#options.turnCost
      before[b] = before[a]!
      turned[b] = 1
    })
  }

  #emission({ offMetres }: Candidate): number {
    const deviations = offMetres / this.#options.sigmaMetres
    return -0.5 * deviations * deviations
  }
}
