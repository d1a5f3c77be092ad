import { z } from 'zod'
import { Position } from '../../contract-kit/geojson.ts'
import { Day, Instant } from '../../contract-kit/time.ts'
import { PhysicalStatus } from '../posts/contract.ts'

export const VISIBILITY_MARKS = ['plaque', 'sign', 'sticker'] as const
/** A plaque at the building, a sign of the works, a sticker on equipment. */
export const VisibilityMark = z.enum(VISIBILITY_MARKS)
export type VisibilityMark = z.infer<typeof VisibilityMark>

export const SEEN_STATES = ['seen', 'missing', 'damaged', 'wrong'] as const
export const SeenState = z.enum(SEEN_STATES)
export type SeenState = z.infer<typeof SeenState>
/** `unknown`: what should be there was never looked for. */
export const VISIBILITY_STATES = [...SEEN_STATES, 'unknown'] as const
export const VisibilityState = z.enum(VISIBILITY_STATES)
export type VisibilityState = z.infer<typeof VisibilityState>

const MOST_NOTE_CHARACTERS = 1000

/** What somebody saw of a donor's mark at a post on a day. Never changed: what was seen later is another one. */
export const VisibilityCheck = z.object({
  id: z.uuid(),
  postId: z.uuid(),
  donorId: z.uuid(),
  what: VisibilityMark,
  state: SeenState,
  seenOn: Day,
  note: z.string(),
  /** Null: without a photo. */
  photo: z.object({ widthPixels: z.number().int(), heightPixels: z.number().int() }).nullable(),
  isDemonstration: z.boolean(),
  recordedAt: Instant,
  recordedBy: z.string().nullable(),
})
export type VisibilityCheck = z.infer<typeof VisibilityCheck>
export const VisibilityChecks = z.object({ items: z.array(VisibilityCheck) })
export type VisibilityChecks = z.infer<typeof VisibilityChecks>

export const VisibilityCheckInput = VisibilityCheck.pick({
  postId: true,
  donorId: true,
  what: true,
  state: true,
  seenOn: true,
}).extend({ note: z.string().max(MOST_NOTE_CHARACTERS).default('') })
export type VisibilityCheckInput = z.infer<typeof VisibilityCheckInput>

/** A post and one of the donors that pay for it. */
export const VisibilityItem = z.object({
  postId: z.uuid(),
  postName: z.string(),
  moughataa: z.string().nullable(),
  position: Position.nullable(),
  status: PhysicalStatus,
  isArchived: z.boolean(),
  isDemonstration: z.boolean(),
  donorId: z.uuid(),
  /** What should be there by now: a sign while it is built, a plaque when it is; null before. */
  due: VisibilityMark.nullable(),
  state: VisibilityState,
  /** The day of what the state was told by. */
  seenOn: Day.nullable(),
  /** The last check of each kind of mark. */
  checks: z.array(VisibilityCheck),
})
export type VisibilityItem = z.infer<typeof VisibilityItem>

export const VisibilityQuery = z.object({
  donorId: z.uuid().optional(),
  state: VisibilityState.optional(),
  /** As things were, and were known, at the end of that day; absent: now. */
  on: Day.optional(),
})
export type VisibilityQuery = z.infer<typeof VisibilityQuery>
/** What is missing comes first, then what is wrong, damaged, not looked for, seen. */
export const VisibilityAudit = z.object({ items: z.array(VisibilityItem) })
export type VisibilityAudit = z.infer<typeof VisibilityAudit>

export const ChecksQuery = z.object({ postId: z.uuid(), donorId: z.uuid() })
export const CheckParams = z.object({ checkId: z.uuid() })
export const CheckPhotoParams = CheckParams.extend({ size: z.enum(['thumbnail', 'large']) })

export const LOGO_GROUNDS = ['light', 'dark'] as const
export const LogoGround = z.enum(LOGO_GROUNDS)
export type LogoGround = z.infer<typeof LogoGround>

export const DonorLogo = z.object({
  /** What it is drawn for: to stand on paper, or on the dark. */
  ground: LogoGround,
  /** Content name of its pixels, which have their transparency. */
  pngSha256: z.string(),
  widthPixels: z.number().int(),
  heightPixels: z.number().int(),
  hasSvg: z.boolean(),
})
export type DonorLogo = z.infer<typeof DonorLogo>

const Name = z.string().trim().max(200)
const Credit = z.string().trim().max(300)
export const DonorVisibilityInput = z.object({
  /** French is never empty; of another, empty says: as in French. */
  names: z.object({ fr: Name.min(1), en: Name, ar: Name }),
  credit: z.object({ fr: Credit, en: Credit }),
  /** Height of its logo against the tallest. */
  logoScale: z.number().min(0.2).max(1),
  /** What the donor asks for. */
  rulesText: z.string().max(4000),
  /** The one that it was changed on; 0 where nothing was said yet. */
  version: z.number().int().min(0),
})
export type DonorVisibilityInput = z.infer<typeof DonorVisibilityInput>

/** How a donor is named and shown. What was not said yet is its name in the register of works. */
export const DonorVisibility = DonorVisibilityInput.extend({
  donorId: z.uuid(),
  code: z.string(),
  isDemonstration: z.boolean(),
  rank: z.number().int(),
  logos: z.array(DonorLogo),
})
export type DonorVisibility = z.infer<typeof DonorVisibility>
/** In the order of their logos. */
export const DonorVisibilities = z.object({ items: z.array(DonorVisibility) })
export type DonorVisibilities = z.infer<typeof DonorVisibilities>

/** All donors, in the order of their logos. */
export const DonorOrder = z.object({ donorIds: z.array(z.uuid()).min(1).max(200) })

export const DonorParams = z.object({ donorId: z.uuid() })
export const LogoParams = DonorParams.extend({ ground: LogoGround })
export const LogoFileParams = LogoParams.extend({ format: z.enum(['png', 'svg']) })
/** A logo that was kept, and what of the drawing was left out because it could do harm. */
export const KeptLogo = z.object({ donor: DonorVisibility, leftOut: z.array(z.string()) })
export type KeptLogo = z.infer<typeof KeptLogo>
