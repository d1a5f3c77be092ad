/**
 * Sites that bring gains to demand points; a point takes the largest gain of the open sites.
 *
 * Maximal covering and p-median are both of this form, which is why they share greedy, bound and integer programme:
 * a covered point gains its weight, a nearer site the weighted seconds that it saves.
 */
export interface GainModel {
  readonly demandCount: number
  /** Index of each column's site in the problem. */
  readonly sites: Int32Array
  readonly costs: Float64Array
  /** The gains of column s lie from `start[s]` to `start[s + 1]`, each above 0, in the order of the demand. */
  readonly start: Int32Array
  readonly demand: Int32Array
  readonly gain: Float64Array
  readonly count: number
  readonly budget: number
}

/** Builds the model from the gain of each site at each point; sites without gain or above the budget are left out. */
export function buildGainModel(
  siteCount: number,
  demandCount: number,
  gainOf: (site: number, demand: number) => number,
  costs: ArrayLike<number>,
  limits: { readonly count: number; readonly budget: number },
): GainModel {
  const sites: number[] = []
  const start = [0]
  const demand: number[] = []
  const gain: number[] = []
  for (let site = 0; site < siteCount; site++) {
    if (costs[site]! > limits.budget) continue
    for (let point = 0; point < demandCount; point++) {
      const value = gainOf(site, point)
      if (value <= 0) continue
      demand.push(point)
      gain.push(value)
    }
    if (demand.length === start.at(-1)) continue
    sites.push(site)
    start.push(demand.length)
  }
  return {
    demandCount,
    sites: Int32Array.from(sites),
    costs: Float64Array.from(sites, (site) => costs[site]!),
    start: Int32Array.from(start),
    demand: Int32Array.from(demand),
    gain: Float64Array.from(gain),
    ...limits,
  }
}

/**
 * The model that is left when some columns are opened for good and others dropped: the gains of the rest are what they
 * add to the opened ones, the limits what these leave.
 *
 * @param taken Columns opened. @param isKept Whether a column stays a choice.
 */
export function restrictGains(
  model: GainModel,
  taken: readonly number[],
  isKept: (column: number) => boolean,
): GainModel {
  const had = new Float64Array(model.demandCount)
  for (const column of taken) raiseTo(model, column, had)
  const opened = new Set(taken)
  const columns = Array.from(model.sites.keys()).filter((column) => !opened.has(column) && isKept(column))
  const cost = taken.reduce((sum, column) => sum + model.costs[column]!, 0)
  const rest = buildGainModel(
    columns.length,
    model.demandCount,
    gainReader(model, columns, had),
    columns.map((column) => model.costs[column]!),
    { count: model.count - taken.length, budget: model.budget - cost },
  )
  return { ...rest, sites: rest.sites.map((index) => model.sites[columns[index]!]!) }
}

/** Reads gains above what is had, column by column and point by point in ascending order. */
function gainReader(model: GainModel, columns: readonly number[], had: Float64Array) {
  let at = 0
  return (index: number, point: number): number => {
    const column = columns[index]!
    if (point === 0) at = model.start[column]!
    if (at >= model.start[column + 1]! || model.demand[at] !== point) return 0
    const gain = model.gain[at]! - had[point]!
    at += 1
    return gain
  }
}

/** The gains of point p lie from `start[p]` to `start[p + 1]`, falling, with the columns that give them. */
export interface GainsByPoint {
  readonly start: Int32Array
  readonly column: Int32Array
  readonly gain: Float64Array
}

const kept = new WeakMap<Float64Array, GainsByPoint>()

/** The gains of a model by point, kept: models that differ in their limits alone share them. */
export function gainsByPoint(model: GainModel): GainsByPoint {
  const found = kept.get(model.gain)
  if (found) return found
  const start = new Int32Array(model.demandCount + 1)
  for (const point of model.demand) start[point + 1]!++
  for (let point = 0; point < model.demandCount; point++) start[point + 1]! += start[point]!
  const places = new Int32Array(model.gain.length)
  const columnAt = new Int32Array(model.gain.length)
  const next = start.slice()
  for (let column = 0; column < model.sites.length; column++) {
    for (let at = model.start[column]!; at < model.start[column + 1]!; at++) {
      columnAt[at] = column
      places[next[model.demand[at]!]!++] = at
    }
  }
  for (let point = 0; point < model.demandCount; point++) {
    places.subarray(start[point]!, start[point + 1]!).sort((a, b) => model.gain[b]! - model.gain[a]!)
  }
  const column = places.map((at) => columnAt[at]!)
  const gain = Float64Array.from(places, (at) => model.gain[at]!)
  const byPoint = { start, column, gain }
  kept.set(model.gain, byPoint)
  return byPoint
}

/** Raises what each point has to what the column gives it. */
export function raiseTo(model: GainModel, column: number, had: Float64Array): void {
  for (let at = model.start[column]!; at < model.start[column + 1]!; at++) {
    const point = model.demand[at]!
    if (model.gain[at]! > had[point]!) had[point] = model.gain[at]!
  }
}

/** Sum of what the points take from the open columns. */
export function sumOf(model: GainModel, columns: Iterable<number>): number {
  const had = new Float64Array(model.demandCount)
  for (const column of columns) raiseTo(model, column, had)
  return had.reduce((sum, gain) => sum + gain, 0)
}

/**
 * Columns whose every gain another, no dearer column gives too: no optimum needs them.
 *
 * @param mayDominate Whether a site may stand for another.
 */
export function findDominated(model: GainModel, mayDominate: (site: number) => boolean): Uint8Array {
  const columns = model.sites.length
  const isDominated = new Uint8Array(columns)
  const given = new Float64Array(model.demandCount)
  for (let other = 0; other < columns; other++) {
    if (isDominated[other] || !mayDominate(model.sites[other]!)) continue
    given.fill(0)
    raiseTo(model, other, given)
    for (let column = 0; column < columns; column++) {
      if (column === other || isDominated[column] || model.costs[column]! < model.costs[other]!) continue
      if (givesNoMore(model, column, given)) isDominated[column] = 1
    }
  }
  return isDominated
}

function givesNoMore(model: GainModel, column: number, given: Float64Array): boolean {
  for (let at = model.start[column]!; at < model.start[column + 1]!; at++) {
    if (model.gain[at]! > given[model.demand[at]!]!) return false
  }
  return true
}
