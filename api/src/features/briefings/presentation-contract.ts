import { z } from 'zod'
import { AnyGeometry, Position } from '../../contract-kit/geojson.ts'
import { Day, Instant } from '../../contract-kit/time.ts'
import { PhysicalStatus } from '../posts/contract.ts'
import { AudienceKind } from './audience-contract.ts'
import { Camera, Texts } from './slide-contract.ts'

/** Ids of a presentation are its own: `p1` a post, `a1.webp` a picture. None is that of anything stored. */
const OwnId = z.string()
/** Name of a picture: under `assets/` in an archive, else asked for with the key of the showing. */
export const AssetName = z.string().regex(/^a\d{1,4}\.(webp|png|svg|jpg)$/)

export const PresentedPost = z.object({
  id: OwnId,
  name: z.string(),
  nameAr: z.string().nullable(),
  status: PhysicalStatus,
  /** 0–100, under works; null: unknown, or withheld. */
  progressPercent: z.number().nullable(),
  position: Position.nullable(),
  /** Half the width of the cell, or the uncertainty; 0: exact. */
  precisionMetres: z.number(),
  isArchived: z.boolean(),
})
export type PresentedPost = z.infer<typeof PresentedPost>

/** What is drawn over the basemap at one time; absent layers are empty. */
export const MapState = z.object({
  /** «juin 2026», or empty where there is one state alone. */
  label: Texts,
  posts: z.array(PresentedPost),
  selectedPostId: OwnId.nullable(),
  /** The border: plain, or in bands of minutes. `band` is the place in `bands`; null: out of reach. */
  border: z.array(z.object({ geometry: AnyGeometry, band: z.number().int().nullable() })),
  /** Upper limits in minutes; null: the border is drawn plain. */
  bands: z.array(z.number()).nullable(),
  gaps: z.array(z.object({ coordinates: z.array(Position), lengthMetres: z.number() })),
  closures: z.array(z.object({ kind: z.enum(['cut', 'slow', 'four-by-four']), geometry: AnyGeometry })),
  /** One line a day, and the stops in order. */
  mission: z
    .object({
      days: z.array(z.object({ on: Day, lines: z.array(z.array(Position)) })),
      stops: z.array(z.object({ number: z.number().int(), name: z.string(), position: Position })),
    })
    .nullable(),
  /** Plaques of donors: seen, missing, in need of something. */
  plaques: z.array(
    z.object({ postId: OwnId, state: z.enum(['seen', 'missing', 'damaged', 'wrong', 'unknown']) }),
  ),
})
export type MapState = z.infer<typeof MapState>

export const PresentedMap = z.object({
  camera: Camera,
  hide: z.array(z.string()),
  move: z.enum(['jump', 'fly', 'tour']),
  /** One; or two, to be swiped: earlier and later. */
  states: z.array(MapState).min(1).max(2),
  /** Works from month to month: what changes of the posts of the state. */
  replay: z
    .array(
      z.object({
        month: z.string(),
        posts: z.array(PresentedPost.pick({ id: true, status: true, progressPercent: true })),
      }),
    )
    .nullable(),
})
export type PresentedMap = z.infer<typeof PresentedMap>

const Unit = z.enum(['count', 'percent', 'kilometres', 'people', 'days', 'MRU', 'EUR', 'USD'])
export const PresentedFigure = z.object({
  label: Texts,
  /** Null: not known, or withheld. Money in whole units of its currency. */
  value: z.number().nullable(),
  unit: Unit,
  /** «de 312 000 à 468 000», «au 28 nov. 2026»… */
  note: Texts,
  source: Texts,
})
export type PresentedFigure = z.infer<typeof PresentedFigure>

/** A chart as every channel draws it: on the screen by Recharts, in a PPTX as a native chart, in a file as SVG. */
export const PresentedChart = z.object({
  kind: z.enum(['line', 'column', 'bar']),
  title: Texts,
  unit: Unit,
  /** Labels of the places on the axis, in order; days are `YYYY-MM-DD`. */
  categories: z.array(Texts),
  isDated: z.boolean(),
  series: z
    .array(
      z.object({
        name: Texts,
        /** planned is dashed, actual solid, forecast faint; status takes the colour of the status. */
        role: z.union([z.enum(['planned', 'actual', 'paid', 'forecast', 'plain']), PhysicalStatus]),
        values: z.array(z.number().nullable()),
      }),
    )
    .min(1),
  source: Texts,
})
export type PresentedChart = z.infer<typeof PresentedChart>

export const PresentedTable = z.object({
  title: Texts,
  columns: z.array(z.object({ label: Texts, unit: Unit.nullable() })),
  /** A number has the unit of its column; a text is the same in both languages where it is a name. */
  rows: z.array(z.array(z.union([z.number(), Texts, z.null()]))),
  /** Rows that were left out for length. */
  leftOutCount: z.number().int(),
  source: Texts,
})
export type PresentedTable = z.infer<typeof PresentedTable>

export const PresentedPhoto = z.object({
  asset: AssetName,
  widthPixels: z.number().int(),
  heightPixels: z.number().int(),
  caption: Texts,
  takenOn: Day.nullable(),
})
export type PresentedPhoto = z.infer<typeof PresentedPhoto>

export const PresentedContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figures'), figures: z.array(PresentedFigure).min(1) }),
  z.object({ kind: z.literal('chart'), chart: PresentedChart }),
  z.object({ kind: z.literal('table'), table: PresentedTable }),
  z.object({ kind: z.literal('photo'), photo: PresentedPhoto }),
  z.object({ kind: z.literal('photo-pair'), before: PresentedPhoto, after: PresentedPhoto }),
])
export type PresentedContent = z.infer<typeof PresentedContent>

export const PresentedSlide = z.object({
  /** `s1`, `s2`… in order. */
  id: z.string(),
  title: Texts,
  /** Markdown, of which nothing but headings, emphasis, lists and links to http(s) is drawn. */
  body: Texts,
  /** Only in what a person presents themselves. */
  notes: z.string().nullable(),
  seconds: z.number().int().nullable(),
  /** The day that it tells of. */
  on: Day,
  isFrozen: z.boolean(),
  /** Something shown was archived since. */
  isOfArchived: z.boolean(),
  map: PresentedMap.nullable(),
  content: PresentedContent.nullable(),
  /** What map and content show, in words: enough to follow without seeing them. */
  alternative: Texts,
  sources: z.array(Texts),
})
export type PresentedSlide = z.infer<typeof PresentedSlide>

export const PresentedLogo = z.object({
  donor: Texts,
  asset: AssetName,
  widthPixels: z.number(),
  heightPixels: z.number(),
  /** Height against the tallest logo, 0–1. */
  scale: z.number(),
})
export type PresentedLogo = z.infer<typeof PresentedLogo>

/** A briefing as it is shown: in the presenter, behind a link, in a file. Everything in it may be told to its audience. */
export const Presentation = z
  .object({
    format: z.literal(1),
    title: Texts,
    madeAt: Instant,
    /** `own`: whoever made it, who sees what they see anyway. */
    audience: z.object({ kind: z.union([z.literal('own'), AudienceKind]), name: Texts }),
    isDemonstration: z.boolean(),
    /** The page of a donor: its figures are looked at together, not told in an order. */
    isDashboard: z.boolean().optional(),
    slides: z.array(PresentedSlide),
    logos: z.array(PresentedLogo),
    /** Who is to be named for what is shown: donors, then data. */
    credits: z.array(Texts),
  })
  .meta({ id: 'Presentation' })
export type Presentation = z.infer<typeof Presentation>
