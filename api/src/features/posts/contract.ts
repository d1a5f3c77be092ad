import { z } from 'zod'
import { BboxParam, featureCollection, Position } from '../../contract-kit/geojson.ts'
import { PageQuery, page } from '../../contract-kit/page.ts'
import { Day, Instant } from '../../contract-kit/time.ts'

export const PostKind = z.enum(['river', 'land'])
export const Agency = z.enum(['gendarmerie', 'police', 'customs', 'national-guard', 'joint', 'unknown'])
export const PhysicalStatus = z.enum(['planned', 'under-works', 'operational', 'suspended', 'closed'])
export const LegalStatus = z.enum([
  'international',
  'bilateral',
  'undetermined',
  'not-a-crossing-point',
  'repealed',
])
/** confirmed: surveyed or agreed on site · approximate: on a place of the same name · unconfirmed: a placeholder inside a circle of uncertainty */
export const PositionConfidence = z.enum(['confirmed', 'approximate', 'unconfirmed'])
export const PositionMethod = z.enum([
  'gps',
  'settlement',
  'landing',
  'map',
  'evidence',
  'placeholder',
  'import',
])
export const ComponentKind = z.enum([
  'office',
  'accommodation',
  'water',
  'power',
  'radio',
  'it',
  'midas',
  'sanitary',
  'fence',
  'barrier',
  'jetty',
  'vehicle',
  'boat',
  'other',
])
export const ComponentState = z.enum(['working', 'degraded', 'out-of-order', 'missing', 'planned', 'unknown'])
export const NameLanguage = z.enum(['fr', 'ar', 'en', 'other'])
export type PostKind = z.infer<typeof PostKind>
export type Agency = z.infer<typeof Agency>
export type PhysicalStatus = z.infer<typeof PhysicalStatus>
export type LegalStatus = z.infer<typeof LegalStatus>
export type PositionConfidence = z.infer<typeof PositionConfidence>
export type PositionMethod = z.infer<typeof PositionMethod>
export type ComponentKind = z.infer<typeof ComponentKind>
export type ComponentState = z.infer<typeof ComponentState>

/** One line of the list and one mark on the map. */
export const BorderPostSummary = z.object({
  name: z.string(),
  nameAr: z.string().nullable(),
  aliases: z.array(z.string()),
  kind: PostKind,
  /** Null when the caller may not see it. */
  agency: Agency.nullable(),
  physicalStatus: PhysicalStatus,
  /** From when the status holds without a break, however often its progress was noted since. */
  physicalStatusSince: Day,
  /** Day of the latest entry of the history: the progress is that day's. */
  physicalStatusOn: Day,
  /** 0–100, only while under works; null also when the caller may not see it. */
  progressPercent: z.number().nullable(),
  legalStatus: LegalStatus,
  moughataa: z.string().nullable(),
  commune: z.string().nullable(),
  /** Outside Guidimakha, e.g. Hamoud in Assaba: the wilaya's name. */
  wilaya: z.string().nullable(),
  borderSegmentId: z.string().nullable(),
  neighbour: z.string().nullable(),
  borderDistanceMetres: z.number().nullable(),
  positionConfidence: PositionConfidence,
  uncertaintyMetres: z.number().nullable(),
  /** Null when the caller may not see photos. */
  photoCount: z.number().int().nullable(),
  isDemonstration: z.boolean(),
  isArchived: z.boolean(),
  version: z.number().int(),
  updatedAt: Instant,
})
export type BorderPostSummary = z.infer<typeof BorderPostSummary>

export const PostsQuery = PageQuery.extend({
  bbox: BboxParam.optional(),
  status: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(PhysicalStatus))
    .optional()
    .describe('Physical statuses, separated by commas'),
  kind: PostKind.optional(),
  moughataa: z.string().max(200).optional().describe('Name or pcode'),
  includeArchived: z.enum(['true', 'false']).default('false'),
})
export type PostsQuery = z.infer<typeof PostsQuery>
export const BorderPosts = featureCollection(BorderPostSummary).extend({ total: z.number().int() })
export type BorderPosts = z.infer<typeof BorderPosts>

export const PostName = z.object({ name: z.string().min(1).max(200), language: NameLanguage })
export const PhysicalStatusEntry = z.object({
  status: PhysicalStatus,
  validFrom: Day,
  progressPercent: z.number().min(0).max(100).nullable(),
  note: z.string().max(2000),
})
export const LegalStatusEntry = z.object({
  status: LegalStatus,
  validFrom: Day,
  actReference: z.string().max(500),
  note: z.string().max(2000),
})
export const PostComponent = z.object({
  kind: ComponentKind,
  label: z.string().max(200),
  state: ComponentState,
  quantity: z.number().int().min(0).max(10_000),
  checkedOn: Day.nullable(),
  note: z.string().max(2000),
})
/** A function, not a person: the name may stay empty. */
export const PostContact = z.object({
  role: z.string().min(1).max(200),
  name: z.string().max(200),
  phone: z.string().max(40),
  email: z.string().max(200),
})
export type PostName = z.infer<typeof PostName>
export type PhysicalStatusEntry = z.infer<typeof PhysicalStatusEntry>
export type LegalStatusEntry = z.infer<typeof LegalStatusEntry>
export type PostComponent = z.infer<typeof PostComponent>
export type PostContact = z.infer<typeof PostContact>

export const PostPhoto = z.object({
  id: z.uuid(),
  caption: z.string(),
  /** From EXIF, null when the photo does not tell. */
  takenAt: Instant.nullable(),
  takenPosition: Position.nullable(),
  /** Distance from the post's position, when both are known. */
  takenDistanceMetres: z.number().nullable(),
  widthPixels: z.number().int(),
  heightPixels: z.number().int(),
  uploadedAt: Instant,
  urls: z.object({ thumbnail: z.string(), large: z.string() }),
})
export type PostPhoto = z.infer<typeof PostPhoto>

/** Evidence from open sources near this post, never mixed with the register's own statement. */
export const PostEvidence = z.object({
  id: z.string(),
  name: z.string(),
  evidence: z.string(),
  sources: z.string(),
  statusEvidence: z.string(),
  coordMethod: z.string(),
  distanceMetres: z.number(),
})
export type PostEvidence = z.infer<typeof PostEvidence>

/** What a person states about a post; everything else is derived from it. */
export const PostInput = z.object({
  name: z.string().trim().min(1).max(200),
  nameAr: z.string().trim().max(200).nullable(),
  aliases: z.array(PostName).max(30),
  kind: PostKind,
  agency: Agency,
  /** The sub-office that looks after the post. Absent on a new one: the author's own, else the default. */
  subOfficeId: z.string().min(1).max(60).optional(),
  /** Any JSON is let through here: the position rule answers with the problem that names what is wrong with it. */
  position: z.unknown(),
  positionConfidence: PositionConfidence,
  positionMethod: PositionMethod,
  positionNote: z.string().max(2000),
  uncertaintyMetres: z.number().min(0).max(50_000).nullable(),
  facingPost: z.string().max(200),
  physicalHistory: z.array(PhysicalStatusEntry).min(1).max(200),
  legalHistory: z.array(LegalStatusEntry).max(200),
  components: z.array(PostComponent).max(200),
  contacts: z.array(PostContact).max(50),
  notes: z.string().max(10_000),
})
export type PostInput = z.infer<typeof PostInput> & { position: Position | null }

/** A change names the version that it was made on: a stale one gets a 409 with both versions. */
export const PostChangeInput = PostInput.partial().extend({ version: z.number().int() })
export type PostChangeInput = z.infer<typeof PostChangeInput>
export const PostVersionInput = z.object({ version: z.number().int() })

/** What a post can hold and a caller may not be shown; the words of the fiche say so in their place. */
export const Withheld = z.enum([
  'agency',
  'components',
  'contacts',
  'historyNotes',
  'notes',
  'photos',
  'positionNote',
  'progress',
])
export type Withheld = z.infer<typeof Withheld>

/** Everything about a post that its caller may see: what is withheld is null or empty, and named in `withheld`. */
export const BorderPostDetail = BorderPostSummary.extend({
  id: z.uuid(),
  subOfficeId: z.string(),
  subOfficeName: z.string(),
  withheld: z.array(Withheld),
  position: Position.nullable(),
  positionMethod: PositionMethod.nullable(),
  positionNote: z.string().nullable(),
  facingPost: z.string(),
  /** Other spellings with their language, as `PostInput.aliases` takes them. */
  names: z.array(PostName),
  /** Outside every unit but inside the country: moughataa and commune are the nearest ones. */
  isNearestUnit: z.boolean(),
  borderSegmentName: z.string().nullable(),
  physicalHistory: z.array(PhysicalStatusEntry.extend({ note: z.string().nullable() })),
  legalHistory: z.array(LegalStatusEntry.extend({ note: z.string().nullable() })),
  components: z.array(PostComponent),
  contacts: z.array(PostContact),
  notes: z.string().nullable(),
  photos: z.array(PostPhoto),
  evidence: z.array(PostEvidence),
}).meta({ id: 'BorderPostDetail' })
export type BorderPostDetail = z.infer<typeof BorderPostDetail>

export const PostChange = z.object({
  id: z.number().int(),
  version: z.number().int(),
  action: z.enum([
    'created',
    'updated',
    'moved',
    'archived',
    'restored',
    'photo-added',
    'photo-removed',
    'photo-restored',
    'imported',
  ]),
  changedAt: Instant,
  /** Name of the account, or the role that it had when the name has been forgotten; `local` without one. */
  changedBy: z.string(),
  /** One row per changed field, in the field's JSON form. */
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type PostChange = z.infer<typeof PostChange>
export const PostChanges = page(PostChange)

export const PostParams = z.object({ postId: z.uuid() })
export const PhotoParams = z.object({ postId: z.uuid(), photoId: z.uuid() })
export const PhotoFileParams = z.object({ photoId: z.uuid(), size: z.enum(['thumbnail', 'large']) })
