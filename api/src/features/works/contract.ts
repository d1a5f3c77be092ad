import { WORKS_ALARMS } from '@borne/geodata/works/results'
import type { ContractStage } from '@borne/geodata/works/state'
import { z } from 'zod'
import { Position } from '../../contract-kit/geojson.ts'
import { Day, Instant } from '../../contract-kit/time.ts'
import { AmountMinor, RecordedEvent, SharePpm, WorksEventInput } from './event-contract.ts'
import { Currency, CurrencyRate, WorkCalendar } from './settings-contract.ts'

export type { RecordedEvent, WorksEventInput } from './event-contract.ts'
export type { BillPreview, ImportMapping, ImportNote, ImportRole, PlanPreview } from './import-contract.ts'
export type {
  Checklist,
  Contractor,
  CurrencyRate,
  Donor,
  Programme,
  Project,
  WorkCalendar,
  WorksParties,
} from './settings-contract.ts'

/** How far the legal chain has come. */
export const WorksStage = z.enum([
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
]) satisfies z.ZodType<ContractStage>
export type WorksStage = z.infer<typeof WorksStage>

const Percent = z.number()
const Days = z.number().int()
const Named = z.object({ id: z.uuid(), name: z.string() })

/** Something to look at, on a day. */
export const WorksAlarm = z.object({
  code: z.enum(WORKS_ALARMS),
  severity: z.enum(['warning', 'critical']),
  /** The day that it is about: an expiry, a due day; null when there is none. */
  on: Day.nullable(),
  /** The event that it is about: a guarantee, a réserve, a report. */
  eventId: z.uuid().nullable(),
  /** What fills its words. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type WorksAlarm = z.infer<typeof WorksAlarm>

/** A month of the small S-curve: shares of the amount, 0–100; null where there is no plan, or the month is to come. */
export const CurvePoint = z.object({
  on: Day,
  planned: Percent.nullable(),
  earned: Percent.nullable(),
  paid: Percent.nullable(),
})

/** One line of the portfolio. Figures are as known now; delay, penalties and alarms are those of the day asked for. */
export const WorksRow = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  programme: Named,
  project: Named,
  contractor: Named.nullable(),
  donors: z.array(Named.extend({ code: z.string() })),
  posts: z.array(Named),
  currency: Currency,
  /** Without taxes, with the amendments. */
  amountMinor: AmountMinor,
  stage: WorksStage,
  startedOn: Day.nullable(),
  /** End of the contract's time on the day asked for, with amendments and suspensions; null before the start order. */
  endsOn: Day.nullable(),
  receivedOn: Day.nullable(),
  delayDays: Days.nullable(),
  penaltyMinor: AmountMinor,
  /** Null without a bill. */
  physicalPercent: Percent.nullable(),
  /** Planned for the day asked for; null without a plan. */
  plannedPercent: Percent.nullable(),
  certifiedPercent: Percent,
  paidPercent: Percent,
  openPunchCount: z.number().int(),
  /** Reports that wait for the second person. */
  pendingReportCount: z.number().int(),
  /** The same, each with whoever recorded it: nobody decides on their own. */
  waitingReports: z.array(z.object({ eventId: z.uuid(), on: Day, recordedBy: z.uuid().nullable() })),
  lastReportOn: Day.nullable(),
  alarms: z.array(WorksAlarm),
  curve: z.array(CurvePoint),
  isArchived: z.boolean(),
  isDemonstration: z.boolean(),
  version: z.number().int(),
  updatedAt: Instant,
})
export type WorksRow = z.infer<typeof WorksRow>

export const WorksSort = z.enum([
  'reference',
  'title',
  'stage',
  'delay',
  'physical',
  'paid',
  'alarms',
  'end',
  'contractor',
])
export type WorksSort = z.infer<typeof WorksSort>

export const WorksQuery = z.object({
  on: Day.optional().describe('Day of the dated figures; absent: today'),
  postId: z.uuid().optional(),
  donorId: z.uuid().optional(),
  contractorId: z.uuid().optional(),
  stage: WorksStage.optional(),
  withAlarm: z.enum(['true', 'false']).default('false'),
  includeArchived: z.enum(['true', 'false']).default('false'),
  sort: WorksSort.default('reference'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: z.coerce.number().int().min(1).max(5000).default(5000),
  offset: z.coerce.number().int().min(0).default(0),
})
export type WorksQuery = z.infer<typeof WorksQuery>
export const WorksRows = z.object({
  on: Day,
  items: z.array(WorksRow),
  total: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
})
export type WorksRows = z.infer<typeof WorksRows>

const Terms = z.object({
  penaltyPerDayPpm: SharePpm,
  penaltyCapPpm: SharePpm,
  retentionPpm: SharePpm,
  advancePpm: SharePpm,
  advanceRecoveryFromPpm: SharePpm,
  advanceRecoveryToPpm: SharePpm,
  guaranteeMonths: z.number().int().min(0).max(120),
})

/** What is stated of a contract before anything happens on it. From the signature on, its terms change by amendment. */
export const WorksContractInput = z.object({
  reference: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(300),
  projectId: z.uuid(),
  contractorId: z.uuid().nullable(),
  postIds: z.array(z.uuid()).min(1).max(50),
  currency: Currency,
  /** Without taxes, as signed. */
  amountMinor: AmountMinor.min(1),
  taxPpm: SharePpm,
  durationDays: z.number().int().min(1).max(3650),
  terms: Terms,
})
export type WorksContractInput = z.infer<typeof WorksContractInput>
/** A change names the version that it was made on: a stale one gets a 409. */
export const WorksContractChangeInput = WorksContractInput.extend({ version: z.number().int() })
export type WorksContractChangeInput = z.infer<typeof WorksContractChangeInput>
export const WorksVersionInput = z.object({ version: z.number().int() })
export const WorksParams = z.object({ contractId: z.uuid() })

/** A `WorksContract` of geodata, with what names it. */
export const WorksContractDetail = z.object({
  id: z.uuid(),
  currency: Currency,
  amountMinor: AmountMinor,
  taxPpm: SharePpm,
  durationDays: Days,
  terms: Terms,
  reference: z.string(),
  title: z.string(),
  programme: Named,
  project: Named,
  contractor: Named.nullable(),
  /** Shares are null when the caller may not see what the donors promised. */
  donors: z.array(Named.extend({ code: z.string(), sharePpm: SharePpm.nullable() })),
  posts: z.array(Named),
  version: z.number().int(),
  isArchived: z.boolean(),
  isDemonstration: z.boolean(),
  updatedAt: Instant,
})
export type WorksContractDetail = z.infer<typeof WorksContractDetail>

export const WorksPhoto = z.object({
  id: z.uuid(),
  caption: z.string(),
  /** From EXIF or as told by who took it. */
  takenAt: Instant.nullable(),
  position: Position.nullable(),
  /** Photos from one place and angle share it: «façade nord». */
  viewpoint: z.string().nullable(),
  widthPixels: z.number().int(),
  heightPixels: z.number().int(),
  uploadedAt: Instant,
  uploadedBy: z.uuid().nullable(),
  uploadedByName: z.string().nullable(),
  urls: z.object({ thumbnail: z.string(), large: z.string() }),
})
export type WorksPhoto = z.infer<typeof WorksPhoto>

/** All that the browser folds: what happened, and what is needed to judge it on any day. */
export const WorksFile = z.object({
  contract: WorksContractDetail,
  events: z.array(RecordedEvent),
  photos: z.array(WorksPhoto),
  /** All calendars: a plan names one, and a new plan may name another. */
  calendars: z.array(WorkCalendar),
  rates: z.array(CurrencyRate),
})
export type WorksFile = Omit<z.infer<typeof WorksFile>, 'events'> & {
  readonly events: readonly RecordedEvent[]
}

/** One visit is one question: all of its events are recorded, or none. */
export const WorksEventsInput = z.object({ events: z.array(WorksEventInput).min(1).max(100) })
export type WorksEventsInput = z.input<typeof WorksEventsInput>
export const RecordedEvents = z.object({ events: z.array(RecordedEvent) })
export type RecordedEvents = { readonly events: readonly RecordedEvent[] }

export const WorksPhotoParams = WorksParams.extend({ worksPhotoId: z.uuid() })
export const WorksPhotoFileParams = WorksPhotoParams.extend({ size: z.enum(['thumbnail', 'large']) })

/** Whatever needs looking at, over all contracts that the caller sees, the gravest and oldest first. */
export const WorksAlerts = z.object({
  on: Day,
  items: z.array(
    WorksAlarm.extend({
      contractId: z.uuid(),
      reference: z.string(),
      title: z.string(),
      postNames: z.array(z.string()),
      isDemonstration: z.boolean(),
    }),
  ),
})
export type WorksAlerts = z.infer<typeof WorksAlerts>
export const WorksOnQuery = z.object({ on: Day.optional().describe('Absent: today') })
export const WorksExportQuery = WorksOnQuery.extend({
  includeArchived: z.enum(['true', 'false']).default('false'),
})

/** What each post looked like at each month's end, for the rings of the map and its slider. */
export const WorksProgress = z.object({
  /** Last days of the months, the first of them that in which the first works began. */
  months: z.array(Day),
  posts: z.array(
    z.object({
      postId: z.uuid(),
      contractIds: z.array(z.uuid()),
      /** One for each month; null before the start order. Several contracts count by their amounts. */
      percents: z.array(Percent.nullable()),
      stages: z.array(WorksStage),
    }),
  ),
})
export type WorksProgress = z.infer<typeof WorksProgress>
