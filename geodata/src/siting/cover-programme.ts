import type { GainModel } from './gain-model.ts'
import type { IntegerProgramme } from './mip-solver.ts'
import { addLimits, gatherRows } from './programme-rows.ts'

/**
 * Whether sites within the limits give every point something, as an integer programme: the fewest that do. It has a
 * solution where there are such sites.
 *
 * A point that all sites of another one serve is served with it and left out.
 *
 * @see Toregas, Swain, ReVelle & Bergman (1971), Operations Research 19(6), 1363–1373.
 */
export function buildCoverProgramme(model: GainModel): IntegerProgramme {
  const columns = model.sites.length
  const rows = gatherRows()
  for (const servers of hardestPoints(model)) rows.add(servers, () => -1, -1)
  addLimits(rows, model)
  return {
    cost: new Float64Array(columns).fill(-1),
    isWhole: new Int32Array(columns).fill(1),
    isAnyEnough: true,
    ...rows.end(),
  }
}

/** The sites of each point that must be asked for: those of no other point are all among them. */
function hardestPoints(model: GainModel): number[][] {
  const servers: number[][] = Array.from({ length: model.demandCount }, () => [])
  for (let column = 0; column < model.sites.length; column++) {
    for (let at = model.start[column]!; at < model.start[column + 1]!; at++) {
      servers[model.demand[at]!]!.push(column)
    }
  }
  const hardest: number[][] = []
  for (const all of servers.filter((some) => some.length > 0).sort((a, b) => a.length - b.length)) {
    const has = new Set(all)
    if (!hardest.some((few) => few.every((column) => has.has(column)))) hardest.push(all)
  }
  return hardest
}
