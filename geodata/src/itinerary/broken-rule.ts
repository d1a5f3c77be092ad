import type { BrokenMissionRule } from './mission-types.ts'

/** What is broken, where the team and day are known. */
export type Broken = Omit<BrokenMissionRule, 'teamId' | 'date'>

/** What is broken without a rule of the question: it always holds. */
export function brokenAlways(kind: BrokenMissionRule['kind'], where: Partial<Broken>): Broken {
  return { ruleId: null, kind, level: 'forbid', leg: null, visitId: null, excess: 1, unit: 'count', ...where }
}
