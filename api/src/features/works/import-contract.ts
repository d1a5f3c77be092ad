import { CURRENCIES } from '@borne/geodata/works/types'
import { z } from 'zod'
import { PAYLOADS } from './event-contract.ts'

export const BILL_ROLES = [
  'package',
  'code',
  'label',
  'unit',
  'quantity',
  'unitPrice',
  'amount',
  'weight',
] as const
export type BillRole = (typeof BILL_ROLES)[number]
export const PLAN_ROLES = [
  'code',
  'label',
  'duration',
  'predecessors',
  'start',
  'notBefore',
  'package',
  'level',
] as const
export type PlanRole = (typeof PLAN_ROLES)[number]
export const ImportRole = z.enum([...new Set([...BILL_ROLES, ...PLAN_ROLES])])
export type ImportRole = z.infer<typeof ImportRole>

const DecimalMark = z.enum([',', '.'])
const Index = z.number().int().min(0).max(200)

/** How a person says that the table is to be read. What is left out is guessed. */
export const ImportMapping = z.strictObject({
  sheet: z.string().max(200).optional(),
  /** Number of the row with the heads, as the spreadsheet shows it; 0 = there are no heads. */
  headRow: z.number().int().min(0).optional(),
  /** Columns by what they hold, from 0; once given, no column is guessed. */
  columns: z.partialRecord(ImportRole, Index).optional(),
  decimalMark: DecimalMark.optional(),
})
export type ImportMapping = z.infer<typeof ImportMapping>

/** What the bill is read for: that of the contract adds up to its amount, that of an amendment changes it. */
export const BillPreviewQuery = z.object({ as: z.enum(['bill', 'amendment']).default('bill') })

/** Something that keeps a table from being taken, or that should be looked at. */
export const ImportNote = z.object({
  severity: z.enum(['error', 'warning']),
  /** Of the catalogue of problems. */
  code: z.string(),
  /** In the caller's language. */
  message: z.string(),
  sheet: z.string(),
  /** As the spreadsheet shows them; null where the whole table is meant. */
  row: z.number().int().nullable(),
  column: z.string().nullable(),
})
export type ImportNote = z.infer<typeof ImportNote>

const table = {
  sheets: z.array(z.object({ name: z.string(), rowCount: z.number().int() })),
  sheet: z.string(),
  headRow: z.number().int(),
  decimalMark: DecimalMark.nullable(),
  columns: z.array(
    z.object({
      index: z.number().int(),
      letters: z.string(),
      head: z.string(),
      role: ImportRole.nullable(),
      /** Of the first rows below the heads. */
      samples: z.array(z.string()),
    }),
  ),
  /** The first 200 of each severity, errors first. */
  notes: z.array(ImportNote),
  errorCount: z.number().int(),
  warningCount: z.number().int(),
}

const AmountMinor = z.number().int()

/** A bill as read, before it is saved; saving is recording an event of the kind `bill`. */
export const BillPreview = z.object({
  ...table,
  /** Null while there are errors. */
  bill: PAYLOADS.bill.nullable(),
  lines: z.array(
    z.object({
      row: z.number().int(),
      kind: z.enum(['package', 'item', 'total', 'skipped']),
      code: z.string(),
      label: z.string(),
      unit: z.string(),
      quantityMilli: z.number().int().nullable(),
      unitPriceMinor: AmountMinor.nullable(),
      /** Quantity × price; of a total, what the table says. */
      amountMinor: AmountMinor.nullable(),
    }),
  ),
  totals: z.object({
    currency: z.enum(CURRENCIES),
    computedMinor: AmountMinor,
    /** In the row of the grand total; null without one. */
    statedMinor: AmountMinor.nullable(),
    /** Of the contract, with its amendments so far. */
    contractMinor: AmountMinor,
  }),
})
export type BillPreview = z.infer<typeof BillPreview>

/** A schedule as read, before it is saved; saving is recording an event of the kind `plan`. */
export const PlanPreview = z.object({
  ...table,
  /** Null while there are errors. */
  activities: PAYLOADS.plan.shape.activities.nullable(),
  lines: z.array(
    z.object({
      row: z.number().int(),
      kind: z.enum(['activity', 'summary']),
      code: z.string(),
      label: z.string(),
      packageCode: z.string().nullable(),
      durationDays: z.number().int().nullable(),
      predecessors: z.string(),
      notBefore: z.string().nullable(),
    }),
  ),
})
export type PlanPreview = z.infer<typeof PlanPreview>
