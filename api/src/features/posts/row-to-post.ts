import { z } from 'zod'
import {
  Agency,
  LegalStatus,
  PhysicalStatus,
  PositionConfidence,
  PositionMethod,
  PostInput,
  PostKind,
} from './contract.ts'
import type { PostRow } from './read-posts-file.ts'

const blankToUndefined = (value: unknown) => (value === '' || value === null ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankToUndefined, schema.optional())
const numberOf = (value: unknown) =>
  typeof value === 'string' && value !== '' ? Number(value.replace(',', '.')) : blankToUndefined(value)
const text = PostInput.shape

/** The fields of a file of posts, under the names that the export gives them. Others are left aside. */
const Row = z.object({
  id: optional(z.uuid()),
  externalId: optional(z.coerce.string().max(200)),
  name: text.name,
  nameAr: optional(z.string().trim().max(200)),
  aliases: optional(z.union([z.string(), z.array(z.string())])),
  kind: PostKind,
  agency: optional(Agency),
  physicalStatus: PhysicalStatus,
  physicalStatusSince: z.iso.date(),
  progressPercent: z.preprocess(numberOf, z.number().min(0).max(100).optional()),
  /** Taken only with its date: a legal status holds from a day on. */
  legalStatus: optional(LegalStatus),
  legalStatusSince: optional(z.iso.date()),
  positionConfidence: optional(PositionConfidence),
  positionMethod: optional(PositionMethod),
  uncertaintyMetres: z.preprocess(numberOf, z.number().min(0).max(50_000).optional()),
  facingPost: optional(text.facingPost),
  notes: optional(text.notes),
})
type Row = z.infer<typeof Row>

export interface PostFromFile {
  readonly id: string | undefined
  readonly externalId: string | undefined
  readonly post: PostInput
  /** The stated fields that the file speaks of: an import leaves the others of a known post as they are. */
  readonly stated: Partial<PostInput>
}
export interface BadRow {
  readonly reason: string
  readonly detail: string
}

/** What a row says of a post, or why it cannot be taken. */
export function rowToPost(row: PostRow): PostFromFile | BadRow {
  if (row.damage) return { reason: 'row-incomplete', detail: row.damage }
  const parsed = Row.safeParse(row.fields)
  if (!parsed.success) {
    const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join(' ; ')
    return { reason: 'field-invalid', detail }
  }
  const stated = statedBy(parsed.data, row.position)
  return { id: parsed.data.id, externalId: parsed.data.externalId, stated, post: { ...UNSTATED, ...stated } }
}

const UNSTATED: Omit<PostInput, 'name' | 'kind' | 'physicalHistory' | 'position'> = {
  nameAr: null,
  aliases: [],
  agency: 'unknown',
  positionConfidence: 'approximate',
  positionMethod: 'import',
  positionNote: '',
  uncertaintyMetres: null,
  facingPost: '',
  legalHistory: [],
  components: [],
  contacts: [],
  notes: '',
}

const ARABIC = /\p{Script=Arabic}/u

type Needed = 'name' | 'kind' | 'physicalHistory' | 'position'

function statedBy(row: Row, position: unknown): Partial<PostInput> & Pick<PostInput, Needed> {
  const { physicalStatus: status, physicalStatusSince: validFrom, legalStatus, legalStatusSince } = row
  const aliases = typeof row.aliases === 'string' ? row.aliases.split('|') : row.aliases
  const optionalFields: Partial<PostInput> = {
    nameAr: row.nameAr,
    aliases: aliases
      ?.map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({ name, language: ARABIC.test(name) ? 'ar' : 'other' })),
    agency: row.agency,
    positionConfidence: row.positionConfidence,
    positionMethod: row.positionMethod,
    uncertaintyMetres: row.uncertaintyMetres,
    facingPost: row.facingPost,
    notes: row.notes,
    legalHistory:
      legalStatus && legalStatusSince
        ? [{ status: legalStatus, validFrom: legalStatusSince, actReference: '', note: '' }]
        : undefined,
  }
  return {
    ...Object.fromEntries(Object.entries(optionalFields).filter(([, value]) => value !== undefined)),
    name: row.name,
    kind: row.kind,
    physicalHistory: [{ status, validFrom, progressPercent: row.progressPercent ?? null, note: '' }],
    position: position as PostInput['position'],
  }
}
