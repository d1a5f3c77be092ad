import type {
  CoverageNetwork,
  CoverageQuestion,
  SitingCandidate,
  StartPost,
} from '@borne/geodata/coverage/coverage-types'
import type { TimeGrid } from '@borne/geodata/coverage/measure-time-grid'
import type { RankedLinks } from '@borne/geodata/coverage/rank-critical-links'
import type { RoadClosure } from '@borne/geodata/road-state/types'
import type { SitingRefusal } from '@borne/geodata/siting/types'
import type { SitingAnswer, SitingQuestion } from './siting-contract.ts'

/** How a siting problem is asked, apart from its places. */
export type SitingAsk = Pick<
  SitingQuestion,
  'model' | 'demand' | 'count' | 'budget' | 'seconds' | 'unknownPopulation'
>

/** What is computed away from the thread that answers people. */
export interface CoverageTask {
  readonly packed: Uint8Array<ArrayBuffer>
  readonly beside: Pick<CoverageNetwork, 'borders' | 'settlements' | 'crossings'>
  readonly posts: readonly StartPost[]
  readonly question: CoverageQuestion<null>
  readonly work:
    | {
        readonly kind: 'critical-links'
        readonly mayClose: readonly RoadClosure[]
        readonly seconds: number
      }
    | { readonly kind: 'time-grid'; readonly cellMetres: number; readonly isInRegion: Uint8Array }
    | { readonly kind: 'siting'; readonly candidates: readonly SitingCandidate[]; readonly ask: SitingAsk }
}

export type FromWorker =
  | { readonly kind: 'critical-links'; readonly answer: RankedLinks }
  | { readonly kind: 'time-grid'; readonly answer: TimeGrid }
  /** Each tells all that is known so far; the last is `complete`. */
  | { readonly kind: 'siting'; readonly answer: SitingAnswer }
  | { readonly kind: 'refused'; readonly refusal: SitingRefusal }
