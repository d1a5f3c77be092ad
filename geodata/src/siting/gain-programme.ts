import type { GainModel } from './gain-model.ts'
import type { IntegerProgramme } from './mip-solver.ts'
import { addLimits, gatherRows } from './programme-rows.ts'

/** An integer programme whose first columns are those of the model. */
export interface GainProgramme {
  readonly programme: IntegerProgramme
  /** Sum that every solution has beside the programme's. */
  readonly constant: number
}

interface Step {
  /** Weight of the step: what is had by who has any of the columns. */
  worth: number
  /** The step above it, whose columns are among this one's; −1: none. */
  parent: number
  /** Columns that this step adds to its parent's. */
  added: number[]
}

/**
 * The model as an integer programme by steps of gain: a point has a step when one of the sites that give as much is open.
 *
 * Steps with the same sites are one, whichever point they come from, which merges demand that the same sites cover; a
 * step of one site is that site's own worth; a step that no choice of `count` sites can miss is had by all.
 *
 * @param mostSteps More steps than this: null, the programme is not built.
 * @param notAll Columns of which one must stay closed; empty: none must.
 * @see Church & ReVelle (1974), Papers of the Regional Science Association 32, 101–118; Cornuéjols, Nemhauser & Wolsey
 *   (1980), SIAM Journal on Algebraic and Discrete Methods 1(3), 261–272; AlBdaiwi, Ghosh & Goldengorin (2011), Journal
 *   of Combinatorial Optimization 21, 384–394.
 */
export function buildGainProgramme(
  model: GainModel,
  mostSteps: number,
  notAll: readonly number[] = [],
): GainProgramme | null {
  const columns = model.sites.length
  const own = new Float64Array(columns)
  const steps = new Map<string, Step & { index: number }>()
  // Where one must stay closed, it may be that one fewer than allowed is opened.
  const opened = notAll.length > 0 ? model.count - 1 : model.count
  const cannotMiss = model.budget === Number.POSITIVE_INFINITY ? columns - opened : columns
  let constant = 0
  for (const ladder of laddersOf(model)) {
    let parent = -1
    let key: number[] = []
    for (const [level, { gain, added }] of ladder.entries()) {
      const worth = gain - (ladder[level + 1]?.gain ?? 0)
      key = [...key, ...added].sort((a, b) => a - b)
      if (key.length > cannotMiss) {
        constant += gain
        break
      }
      if (key.length === 1) {
        own[key[0]!]! += worth
        continue
      }
      const name = key.join()
      const step = steps.get(name)
      if (step) step.worth += worth
      else {
        // Below a single site, which is no step but its own column, a step stands for itself.
        steps.set(name, { worth, parent, added: parent < 0 ? key : added, index: steps.size })
        if (steps.size > mostSteps) return null
      }
      parent = steps.get(name)!.index
    }
  }
  return { programme: toProgramme(model, own, [...steps.values()], notAll), constant }
}

/** Of each point: its sites by falling gain, those of equal gain together. */
function laddersOf(model: GainModel): { gain: number; added: number[] }[][] {
  const givers: { column: number; gain: number }[][] = Array.from({ length: model.demandCount }, () => [])
  for (let column = 0; column < model.sites.length; column++) {
    for (let at = model.start[column]!; at < model.start[column + 1]!; at++) {
      givers[model.demand[at]!]!.push({ column, gain: model.gain[at]! })
    }
  }
  return givers.map((all) => {
    const ladder: { gain: number; added: number[] }[] = []
    for (const { column, gain } of all.sort((a, b) => b.gain - a.gain || a.column - b.column)) {
      const last = ladder.at(-1)
      if (last && last.gain === gain) last.added.push(column)
      else ladder.push({ gain, added: [column] })
    }
    return ladder
  })
}

function toProgramme(
  model: GainModel,
  own: Float64Array,
  steps: readonly Step[],
  notAll: readonly number[],
): IntegerProgramme {
  const columns = model.sites.length
  const rows = gatherRows()
  for (const [index, { parent, added }] of steps.entries()) {
    const step = columns + index
    const above = parent < 0 ? [] : [columns + parent]
    rows.add([step, ...above, ...added], (column) => (column === step ? 1 : -1), 0)
  }
  addLimits(rows, model)
  if (notAll.length > 0) rows.add(notAll, () => 1, notAll.length - 1)
  return {
    cost: Float64Array.from([...own, ...steps.map(({ worth }) => worth)]),
    isWhole: new Int32Array(columns + steps.length).fill(1, 0, columns),
    isAnyEnough: false,
    ...rows.end(),
  }
}
