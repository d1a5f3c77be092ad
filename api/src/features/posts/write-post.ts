import { searchKey } from '@borne/geodata/geometry/search-key'
import type { Db } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { PostInput } from './contract.ts'
import type { FieldChange } from './diff-post.ts'

export interface PostOrigin {
  readonly externalId: string | null
  readonly isDemonstration: boolean
}

/** Adds the row of a new post; its lists are written by `writePost`. */
export async function insertPost(db: Db, post: PostInput, origin: PostOrigin): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into public.border_post (external_id, name, kind, agency, position_confidence, position_method,
                                    is_demonstration, sub_office_id)
    values (${origin.externalId}, ${post.name}, ${post.kind}, ${post.agency}, ${post.positionConfidence},
            ${post.positionMethod}, ${origin.isDemonstration},
            coalesce(${post.subOfficeId ?? null}, nullif(current_setting('borne.sub_office', true), ''),
                     (select id from sub_office where is_default)))
    returning id`)
  return id
}

/** Writes what is stated about a post; of its lists, those named in `changed`. */
export async function writePost(
  db: Db,
  postId: string,
  post: PostInput,
  { version, changed }: { version: number; changed: readonly FieldChange[] },
): Promise<void> {
  await db.run(sql`
    update public.border_post
       set name = ${post.name},
           name_ar = nullif(${post.nameAr}::text, ''),
           kind = ${post.kind},
           agency = ${post.agency},
           sub_office_id = coalesce(${post.subOfficeId ?? null}, sub_office_id),
           geom = ${pointOf(post.position)},
           position_confidence = ${post.positionConfidence},
           position_method = ${post.positionMethod},
           position_note = ${post.positionNote},
           uncertainty_metres = ${post.uncertaintyMetres},
           facing_post = ${post.facingPost},
           notes = ${post.notes},
           version = ${version},
           revision = revision + 1,
           updated_at = now()
     where id = ${postId}`)
  const fields = new Set(changed.map(({ field }) => field))
  const lists = LISTS.filter((list) => list.fields.some((field) => fields.has(field)))
  for (const list of lists) await list.write(db, postId, post)
}

export function pointOf(position: PostInput['position']): Sql {
  const [lon, lat] = position ?? [null, null]
  return sql`st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4326)`
}

interface PostList {
  readonly fields: readonly (keyof PostInput)[]
  write(db: Db, postId: string, post: PostInput): Promise<void>
}

/** The lists of a post are replaced whole: what they were is in the change log. */
const LISTS: readonly PostList[] = [
  { fields: ['name', 'nameAr', 'aliases'], write: writeNames },
  {
    fields: ['physicalHistory'],
    write: async (db, postId, { physicalHistory }) => {
      await db.run(sql`delete from public.post_physical_status where post_id = ${postId}`)
      await db.run(sql`
        insert into public.post_physical_status (post_id, valid_from, status, progress_percent, note)
        select ${postId}::uuid, entry."validFrom", entry.status, entry."progressPercent", entry.note
          from jsonb_to_recordset(${JSON.stringify(physicalHistory)}::jsonb)
            as entry("validFrom" date, status text, "progressPercent" float8, note text)`)
    },
  },
  {
    fields: ['legalHistory'],
    write: async (db, postId, { legalHistory }) => {
      await db.run(sql`delete from public.post_legal_status where post_id = ${postId}`)
      await db.run(sql`
        insert into public.post_legal_status (post_id, valid_from, status, act_reference, note)
        select ${postId}::uuid, entry."validFrom", entry.status, entry."actReference", entry.note
          from jsonb_to_recordset(${JSON.stringify(legalHistory)}::jsonb)
            as entry("validFrom" date, status text, "actReference" text, note text)`)
    },
  },
  {
    fields: ['components'],
    write: async (db, postId, { components }) => {
      await db.run(sql`delete from public.post_component where post_id = ${postId}`)
      await db.run(sql`
        insert into public.post_component (post_id, ordinal, kind, label, state, quantity, checked_on, note)
        select ${postId}::uuid, entry.ordinal, entry.kind, entry.label, entry.state, entry.quantity,
               entry."checkedOn", entry.note
          from jsonb_to_recordset(${JSON.stringify(numbered(components))}::jsonb)
            as entry(ordinal int, kind text, label text, state text, quantity int, "checkedOn" date, note text)`)
    },
  },
  {
    fields: ['contacts'],
    write: async (db, postId, { contacts }) => {
      await db.run(sql`delete from public.post_contact where post_id = ${postId}`)
      await db.run(sql`
        insert into public.post_contact (post_id, ordinal, role, name, phone, email)
        select ${postId}::uuid, entry.ordinal, entry.role, entry.name, entry.phone, entry.email
          from jsonb_to_recordset(${JSON.stringify(numbered(contacts))}::jsonb)
            as entry(ordinal int, role text, name text, phone text, email text)`)
    },
  },
]

async function writeNames(db: Db, postId: string, post: PostInput): Promise<void> {
  const spellings = [
    { role: 'name', name: post.name, language: 'fr' },
    ...(post.nameAr ? [{ role: 'arabic', name: post.nameAr, language: 'ar' }] : []),
    ...post.aliases.map((alias) => ({ role: 'alias', ...alias })),
  ].map((spelling) => ({ ...spelling, searchKey: searchKey(spelling.name) }))
  await db.run(sql`delete from public.post_name where post_id = ${postId}`)
  await db.run(sql`
    insert into public.post_name (post_id, ordinal, role, name, language, search_key)
    select ${postId}::uuid, entry.ordinal, entry.role, entry.name, entry.language, entry."searchKey"
      from jsonb_to_recordset(${JSON.stringify(numbered(spellings))}::jsonb)
        as entry(ordinal int, role text, name text, language text, "searchKey" text)`)
}

function numbered<Entry extends object>(entries: readonly Entry[]): (Entry & { ordinal: number })[] {
  return entries.map((entry, ordinal) => ({ ...entry, ordinal }))
}
