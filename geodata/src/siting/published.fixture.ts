import type { SitingModel, SitingProblem } from './types.ts'

const NO_LIMITS = {
  fixedSeconds: [],
  costs: null,
  budget: null,
  withinSeconds: null,
  unreachedSeconds: null,
  curveTo: 0,
}

/** A p-median instance of the OR-Library as a problem: each node is demand of weight 1 and a candidate. */
export function readPmed(text: string, model: SitingModel): SitingProblem {
  const [[nodes = 0, edges = 0, count = 0] = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const seconds = Array.from({ length: nodes }, (_, node) => {
    const row = new Float32Array(nodes).fill(Number.POSITIVE_INFINITY)
    row[node] = 0
    return row
  })
  for (const [from = 0, to = 0, length = 0] of lines.slice(0, edges)) {
    seconds[from - 1]![to - 1] = length
    seconds[to - 1]![from - 1] = length
  }
  closeShortest(seconds)
  return { ...NO_LIMITS, model, weights: new Float64Array(nodes).fill(1), seconds, count }
}

/** Shortest distances between all nodes (Floyd 1962). */
function closeShortest(seconds: readonly Float32Array[]): void {
  for (const [middle, row] of seconds.entries()) {
    for (const from of seconds) {
      const first = from[middle]!
      for (let to = 0; to < row.length; to++) {
        if (first + row[to]! < from[to]!) from[to] = first + row[to]!
      }
    }
  }
}

/** The tracts and stores of San Francisco: a tract is 0 s from a store that covers it, and out of reach of any other. */
export function readSanFrancisco(text: string, count: number): SitingProblem {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const words = lines.map((line) => line.split(' '))
  const demand = words.filter(([first]) => !first!.startsWith('Store')).flat()
  const tracts = demand.filter((_, index) => index % 2 === 0)
  const weights = demand.filter((_, index) => index % 2 === 1).map(Number)
  const seconds = words
    .filter(([first]) => first!.startsWith('Store'))
    .map(([, ...covered]) => {
      const has = new Set(covered)
      return Float32Array.from(tracts, (tract) => (has.has(tract) ? 0 : Number.POSITIVE_INFINITY))
    })
  return { ...NO_LIMITS, model: 'covering', weights, seconds, count, withinSeconds: 0 }
}
