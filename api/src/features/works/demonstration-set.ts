import { readFile } from 'node:fs/promises'
import type { ChainStep } from '@borne/geodata/works/state'
import type {
  ContractTerms,
  Currency,
  Day,
  GuaranteeType,
  StopCause,
  WorksPayloads,
} from '@borne/geodata/works/types'

const FILE = new URL('../../../demo/works.json', import.meta.url)

/** The fictional works as the file tells them: what is particular to each contract; the rest follows from it. */
export interface DemonstrationSet {
  /** The demonstration's today; this machine's clock may be before it. */
  readonly statusDate: Day
  readonly programmes: readonly { readonly key: string; readonly name: string }[]
  readonly donors: readonly { readonly key: string; readonly code: string; readonly name: string }[]
  readonly contractors: readonly { readonly key: string; readonly name: string; readonly contact: string }[]
  readonly projects: readonly DemonstrationProject[]
  readonly rates: readonly {
    readonly currency: Exclude<Currency, 'MRU'>
    readonly validFrom: Day
    readonly mruMicro: number
    readonly source: string
  }[]
  /** Bills of quantities by kind of works, in shares of the amount. */
  readonly bills: Readonly<Record<string, readonly PackageShares[]>>
  readonly contracts: readonly ContractStory[]
}

export interface DemonstrationProject {
  readonly key: string
  readonly programmeKey: string
  readonly name: string
  readonly currency: Currency
  readonly taxPpm: number
  readonly contributions: readonly {
    readonly donorKey: string
    readonly sharePpm: number
    readonly amountMinor: number
  }[]
}

export interface PackageShares {
  readonly code: string
  readonly label: string
  readonly weightPercent: number
  /** Shares of the package; null = the rest of it, once, for one unit. */
  readonly items: readonly {
    readonly label: string
    readonly unit: string
    readonly quantity: number
    readonly sharePercent: number | null
  }[]
}

export interface ContractStory {
  readonly key: string
  readonly postKeys: readonly string[]
  readonly reference: string
  readonly title: string
  readonly projectKey: string
  readonly contractorKey: string | null
  readonly amountMinor: number
  readonly durationDays: number
  readonly terms: ContractTerms
  /** Key of its bill. */
  readonly works: string
  readonly chain: Partial<Readonly<Record<ChainStep, Day>>>
  /** Of the bill where nothing else dates it. */
  readonly billOn?: Day
  readonly suspensions?: readonly {
    readonly from: Day
    readonly to: Day | null
    readonly cause: StopCause
    readonly note: string
  }[]
  readonly amendments?: readonly (Omit<WorksPayloads['amendment'], 'bill'> & { readonly on: Day })[]
  readonly advanceOn?: Day
  readonly advanceGuaranteeExpiresOn?: Day
  readonly performanceExpiresOn?: Day
  readonly guarantees?: readonly {
    readonly type: GuaranteeType
    readonly reference: string
    readonly expiresOn: Day
  }[]
  /** What was measured; reports in between follow from it. */
  readonly progress?: readonly ToldProgress[]
  readonly measuresItems?: boolean
  /** Visits in the guarantee period. */
  readonly followUpDays?: number
  readonly certificates?: readonly {
    readonly on: Day
    readonly role?: 'final'
    /** Certified, where it is not what was validated. */
    readonly percent?: number
    readonly penaltyDays?: number
    /** Null = not paid; absent = three weeks later. */
    readonly paidOn?: Day | null
  }[]
  readonly lostDays?: readonly (readonly [on: Day, cause: StopCause, rainMillimetres: number | null])[]
  /** A new current plan, for so many calendar days from the start order. */
  readonly replan?: { readonly on: Day; readonly days: number }
  /** Faults are items of the checklist; all else conforms. */
  readonly inspections?: readonly {
    readonly on: Day
    readonly checklistId: string
    readonly faults: readonly string[]
  }[]
  readonly punchItems?: readonly ToldPunchItem[]
  /** Of all of the retention. */
  readonly releaseOn?: Day
}

export interface ToldProgress {
  readonly on: Day
  readonly percent: number
  readonly note?: string
  readonly fallReason?: string
  /** Why it was rejected. */
  readonly rejected?: string
  /** Nobody has decided on it yet. */
  readonly waiting?: boolean
  /** What was said, and validated, before it was corrected. */
  readonly first?: { readonly percent: number; readonly correctedOn: Day }
}

type PunchItemFields = Pick<WorksPayloads['punch-item'], 'nature' | 'label' | 'severity' | 'owner' | 'dueOn'>
export interface ToldPunchItem extends PunchItemFields {
  readonly on: Day
  readonly steps: readonly { readonly kind: 'punch-corrected' | 'punch-checked'; readonly on: Day }[]
}

export async function readDemonstrationSet(): Promise<DemonstrationSet> {
  return JSON.parse(await readFile(FILE, 'utf8')) as DemonstrationSet
}
