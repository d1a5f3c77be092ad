import { z } from 'zod'
import { SlideLayer, texts } from './slide-contract.ts'

/**
 * Fields of posts and works that a rule has to name before they are told. `names`: of posts; without it they are numbered.
 * `dates`: of works and receptions. `money`: amounts, paid shares, penalties. `staffing`: staff, contacts. `population`: of settlements in reach.
 */
export const SHARED_FIELDS = [
  'names',
  'progress',
  'dates',
  'agency',
  'legal',
  'contractor',
  'money',
  'staffing',
  'photos',
  'population',
] as const
export const SharedField = z.enum(SHARED_FIELDS)
export type SharedField = z.infer<typeof SharedField>

/**
 * Metres between the lines of the grid on whose middles positions are told; 0: as they are. Each is twice the one before,
 * so that the cells nest.
 */
export const GRIDS_METRES = [0, 1000, 2000, 4000, 8000] as const

/** What an audience may see. What a rule does not name is withheld. */
export const AudienceRules = z.object({
  posts: z.enum(['none', 'of-donor', 'operational', 'all']).default('none'),
  gridMetres: z
    .union([z.literal(0), z.literal(1000), z.literal(2000), z.literal(4000), z.literal(8000)])
    .default(8000),
  fields: z.array(SharedField).max(SHARED_FIELDS.length).default([]),
  layers: z.array(SlideLayer).max(7).default([]),
})
export type AudienceRules = z.infer<typeof AudienceRules>

export const AudienceKind = z.enum(['donor', 'government', 'public'])
export type AudienceKind = z.infer<typeof AudienceKind>

export const AudienceInput = z.object({ names: texts(80), rules: AudienceRules })
export const Audience = AudienceInput.extend({
  id: z.string(),
  kind: AudienceKind,
  isArchived: z.boolean(),
  version: z.number().int(),
})
export type Audience = z.infer<typeof Audience>
export const Audiences = z.object({ items: z.array(Audience) })
export type Audiences = z.infer<typeof Audiences>

export const NewAudience = AudienceInput.extend({ kind: AudienceKind })
/** The version is the one that it was changed on. */
export const AudienceChange = AudienceInput.extend({ version: z.number().int() })
const AudienceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const AudienceParams = z.object({ audienceId: AudienceId })

/** An audience and, for a donor's, which donor. */
export const AskedAudience = z.object({
  audienceId: AudienceId,
  donorId: z.uuid().nullable().default(null),
})
export type AskedAudience = z.infer<typeof AskedAudience>

/** Something that the audience does not get, told to whoever shares. */
export const Withheld = z.object({
  /** Null: of the whole briefing. */
  slideId: z.string().nullable(),
  what: z.enum([
    'post',
    'field',
    'layer',
    'precision',
    'name-in-text',
    'amount-in-text',
    'place-in-text',
    'photo',
    'figure',
    'chart',
    'table',
    'notes',
  ]),
  /** The field, layer, figure, chart or table. */
  name: z.string().nullable(),
  /** How many of them. */
  count: z.number().int(),
  why: z.enum([
    'not-of-donor',
    'not-operational',
    'no-posts',
    'field-not-shared',
    'layer-not-shared',
    'coarse-positions',
    'never-shared',
    'archived',
  ]),
})
export type Withheld = z.infer<typeof Withheld>
