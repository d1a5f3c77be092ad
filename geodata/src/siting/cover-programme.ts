import type { GainModel } from './gain-model.ts'
import type { IntegerProgramme } from './mip-solver.ts'
import { addLimits, gatherRows } from './programme-rows.ts'

/**
 * Whether sites within the limits give every point something, as an integer programme: the fewest that do. It has a
 * solution where there are such sites.
 *
 * @param notAll Candidates of which one at least stays closed; empty: none must.
 *
 * @see Toregas, Swain, ReVelle & Bergman (1971), Operations Research 19(6), 1363–1373.
 */
export function buildCoverProgramme(model: GainModel, notAll: readonly number[]): IntegerProgramme {
  const columns = model.sites.length
  const rows = gatherRows()
  for (const servers of serversByPoint(model)) rows.add(servers, () => -1, -1)
  addLimits(rows, model)
  const barred = notAll.map((site) => model.sites.indexOf(site))
  if (barred.length > 0 && !barred.includes(-1)) rows.add(barred, () => 1, barred.length - 1)
  return {
    cost: new Float64Array(columns).fill(-1),
    isWhole: new Int32Array(columns).fill(1),
    isAnyEnough: true,
    ...rows.end(),
  }
}

function serversByPoint(model: GainModel): number[][] {
  const servers: number[][] = Array.from({ length: model.demandCount }, () => [])
  for (let column = 0; column < model.sites.length; column++) {
    for (let at = model.start[column]!; at < model.start[column + 1]!; at++) {
      servers[model.demand[at]!]!.push(column)
    }
  }
  return servers
}
