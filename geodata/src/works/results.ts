import type { LapsedGuarantee } from './lapsed-guarantees.ts'
import type { ChainDays, ContractStage, Suspension } from './state.ts'
import type { AmountMinor, Currency, Day, GuaranteeType, WorksPayloads } from './types.ts'

/** What the clock needs to know: a `ContractState` has it, and so has a `WorksSummary`. */
export interface ClockFacts {
  readonly chain: ChainDays
  readonly suspensions: readonly Pick<Suspension, 'from' | 'to' | 'cause'>[]
  readonly amountMinor: AmountMinor
  readonly durationDays: number
}

/** The time of a contract on a day. Days are calendar days; the day of the start order is day 0. */
export interface ContractClock {
  readonly on: Day
  readonly startedOn: Day | null
  /** Of the provisional acceptance, or of the termination: there the time stops. */
  readonly stoppedOn: Day | null
  /** As amended. */
  readonly durationDays: number
  /** From the start to the day or to the stop, suspensions included. */
  readonly elapsedDays: number
  readonly suspendedDays: number
  /** Left of the duration; negative = late by that many days. */
  readonly remainingDays: number
  /** Start + duration as signed. */
  readonly signedEnd: Day | null
  /** Start + duration with amendments + suspended days; moves while a suspension lasts. */
  readonly plannedEnd: Day | null
  readonly delayDays: number
  readonly isSuspended: boolean
  readonly penalty: PenaltyExposure
  /** Provisional acceptance + guarantee months. */
  readonly guaranteeEnd: Day | null
  /** What there is to draw, without gaps, in the order of the days. */
  readonly phases: readonly ClockPhase[]
}

export interface PenaltyExposure {
  readonly perDayMinor: AmountMinor
  /** For the delay so far, not above the cap. */
  readonly exposureMinor: AmountMinor
  readonly capMinor: AmountMinor
  readonly isCapped: boolean
}

export interface ClockPhase {
  readonly kind: 'procurement' | 'mobilisation' | 'works' | 'suspended' | 'delay' | 'guarantee' | 'ahead'
  readonly from: Day
  /** First day of what follows. */
  readonly to: Day
}

/** What a contract has certified and paid, line by line and together. All amounts in `currency`. */
export interface Ledger {
  readonly currency: Currency
  /** With amendments, without taxes. */
  readonly amountMinor: AmountMinor
  readonly taxMinor: AmountMinor
  readonly lines: readonly LedgerLine[]
  readonly totals: LedgerTotals
}

/** A certificate (décompte): what it says to date, and what it adds to those before it. */
export interface LedgerLine {
  readonly certificateId: string
  readonly number: number
  readonly role: WorksPayloads['certificate']['role']
  readonly on: Day
  readonly toDate: CertificateAmounts
  readonly period: CertificateAmounts
  readonly paidMinor: AmountMinor
  readonly outstandingMinor: AmountMinor
  /** Last payment. */
  readonly paidOn: Day | null
  /** Over on the day of the payment, or of the certificate while it is not paid. */
  readonly lapsedGuarantees: readonly LapsedGuarantee[]
  /** Valued items, to date: a line of the bill, its quantity and its amount. */
  readonly items: readonly {
    readonly itemCode: string
    readonly quantityMilli: number
    readonly amountMinor: AmountMinor
  }[]
}

/** net = gross + advance − recovery − retention − penalties + taxes, to the last minor unit. */
export interface CertificateAmounts {
  readonly grossMinor: AmountMinor
  readonly advanceMinor: AmountMinor
  readonly recoveryMinor: AmountMinor
  readonly retentionMinor: AmountMinor
  readonly penaltiesMinor: AmountMinor
  /** On gross + advance − recovery. */
  readonly taxMinor: AmountMinor
  readonly netMinor: AmountMinor
}

export interface LedgerTotals extends CertificateAmounts {
  readonly advanceOutstandingMinor: AmountMinor
  readonly retentionReleasedMinor: AmountMinor
  readonly retentionHeldMinor: AmountMinor
  /** Payments of certificates, and the retention released. */
  readonly paidMinor: AmountMinor
  /** Certified and not paid. */
  readonly outstandingMinor: AmountMinor
  /** Gross of the amount, and paid of the amount with its taxes; 0–100. */
  readonly certifiedPercent: number
  readonly paidPercent: number
}

/** Why an event may not be recorded, or should be looked at. `params` fill its words. */
export interface WorksRefusal<Code extends string = WorksRefusalCode> {
  readonly code: Code
  /** Place in the event, `payload.items` or `happenedOn`; absent where the whole of it is meant. */
  readonly field?: string
  /** Of a list in the payload, from 1. */
  readonly row?: number
  readonly params: Readonly<Record<string, string | number>>
}

export const WORKS_REFUSALS = [
  'not-a-day',
  'future-day',
  'unknown-event',
  'replaces-other-kind',
  'already-replaced',
  'breaks-later-event',
  'before-what-it-answers',
  'same-person',
  'photo-missing',
  'duplicate-code',
  'unknown-package',
  'unknown-item',
  'no-bill',
  'not-started',
  'contract-closed',
  'chain-order',
  'chain-repeated',
  'acceptance-before-start',
  'overlapping-suspension',
  'resume-without-stop',
  'open-blocking-punch-items',
  'amendment-number-order',
  'amendment-duration-none',
  'amount-below-certified',
  'amount-too-large',
  'bill-total-mismatch',
  'bill-below-certified',
  'weights-mixed',
  'weights-not-a-million',
  'plan-cycle',
  'plan-duration',
  'plan-lag',
  'unknown-predecessor',
  'percent-out-of-range',
  'quantity-over-bill',
  'quantity-below-certified',
  'progress-falls',
  'already-decided',
  'guarantee-expires-before',
  'already-released',
  'certificate-number-order',
  'certificate-after-final',
  'certificate-over-amount',
  'certificate-below-last',
  'penalties-over-cap',
  'advance-repeated',
  'advance-none',
  'advance-with-quantities',
  'amount-not-positive',
  'payment-over-net',
  'release-before-acceptance',
  'release-over-held',
  'punch-wrong-state',
] as const
export type WorksRefusalCode = (typeof WORKS_REFUSALS)[number]

/** Recorded all the same, and marked. */
export const WORKS_WARNINGS = [
  'payment-under-lapsed-guarantee',
  'certified-beyond-validated',
  'guarantee-period-runs',
] as const
export type WorksWarningCode = (typeof WORKS_WARNINGS)[number]

export const WORKS_ALARMS = [
  'paid-ahead-of-works',
  'works-ahead-of-paid',
  'late',
  'penalty-cap-near',
  'guarantee-lapsed',
  'guarantee-expiring',
  'report-waiting',
  'report-missing',
  'punch-overdue',
  'suspended-long',
  'guarantee-period-ending',
  'final-acceptance-overdue',
] as const
export type WorksAlarmCode = (typeof WORKS_ALARMS)[number]

/** Something to look at on a day, with what fills its words. */
export interface WorksAlarm {
  readonly code: WorksAlarmCode
  readonly severity: 'warning' | 'critical'
  /** The day that it is about: an expiry, a due day. */
  readonly on: Day | null
  /** The event that it is about: a guarantee, a report, a réserve. */
  readonly eventId: string | null
  readonly values: Readonly<Record<string, string | number>>
}

/**
 * What lists need of a contract, as known when it was made. From it `contractClock` and `worksAlarms` tell the figures of any day from
 * `lastEventOn` on, without the events.
 */
export interface WorksSummary extends ClockFacts {
  readonly stage: ContractStage
  readonly lastEventOn: Day | null
  readonly physicalPercent: number | null
  /** With the reports that wait. */
  readonly proposedPercent: number | null
  readonly certifiedMinor: AmountMinor
  readonly netMinor: AmountMinor
  readonly paidMinor: AmountMinor
  readonly outstandingMinor: AmountMinor
  readonly advanceOutstandingMinor: AmountMinor
  readonly retentionHeldMinor: AmountMinor
  readonly certifiedPercent: number
  readonly paidPercent: number
  /** Paid, without what is left of the advance, of the amount with its taxes. */
  readonly paidForWorksPercent: number
  /** Réserves and nonconformities that are not lifted. */
  readonly openPunchItems: readonly {
    readonly eventId: string
    readonly severity: WorksPayloads['punch-item']['severity']
    readonly state: 'open' | 'corrected' | 'checked'
    readonly dueOn: Day | null
  }[]
  /** Not released: of each type the one that expires last. */
  readonly guarantees: readonly {
    readonly eventId: string
    readonly type: GuaranteeType
    readonly reference: string
    readonly expiresOn: Day
  }[]
  readonly lastReportOn: Day | null
  /** By whom, since somebody else has to decide. */
  readonly waitingReports: readonly {
    readonly eventId: string
    readonly on: Day
    readonly recordedBy: string | null
  }[]
  /** At most 36 month ends, to the end of the plan or the last event. */
  readonly curve: readonly WorksCurvePoint[]
}

/** At the end of a day, in percent; planned is null without a plan, the others after the last event. */
export interface WorksCurvePoint {
  readonly on: Day
  readonly planned: number | null
  readonly earned: number | null
  readonly paid: number | null
}
