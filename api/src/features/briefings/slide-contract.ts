import { z } from 'zod'
import { Position } from '../../contract-kit/geojson.ts'
import { Day } from '../../contract-kit/time.ts'
import { PhysicalStatus, PostKind } from '../posts/contract.ts'

/** More are refused, with these figures. */
export const MOST_SLIDES = 200
export const MOST_BODY_CHARACTERS = 8_000
export const MOST_NOTES_CHARACTERS = 8_000
export const MOST_TITLE_CHARACTERS = 200

/** The same said in each language of the interface; empty: not written yet, and the other one stands in. */
export const texts = (longest: number) =>
  z.object({ fr: z.string().max(longest), en: z.string().max(longest) })
export const Texts = texts(MOST_BODY_CHARACTERS)
export type Texts = z.infer<typeof Texts>

/** What is drawn over the basemap. */
export const SLIDE_LAYERS = [
  'border',
  'posts',
  'coverage',
  'gaps',
  'closures',
  'mission',
  'visibility',
] as const
export const SlideLayer = z.enum(SLIDE_LAYERS)
export type SlideLayer = z.infer<typeof SlideLayer>

export const Camera = z.object({ center: Position, zoom: z.number().min(0).max(22) })
export type Camera = z.infer<typeof Camera>

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** Which posts are on the map, as the filters of the register say it. */
export const PostFilter = z.object({
  statuses: z.array(PhysicalStatus).max(5).optional(),
  kind: PostKind.optional(),
  moughataa: z.string().max(200).optional(),
  donorId: z.uuid().optional(),
  postIds: z.array(z.uuid()).max(500).optional(),
})
export type PostFilter = z.infer<typeof PostFilter>

/** What coverage is measured for; what is absent is as the coverage page has it. */
export const SlideCoverage = z.object({
  minutes: z.number().min(1).max(1440).default(60),
  /** Day of the roads; null: the dry season without closures. */
  date: Day.nullable().default(null),
  vehicle: z.string().max(40).optional(),
  includeUnconfirmed: z.boolean().default(false),
  scenarioId: z.uuid().optional(),
})
export type SlideCoverage = z.infer<typeof SlideCoverage>

/** A saved view of the map. */
export const SlideView = z.object({
  camera: Camera,
  layers: z.array(SlideLayer).max(SLIDE_LAYERS.length),
  /** Groups of the basemap that are off, as in the address. */
  hide: z.array(z.string().max(40)).max(30).default([]),
  posts: PostFilter.default({}),
  coverage: SlideCoverage.nullable().default(null),
  missionId: z.uuid().nullable().default(null),
  /** The post that is looked at. */
  selectedPostId: z.uuid().nullable().default(null),
  /** The same map on an earlier day, to be swiped against this one. */
  compareOn: Day.nullable().default(null),
  /** Works are replayed from month to month. */
  replay: z.object({ from: Month, to: Month }).nullable().default(null),
  /** How the camera comes here: at once, in flight, or in flight and then from post to post. */
  move: z.enum(['jump', 'fly', 'tour']).default('fly'),
  /** The page of the app that it was saved from: a path with its query. */
  href: z
    .string()
    .max(4000)
    .regex(/^\/(?!\/)/)
    .nullable()
    .default(null),
})
export type SlideView = z.infer<typeof SlideView>

export const FIGURES = [
  'posts-operational',
  'posts-under-works',
  'posts-planned',
  'posts-opened',
  'progress-mean',
  'contracts-open',
  'contracts-late',
  'amount-committed',
  'amount-paid',
  'border-total',
  'border-in-reach',
  'border-share',
  'population-in-reach',
  'plaques-seen',
] as const
export const CHARTS = [
  'posts-by-status',
  'posts-over-time',
  'progress-by-post',
  's-curve',
  'border-by-segment',
  'coverage-by-season',
] as const
export const TABLES = ['posts', 'works', 'milestones', 'visibility'] as const

/** A photo of a post or of works. */
export const PhotoRef = z.object({ of: z.enum(['post', 'works']), id: z.uuid() })
export type PhotoRef = z.infer<typeof PhotoRef>

/** What stands beside the text. */
export const SlideContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figures'), figures: z.array(z.enum(FIGURES)).min(1).max(6) }),
  z.object({ kind: z.literal('chart'), chart: z.enum(CHARTS), contractId: z.uuid().optional() }),
  z.object({ kind: z.literal('table'), table: z.enum(TABLES) }),
  z.object({ kind: z.literal('photo'), photo: PhotoRef }),
  z.object({ kind: z.literal('photo-pair'), before: PhotoRef, after: PhotoRef }),
])
export type SlideContent = z.infer<typeof SlideContent>

export const Slide = z
  .object({
    /** Chosen by the editor, unique in the briefing. */
    id: z.string().regex(/^[a-z0-9]{1,16}$/),
    title: texts(MOST_TITLE_CHARACTERS),
    /** Markdown: headings, emphasis, lists, links. */
    body: Texts,
    /** For whoever presents; in no link and no export but a person's own. */
    notes: z.string().max(MOST_NOTES_CHARACTERS).default(''),
    /** How long it stands when it goes on by itself; null: until it is pressed. */
    seconds: z.number().int().min(1).max(3600).nullable().default(null),
    /** Frozen: as things were, and were known, at the end of this day. Null: live. */
    frozenOn: Day.nullable().default(null),
    view: SlideView.nullable().default(null),
    content: SlideContent.nullable().default(null),
    /** Where the figures of the text come from, a line each. */
    sources: z.array(texts(500)).max(30).default([]),
  })
  .meta({ id: 'Slide' })
export type Slide = z.infer<typeof Slide>
export const Slides = z.array(Slide)

/** As they are sent: how long they are is refused in words that name the slide. */
export const UncheckedTexts = z.object({ fr: z.string(), en: z.string() })
export const UncheckedSlide = Slide.extend({
  title: UncheckedTexts,
  body: UncheckedTexts,
  notes: z.string().default(''),
})
