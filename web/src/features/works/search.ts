import * as z from 'zod/mini'

export const CONTRACT_TABS = [
  'summary',
  'schedule',
  'curve',
  'money',
  'punch',
  'progress',
  'photos',
  'chronicle',
  'documents',
] as const
export type ContractTab = (typeof CONTRACT_TABS)[number]

/** What can be added to a contract from its page. */
export const EVENT_FORMS = [
  'order',
  'certificate',
  'payment',
  'guarantee',
  'amendment',
  'punch',
  'inspection',
  'bill',
  'plan',
] as const
export type EventForm = (typeof EVENT_FORMS)[number]

const text = (longest: number) =>
  z.catch(z.optional(z.pipe(z.union([z.string(), z.number()]), z.transform(cut(longest)))), undefined)
const day = () => z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))), undefined)

const portfolio = {
  /** Free text in the name, the reference, the post. */
  q: text(200),
  contractor: text(50),
  donor: text(50),
  /** A stage of the legal chain. */
  stage: text(30),
  /** Only contracts with this alarm; `any`: with one at all. */
  alarm: text(40),
  /** A column; a leading «-» reverses it. */
  sort: text(30),
  view: z.catch(z.optional(z.literal('table')), undefined),
  /** Columns of the table, with commas; absent: all. */
  cols: text(200),
}

/** What the address of the portfolio holds. */
export const worksSearch = z.object({
  ...portfolio,
  /** The contract that is selected in the list or table. */
  contract: text(50),
  /** `YYYY-MM`: the map is replayed up to the end of this month. */
  month: z.catch(z.optional(z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))), undefined),
})
export type WorksSearch = z.infer<typeof worksSearch>

/** The page of a contract keeps the filters of the list that it came from. */
export const contractSearch = z.object({
  ...portfolio,
  /** Absent: the summary. */
  tab: z.catch(z.optional(z.enum(CONTRACT_TABS)), undefined),
  /** The state as it was on this day; absent: today. */
  asOf: day(),
  /** As it was known at the end of this day; absent: all that is known. */
  knownOn: day(),
  /** The event that is shown or answered. */
  event: text(50),
  /** The form that is open. */
  form: z.catch(z.optional(z.enum(EVENT_FORMS)), undefined),
})
export type ContractSearch = z.infer<typeof contractSearch>

export const WORKS_SETTINGS_TABS = [
  'projects',
  'donors',
  'contractors',
  'rates',
  'calendars',
  'checklists',
  'templates',
  'archived',
] as const
export type WorksSettingsTab = (typeof WORKS_SETTINGS_TABS)[number]

/** The settings keep the filters of the list that they were opened from. */
export const worksSettingsSearch = z.object({
  ...portfolio,
  /** Absent: the first one that the person may see. */
  part: z.catch(z.optional(z.enum(WORKS_SETTINGS_TABS)), undefined),
  /** The contract from whose page they were opened. */
  from: text(50),
})

function cut(longest: number) {
  return (value: string | number) => String(value).slice(0, longest) || undefined
}
