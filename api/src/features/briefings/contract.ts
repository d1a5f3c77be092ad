import { z } from 'zod'
import { Day, Instant } from '../../contract-kit/time.ts'
import { MOST_TITLE_CHARACTERS, Slide, texts, UncheckedSlide, UncheckedTexts } from './slide-contract.ts'

export * from './audience-contract.ts'
export * from './export-contract.ts'
export * from './link-contract.ts'
export * from './presentation-contract.ts'
export * from './slide-contract.ts'

export const BRIEFING_TEMPLATES = [
  'empty',
  'donor-visit',
  'steering-committee',
  'inauguration',
  'monthly-progress',
] as const

export const BriefingParams = z.object({ briefingId: z.uuid() })

/** One line of the list. */
export const BriefingRow = z.object({
  id: z.uuid(),
  title: texts(MOST_TITLE_CHARACTERS),
  donorId: z.uuid().nullable(),
  slideCount: z.number().int(),
  /** Links that open now. */
  openLinkCount: z.number().int(),
  isArchived: z.boolean(),
  isDemonstration: z.boolean(),
  version: z.number().int(),
  updatedAt: Instant,
})
export type BriefingRow = z.infer<typeof BriefingRow>
export const Briefings = z.object({ items: z.array(BriefingRow) })
export type Briefings = z.infer<typeof Briefings>

export const Briefing = BriefingRow.omit({ slideCount: true, openLinkCount: true })
  .extend({ slides: z.array(Slide) })
  .meta({ id: 'Briefing' })
export type Briefing = z.infer<typeof Briefing>

export const NewBriefing = z.object({
  title: UncheckedTexts,
  template: z.enum(BRIEFING_TEMPLATES).default('empty'),
  donorId: z.uuid().nullable().default(null),
})
export type NewBriefing = z.input<typeof NewBriefing>

/** A first briefing written from the data. */
export const BriefingDraftInput = z.object({ donorId: z.uuid().nullable().default(null), from: Day, to: Day })
export type BriefingDraftInput = z.input<typeof BriefingDraftInput>

/** Saved as a whole; the version is the one that it was changed on. */
export const BriefingChange = z.object({
  title: UncheckedTexts,
  donorId: z.uuid().nullable(),
  slides: z.array(UncheckedSlide),
  version: z.number().int(),
})
export type BriefingChange = z.input<typeof BriefingChange>

/** «Add this view»: a slide at the end, whatever version is kept. */
export const AddedSlide = z.object({ slide: UncheckedSlide })
export type AddedSlide = z.input<typeof AddedSlide>

export const BriefingsQuery = z.object({ includeArchived: z.enum(['true', 'false']).default('false') })
export const BriefingVersionParams = BriefingParams.extend({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
})

export const BriefingVersion = z.object({
  version: z.number().int(),
  savedAt: Instant,
  savedBy: z.string().nullable(),
  title: texts(MOST_TITLE_CHARACTERS),
  slideCount: z.number().int(),
})
/** A briefing as it was left. */
export const BriefingAtVersion = BriefingVersion.omit({ slideCount: true }).extend({ slides: z.array(Slide) })
export type BriefingAtVersion = z.infer<typeof BriefingAtVersion>
export const BriefingVersions = z.object({ items: z.array(BriefingVersion) })
export type BriefingVersions = z.infer<typeof BriefingVersions>
