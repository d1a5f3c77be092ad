export type {
  CoverageEvidence,
  CoverageEvidenceInput,
  CoverageEvidenceRow,
  CoverageEvidences,
  RecomputedEvidence,
} from './evidence-contract.ts'
export type {
  Coverage,
  CoverageInput,
  CoverageWithoutRoads,
  CriticalLinks,
  CriticalLinksInput,
  ReachedRoads,
  TimeGrid,
  TimeGridInput,
  WhoComes,
  WhoComesInput,
} from './measure-contract.ts'
export { Opening, Openings, OpeningsQuery } from './measure-contract.ts'
export type { AskedCoverage, CoverageQuestion } from './question-contract.ts'
export {
  DEFAULT_ACCESS,
  MOST_BUILT_ROADS,
  MOST_CHANGES,
  MOST_POSTS,
  MOST_ROAD_POSITIONS,
} from './question-contract.ts'
export type {
  CoverageScenario,
  CoverageScenarioChangeInput,
  CoverageScenarioInput,
  CoverageScenarios,
} from './scenario-contract.ts'
export type { SitingAnswer, SitingInput } from './siting-contract.ts'
export { MOST_CANDIDATES, MOST_NEW_POSTS } from './siting-contract.ts'
