import { CURRENCIES } from '@borne/geodata/works/types'
import { z } from 'zod'
import { Day } from '../../contract-kit/time.ts'
import { AmountMinor, SharePpm } from './event-contract.ts'

/** What stands around the contracts: who pays, who builds, rates, calendars and checklists. */
export const Currency = z.enum(CURRENCIES)
const Name = z.string().trim().min(1).max(200)
const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
const Version = z.number().int()
/** A change names the version that it was made on. */
export const Versioned = z.object({ version: Version })

export const DonorInput = z.object({ code: z.string().trim().min(1).max(20), name: Name })
export const Donor = DonorInput.extend({ id: z.uuid(), isDemonstration: z.boolean(), version: Version })
export type Donor = z.infer<typeof Donor>

export const ContractorInput = z.object({ name: Name, contact: z.string().max(500) })
export const Contractor = ContractorInput.extend({
  id: z.uuid(),
  /** Null when the caller may not see it. */
  contact: z.string().nullable(),
  isDemonstration: z.boolean(),
  version: Version,
})
export type Contractor = z.infer<typeof Contractor>

export const ProgrammeInput = z.object({ name: Name })
export const Programme = ProgrammeInput.extend({
  id: z.uuid(),
  isDemonstration: z.boolean(),
  version: Version,
})
export type Programme = z.infer<typeof Programme>

export const Contribution = z.object({
  donorId: z.uuid(),
  /** Of each contract of the project. Together a million, or there are none. */
  sharePpm: SharePpm,
  /** What was promised to the project; null when that is not stated. */
  amountMinor: AmountMinor.nullable(),
})
export const ProjectInput = z.object({
  programmeId: z.uuid(),
  name: Name,
  currency: Currency,
  contributions: z.array(Contribution).max(20),
})
export const Project = ProjectInput.extend({
  id: z.uuid(),
  isDemonstration: z.boolean(),
  version: Version,
  /** Null when the caller may not see what the donors promised. */
  contributions: z.array(Contribution).nullable(),
})
export type Project = z.infer<typeof Project>

/** What one unit of a currency is worth in ouguiyas from that day on, in millionths: 45 MRU = 45 000 000. */
export const CurrencyRate = z.object({
  currency: Currency.exclude(['MRU']),
  validFrom: Day,
  mruMicro: z.number().int().min(1).max(1_000_000_000_000),
  source: z.string().max(500),
})
export type CurrencyRate = z.infer<typeof CurrencyRate>
export const CurrencyRateParams = CurrencyRate.pick({ currency: true, validFrom: true })
export const CurrencyRates = z.object({ items: z.array(CurrencyRate) })

const Share = z.number().min(0).max(1)
const CalendarFields = z.object({
  nameFr: Name,
  nameEn: Name,
  source: z.string().max(2000),
  weekShares: z.tuple([Share, Share, Share, Share, Share, Share, Share]),
  exceptions: z
    .array(
      z.object({
        label: Name,
        from: z.string().regex(/^(\d{4}-)?\d\d-\d\d$/),
        until: z.string().regex(/^(\d{4}-)?\d\d-\d\d$/),
        share: Share,
      }),
    )
    .max(200),
})
export const WorkCalendarInput = CalendarFields.extend({ version: Version })
export const WorkCalendar = CalendarFields.extend({ id: Slug, version: Version })
export type WorkCalendar = z.infer<typeof WorkCalendar>
export const WorkCalendars = z.object({ items: z.array(WorkCalendar) })

const ChecklistFields = z.object({
  nameFr: Name,
  nameEn: Name,
  source: z.string().max(2000),
  items: z
    .array(
      z.object({ id: Slug, fr: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) }),
    )
    .min(1)
    .max(100),
})
export const ChecklistInput = ChecklistFields.extend({ version: Version })
export const Checklist = ChecklistFields.extend({ id: Slug, version: Version })
export type Checklist = z.infer<typeof Checklist>
export const Checklists = z.object({ items: z.array(Checklist) })

export const WorksParties = z.object({
  donors: z.array(Donor),
  contractors: z.array(Contractor),
  programmes: z.array(Programme),
  projects: z.array(Project),
})
export type WorksParties = z.infer<typeof WorksParties>

export const PartyParams = z.object({ partyId: z.uuid() })
export const SettingParams = z.object({ settingId: Slug })
