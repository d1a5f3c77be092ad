import {
  type AnyWorksEvent,
  GUARANTEE_TYPES,
  STOP_CAUSES,
  type WorksEventKind,
  type WorksPayloads,
} from '@borne/geodata/works/types'
import { z } from 'zod'
import { Day, Instant } from '../../contract-kit/time.ts'

/** The most that a double holds without losing a hundredth in a sum of a thousand of them. */
const MOST_MINOR = 9_000_000_000_000
export const AmountMinor = z.number().int().min(0).max(MOST_MINOR)
const AmountChangeMinor = z.number().int().min(-MOST_MINOR).max(MOST_MINOR)
export const SharePpm = z.number().int().min(0).max(1_000_000)
const QuantityMilli = z.number().int().min(0).max(MOST_MINOR)
const Code = z.string().trim().min(1).max(40)
const Label = z.string().trim().min(1).max(500)
const Note = z.string().max(4000)
const noted = { note: Note }

const Bill = z.object({
  packages: z
    .array(z.object({ code: Code, label: Label, weightPpm: SharePpm.nullable() }))
    .min(1)
    .max(200),
  items: z
    .array(
      z.object({
        code: Code,
        packageCode: Code,
        label: Label,
        unit: z.string().trim().min(1).max(20),
        quantityMilli: QuantityMilli,
        unitPriceMinor: AmountMinor,
      }),
    )
    .min(1)
    .max(3000),
})
const ItemQuantity = z.object({ itemCode: Code, quantityMilli: QuantityMilli })
/** Whether a share is over 100 is told by the rule that names the row. */
const Measure = z.union([ItemQuantity, z.object({ packageCode: Code, percent: z.number() })])
const Plan = z.object({
  role: z.enum(['baseline', 'current']),
  name: Label,
  calendarId: z.string().min(1).max(60),
  activities: z
    .array(
      z.object({
        code: Code,
        label: Label,
        packageCode: Code.nullable(),
        durationDays: z.number().int().min(0).max(3650),
        predecessors: z
          .array(
            z.object({
              code: Code,
              type: z.enum(['FS', 'SS', 'FF', 'SF']),
              lagDays: z.number().int().min(-3650).max(3650),
            }),
          )
          .max(50),
        notBefore: Day.nullable(),
      }),
    )
    .min(1)
    .max(1000),
})
const Noted = z.object(noted)
const StopCause = z.enum(STOP_CAUSES)

/** What each kind of event carries. */
export const PAYLOADS = {
  tender: Noted,
  award: Noted,
  signature: Noted,
  'start-order': Noted,
  'stop-order': z.object({ ...noted, cause: StopCause }),
  'resume-order': Noted,
  'pre-acceptance': Noted,
  'provisional-acceptance': Noted,
  'final-acceptance': Noted,
  'retention-release': z.object({ ...noted, amountMinor: AmountMinor }),
  termination: Noted,
  amendment: z.object({
    ...noted,
    number: z.number().int().min(1).max(999),
    amountChangeMinor: AmountChangeMinor,
    daysChange: z.number().int().min(-3650).max(3650),
    bill: Bill.nullable(),
  }),
  bill: Bill,
  plan: Plan,
  'progress-report': z.object({
    ...noted,
    measures: z.array(Measure).max(3000),
    fallReason: Note.nullable(),
  }),
  'report-validated': Noted,
  'report-rejected': Noted,
  'lost-day': z.object({
    ...noted,
    cause: StopCause,
    rainMillimetres: z.number().min(0).max(1000).nullable(),
  }),
  guarantee: z.object({
    ...noted,
    type: z.enum(GUARANTEE_TYPES),
    reference: z.string().trim().min(1).max(200),
    issuer: z.string().trim().min(1).max(200),
    amountMinor: AmountMinor,
    expiresOn: Day,
  }),
  'guarantee-released': Noted,
  certificate: z.object({
    ...noted,
    number: z.number().int().min(1).max(999),
    role: z.enum(['advance', 'interim', 'final']),
    quantities: z.array(ItemQuantity).max(3000),
    penaltiesMinor: AmountMinor,
  }),
  payment: z.object({ ...noted, amountMinor: AmountMinor }),
  'punch-item': z.object({
    ...noted,
    nature: z.enum(['reserve', 'nonconformity']),
    label: Label,
    severity: z.enum(['minor', 'major', 'blocking']),
    owner: z.string().trim().max(200),
    dueOn: Day.nullable(),
    pin: z.object({ photoId: z.uuid(), x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).nullable(),
  }),
  'punch-corrected': Noted,
  'punch-checked': Noted,
  'punch-lifted': Noted,
  'punch-reopened': Noted,
  inspection: z.object({
    ...noted,
    checklistId: z.string().min(1).max(60),
    answers: z
      .array(
        z.object({
          itemId: z.string().min(1).max(60),
          result: z.enum(['conforming', 'nonconforming', 'not-applicable']),
          note: Note,
        }),
      )
      .max(200),
  }),
  withdrawal: z.object({ reason: z.string().trim().min(1).max(2000) }),
} as const satisfies { readonly [Kind in WorksEventKind]: z.ZodType<WorksPayloads[Kind]> }

const KINDS = Object.keys(PAYLOADS) as [WorksEventKind, ...WorksEventKind[]]
export const EventKind = z.enum(KINDS)

/**
 * What somebody records. The id is chosen by who records, so that what is sent twice is kept once. The payload is read
 * by the schema of the kind, and the problem names the place in it.
 */
export const WorksEventInput = z.object({
  id: z.uuid(),
  kind: EventKind,
  happenedOn: Day,
  replaces: z.uuid().nullable().default(null),
  about: z.uuid().nullable().default(null),
  payload: z.record(z.string(), z.unknown()),
  /** Photos of this contract that show it. */
  photoIds: z.array(z.uuid()).max(40).default([]),
})
export type WorksEventInput = z.input<typeof WorksEventInput>

/** An event as geodata folds it, with who recorded it where the caller may see that. */
export const RecordedEvent = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  ordinal: z.number().int(),
  kind: EventKind,
  happenedOn: Day,
  recordedAt: Instant,
  recordedBy: z.uuid().nullable(),
  /** Null also when the caller may not see who it was. */
  recordedByName: z.string().nullable(),
  replaces: z.uuid().nullable(),
  about: z.uuid().nullable(),
  payload: z.custom<AnyWorksEvent['payload']>((value) => typeof value === 'object' && value !== null),
  photoIds: z.array(z.uuid()).readonly(),
})
export type RecordedEvent = AnyWorksEvent & {
  readonly recordedByName: string | null
  readonly photoIds: readonly string[]
}
