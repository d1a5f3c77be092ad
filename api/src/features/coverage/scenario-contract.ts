import { z } from 'zod'
import { Instant } from '../../contract-kit/time.ts'
import { CoverageChanges, CoverageQuestion, Name } from './question-contract.ts'

export const CoverageScenarioInput = z.object({
  name: Name,
  note: z.string().max(4000),
  question: CoverageQuestion,
  changes: CoverageChanges,
})
export type CoverageScenarioInput = z.input<typeof CoverageScenarioInput>
/** A change names the version that it was made on: a stale one gets a 409. */
export const CoverageScenarioChangeInput = CoverageScenarioInput.extend({ version: z.number().int() })
export type CoverageScenarioChangeInput = z.input<typeof CoverageScenarioChangeInput>
export const CoverageScenarioVersionInput = z.object({ version: z.number().int() })
export const CoverageScenarioCopyInput = z.object({ name: Name })

export const CoverageScenario = CoverageScenarioInput.extend({
  id: z.uuid(),
  /** Places in `changes` whose post, contract or closure is no longer there, or not the caller's to see. */
  brokenChanges: z.array(z.number().int()),
  isArchived: z.boolean(),
  isDemonstration: z.boolean(),
  version: z.number().int(),
  updatedAt: Instant,
}).meta({ id: 'CoverageScenario' })
export type CoverageScenario = z.infer<typeof CoverageScenario>
export const CoverageScenarios = z.object({ items: z.array(CoverageScenario) })
export type CoverageScenarios = z.infer<typeof CoverageScenarios>
export const CoverageScenariosQuery = z.object({
  includeArchived: z.enum(['true', 'false']).default('false'),
})
export const CoverageScenarioParams = z.object({ scenarioId: z.uuid() })
