/** Days as `YYYY-MM-DD`, in the calendar of the place. Instants as ISO 8601 in UTC. */
export type Day = string
export type Instant = string

/** Whole minor units of a currency (hundredths), never a fraction. */
export type AmountMinor = number

export const CURRENCIES = ['MRU', 'EUR', 'USD'] as const
export type Currency = (typeof CURRENCIES)[number]

/** What a contract says before anything happens on it. Shares are in millionths: 0.1 % = 1 000. */
export interface WorksContract {
  readonly id: string
  readonly currency: Currency
  /** Without taxes, as signed. */
  readonly amountMinor: AmountMinor
  readonly taxPpm: number
  /** Calendar days from the start order to the provisional acceptance. */
  readonly durationDays: number
  readonly terms: ContractTerms
}

export interface ContractTerms {
  /** Of the amount, for each day of delay; all penalties together stop at the cap. */
  readonly penaltyPerDayPpm: number
  readonly penaltyCapPpm: number
  /** Kept back from each certificate until the final acceptance. */
  readonly retentionPpm: number
  /** Paid before the works; taken back in proportion between two shares of the amount certified. */
  readonly advancePpm: number
  readonly advanceRecoveryFromPpm: number
  readonly advanceRecoveryToPpm: number
  /** Between the provisional and the final acceptance. */
  readonly guaranteeMonths: number
}

/**
 * Everything that happens on a contract after it was made, once, in one list that is only added to.
 *
 * `happenedOn` is the day on which it holds, `recordedAt` the instant from which it is known. An event that names
 * another in `replaces` takes its place (a correction); `withdrawal` takes one away. `about` names the event that this
 * one answers: the report that is validated, the certificate that is paid, the réserve that is lifted.
 */
export interface WorksEvent<Kind extends WorksEventKind = WorksEventKind> {
  readonly id: string
  readonly contractId: string
  /** Order of recording; total over all contracts. */
  readonly ordinal: number
  readonly kind: Kind
  readonly happenedOn: Day
  readonly recordedAt: Instant
  /** Account; null = whoever is no longer known. */
  readonly recordedBy: string | null
  readonly replaces: string | null
  readonly about: string | null
  readonly payload: WorksPayloads[Kind]
}

export type WorksEventKind = keyof WorksPayloads
/** An event of some kind, told apart by `kind`. */
export type AnyWorksEvent = { [Kind in WorksEventKind]: WorksEvent<Kind> }[WorksEventKind]

export interface WorksPayloads {
  // The legal chain, in its order.
  tender: Noted
  award: Noted
  signature: Noted
  'start-order': Noted
  'stop-order': Noted & { readonly cause: StopCause }
  'resume-order': Noted
  'pre-acceptance': Noted
  'provisional-acceptance': Noted
  'final-acceptance': Noted
  'retention-release': Noted & { readonly amountMinor: AmountMinor }
  termination: Noted
  /** Changes amount and time from its day on; a new bill where the quantities change. */
  amendment: Noted & {
    readonly number: number
    readonly amountChangeMinor: AmountMinor
    readonly daysChange: number
    readonly bill: Bill | null
  }

  // What was agreed to be built, and when.
  bill: Bill
  plan: Plan

  // Progress. A report counts once it is validated by somebody else than whoever made it.
  'progress-report': Noted & {
    readonly measures: readonly Measure[]
    /** Asked for where something falls. */
    readonly fallReason: string | null
  }
  'report-validated': Noted
  'report-rejected': Noted
  /** A day on which no work was possible. */
  'lost-day': Noted & { readonly cause: StopCause; readonly rainMillimetres: number | null }

  // Money.
  guarantee: Noted & {
    readonly type: GuaranteeType
    readonly reference: string
    readonly issuer: string
    readonly amountMinor: AmountMinor
    readonly expiresOn: Day
  }
  'guarantee-released': Noted
  certificate: Noted & {
    readonly number: number
    readonly role: 'advance' | 'interim' | 'final'
    /** To date, not since the last one; empty on the certificate of the advance. */
    readonly quantities: readonly ItemQuantity[]
    readonly penaltiesMinor: AmountMinor
  }
  payment: Noted & { readonly amountMinor: AmountMinor }

  // Quality. A réserve goes open → corrected → checked → lifted, and back to open.
  'punch-item': Noted & {
    readonly nature: 'reserve' | 'nonconformity'
    readonly label: string
    readonly severity: 'minor' | 'major' | 'blocking'
    /** Who is to mend it: a function or a firm, not a person. */
    readonly owner: string
    readonly dueOn: Day | null
    /** On a photo of this contract: shares of its width and height from the top left. */
    readonly pin: { readonly photoId: string; readonly x: number; readonly y: number } | null
  }
  'punch-corrected': Noted
  'punch-checked': Noted
  'punch-lifted': Noted
  'punch-reopened': Noted
  inspection: Noted & {
    /** Of the checklists kept as data. */
    readonly checklistId: string
    readonly answers: readonly {
      readonly itemId: string
      readonly result: 'conforming' | 'nonconforming' | 'not-applicable'
      readonly note: string
    }[]
  }

  withdrawal: { readonly reason: string }
}

interface Noted {
  readonly note: string
}

export const STOP_CAUSES = ['rain', 'flood', 'access', 'security', 'supply', 'payment', 'other'] as const
export type StopCause = (typeof STOP_CAUSES)[number]
export const GUARANTEE_TYPES = ['advance', 'performance', 'retention', 'insurance'] as const
export type GuaranteeType = (typeof GUARANTEE_TYPES)[number]

export interface Bill {
  readonly packages: readonly WorkPackage[]
  readonly items: readonly BillItem[]
}

/** A weighted part of the works. Weights add up to a million; all null = by the amounts of the items. */
export interface WorkPackage {
  readonly code: string
  readonly label: string
  readonly weightPpm: number | null
}

export interface BillItem {
  readonly code: string
  readonly packageCode: string
  readonly label: string
  readonly unit: string
  /** Thousandths of the unit. */
  readonly quantityMilli: number
  readonly unitPriceMinor: AmountMinor
}

export interface ItemQuantity {
  readonly itemCode: string
  /** To date, in thousandths of the unit. */
  readonly quantityMilli: number
}

/** What a report measured: a quantity of an item, or a share of a package. Both to date. */
export type Measure = ItemQuantity | { readonly packageCode: string; readonly percent: number }

export interface Plan {
  /** Baselines are kept side by side; the latest `current` one counts for the forecast. */
  readonly role: 'baseline' | 'current'
  readonly name: string
  readonly calendarId: string
  readonly activities: readonly Activity[]
}

export interface Activity {
  readonly code: string
  readonly label: string
  /** Whose value it earns; null for a milestone. */
  readonly packageCode: string | null
  /** Working days; 0 = a milestone. */
  readonly durationDays: number
  readonly predecessors: readonly Dependency[]
  /** Not before this day; null = as soon as what precedes allows. */
  readonly notBefore: Day | null
}

/** `FS` finish to start, `SS` start to start, `FF` finish to finish, `SF` start to finish; the lag in working days, may be negative. */
export interface Dependency {
  readonly code: string
  readonly type: 'FS' | 'SS' | 'FF' | 'SF'
  readonly lagDays: number
}

/** Which days are worked, and how much of one: rain-stops and Ramadan are data. */
export interface WorkCalendar {
  readonly id: string
  /** Of Monday to Sunday; 1 = a full day, 0 = none. */
  readonly weekShares: readonly [number, number, number, number, number, number, number]
  /** Later ones win. Dates recur each year where `from` and `until` are `MM-DD`. */
  readonly exceptions: readonly {
    readonly label: string
    readonly from: string
    readonly until: string
    readonly share: number
  }[]
}
