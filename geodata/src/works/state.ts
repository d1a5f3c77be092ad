import type {
  AmountMinor,
  Bill,
  Day,
  GuaranteeType,
  Instant,
  Measure,
  Plan,
  StopCause,
  WorksPayloads,
} from './types.ts'

/** Steps of the legal chain that happen once, in their order; a termination may come at any time after the signature. */
export const CHAIN_STEPS = [
  'tender',
  'award',
  'signature',
  'start-order',
  'pre-acceptance',
  'provisional-acceptance',
  'final-acceptance',
  'termination',
] as const
export type ChainStep = (typeof CHAIN_STEPS)[number]
export type ChainDays = Readonly<Record<ChainStep, Day | null>>

/** How far the chain has come. */
export const CONTRACT_STAGES = [
  'preparation',
  'tender',
  'award',
  'signature',
  'started',
  'stopped',
  'pre-accepted',
  'provisionally-accepted',
  'finally-accepted',
  'closed',
  'terminated',
] as const
export type ContractStage = (typeof CONTRACT_STAGES)[number]

/**
 * How a contract stood on a day, as it was known at an instant.
 *
 * `id` of a thing is that of the event which first told it and stays the same through its corrections; `eventId` is
 * that of the version that counts. Lists are in the order of their days, then of their recording.
 */
export interface ContractState {
  readonly on: Day
  readonly knownAt: Instant
  readonly stage: ContractStage
  readonly chain: ChainDays
  readonly suspensions: readonly Suspension[]
  readonly amendments: readonly AmendmentFact[]
  /** With all amendments up to the day, without taxes. */
  readonly amountMinor: AmountMinor
  readonly durationDays: number
  /** Each with the day from which it holds; the last one counts. */
  readonly bills: readonly BillVersion[]
  readonly baselines: readonly PlanVersion[]
  readonly currentPlan: PlanVersion | null
  readonly reports: readonly ReportFact[]
  /** Of validated reports. */
  readonly progress: Progress
  /** As it would be if every report that waits were validated. */
  readonly proposedProgress: Progress
  readonly lostDays: readonly LostDay[]
  readonly guarantees: readonly GuaranteeFact[]
  readonly certificates: readonly CertificateFact[]
  readonly payments: readonly PaymentFact[]
  readonly retentionReleases: readonly RetentionRelease[]
  readonly punchItems: readonly PunchItem[]
  readonly inspections: readonly InspectionFact[]
}

interface Fact {
  readonly id: string
  readonly eventId: string
  readonly on: Day
  readonly recordedBy: string | null
  readonly recordedAt: Instant
  readonly note: string
}

/** Stopped from `from` on; `to` is the first day that counts again, null while it lasts. */
export interface Suspension {
  readonly id: string
  readonly from: Day
  readonly to: Day | null
  readonly cause: StopCause
  readonly note: string
}

export interface AmendmentFact extends Fact {
  readonly number: number
  readonly amountChangeMinor: AmountMinor
  readonly daysChange: number
}

export interface BillVersion {
  readonly eventId: string
  readonly from: Day
  /** Of the amendment that brought it. */
  readonly amendmentNumber: number | null
  readonly bill: Bill
}

export interface PlanVersion {
  readonly eventId: string
  readonly on: Day
  readonly plan: Plan
}

export interface ReportFact extends Fact {
  readonly measures: readonly Measure[]
  readonly fallReason: string | null
  readonly state: 'proposed' | 'validated' | 'rejected'
  readonly decision: Decision | null
}

export interface Decision {
  readonly eventId: string
  readonly on: Day
  readonly by: string | null
  readonly note: string
}

/** What is built, on the bill that counts. Percents go from 0 to 100, with at most four decimals. */
export interface Progress {
  readonly items: readonly ItemProgress[]
  readonly packages: readonly PackageProgress[]
  /** By the weights of the packages, or by their amounts; null without a bill. */
  readonly physicalPercent: number | null
  /** Day of the last report in it. */
  readonly measuredOn: Day | null
}

export interface ItemProgress {
  readonly itemCode: string
  readonly packageCode: string
  /** To date, in thousandths of the unit; follows from the percent where only the package was measured. */
  readonly quantityMilli: number
  readonly percent: number
  readonly measuredOn: Day | null
}

export interface PackageProgress {
  readonly packageCode: string
  readonly percent: number
  /** Share of the works, in millionths; they add up to a million. */
  readonly weightPpm: number
  readonly measuredOn: Day | null
}

export interface LostDay extends Fact {
  readonly cause: StopCause
  readonly rainMillimetres: number | null
}

export interface GuaranteeFact extends Fact {
  readonly type: GuaranteeType
  readonly reference: string
  readonly issuer: string
  readonly amountMinor: AmountMinor
  readonly expiresOn: Day
  readonly releasedOn: Day | null
}

export interface CertificateFact extends Fact {
  readonly number: number
  readonly role: WorksPayloads['certificate']['role']
  readonly quantities: WorksPayloads['certificate']['quantities']
  /** Of this certificate alone. */
  readonly penaltiesMinor: AmountMinor
}

export interface PaymentFact extends Fact {
  readonly certificateId: string
  readonly amountMinor: AmountMinor
}

export interface RetentionRelease extends Fact {
  readonly amountMinor: AmountMinor
}

export interface PunchItem extends Fact {
  /** The inspection that raised it, which counts still; null: none. */
  readonly inspectionId: string | null
  readonly nature: WorksPayloads['punch-item']['nature']
  readonly label: string
  readonly severity: WorksPayloads['punch-item']['severity']
  readonly owner: string
  readonly dueOn: Day | null
  readonly pin: WorksPayloads['punch-item']['pin']
  readonly state: 'open' | 'corrected' | 'checked' | 'lifted'
  readonly history: readonly PunchStep[]
}

export interface PunchStep extends Decision {
  readonly kind: 'punch-item' | 'punch-corrected' | 'punch-checked' | 'punch-lifted' | 'punch-reopened'
}

export interface InspectionFact extends Fact {
  readonly checklistId: string
  readonly answers: WorksPayloads['inspection']['answers']
}
