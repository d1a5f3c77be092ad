import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as fc from 'fast-check'
import { archivePost, changePost, createPost } from '../../api/src/features/posts/change-post.ts'
import { appendAudit } from '../../api/src/platform/audit.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { closeImportRun, openImportRun } from '../../api/src/platform/import-run.ts'
import { filePath } from '../../api/src/platform/photos/store-file.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { postInput } from './given-post.ts'
import { type MarkedRoads, markedRoads } from './marked-roads.ts'
import { type MarkedTracks, markedTracks } from './marked-tracks.ts'
import type { Mark } from './marks.ts'

export const SUB_OFFICES = ['selibaby', 'bassikounou'] as const
export type SubOffice = (typeof SUB_OFFICES)[number]

export interface PostPlan {
  readonly subOffice: SubOffice
  readonly namedFor: readonly ('contractor' | 'partner')[]
  readonly isUnderWorks: boolean
  readonly isArchived: boolean
  readonly photo: 'none' | 'shown' | 'removed'
  readonly contacts: number
  readonly components: number
}
export interface RegisterPlan {
  /** Makes the marks of one run unlike those of another. */
  readonly salt: number
  readonly posts: readonly PostPlan[]
}

const postPlan = (subOffice: fc.Arbitrary<SubOffice>): fc.Arbitrary<PostPlan> =>
  fc.record({
    subOffice,
    namedFor: fc.subarray(['contractor', 'partner'] as const),
    isUnderWorks: fc.boolean(),
    isArchived: fc.boolean(),
    photo: fc.constantFrom('shown', 'none', 'removed'),
    contacts: fc.integer({ min: 0, max: 2 }),
    components: fc.integer({ min: 0, max: 2 }),
  })

/** A register with posts of both sub-offices; numbered from 1, so that no position ends in zeros. */
export const registerPlan: fc.Arbitrary<RegisterPlan> = fc.record({
  salt: fc.integer({ min: 0, max: 0xffffff }),
  posts: fc
    .tuple(
      postPlan(fc.constant('selibaby')),
      postPlan(fc.constant('bassikounou')),
      fc.array(postPlan(fc.constantFrom(...SUB_OFFICES)), { maxLength: 2 }),
    )
    .map(([first, second, others]) => [first, second, ...others]),
})

export interface MarkedPost extends PostPlan {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly photoId: string | undefined
}

/** Makes words that stand nowhere else, and remembers where each was put. */
export class Marker {
  readonly marks: Mark[] = []
  readonly #salt: number

  constructor(salt: number) {
    this.#salt = salt
  }

  word(mark: Omit<Mark, 'text'>): string {
    const text = `${mark.class.toUpperCase()}-${this.#digest('').slice(0, 16)}`
    this.marks.push({ ...mark, text })
    return text
  }

  /** As a content name is written. */
  sha256(mark: Omit<Mark, 'text'>): string {
    const text = this.#digest('sha256')
    this.marks.push({ ...mark, text })
    return text
  }

  /** Of eight decimals, which nothing measured has. */
  number(whole: number, mark: Omit<Mark, 'text'>): number {
    const decimals = 10_000_001 + (Number.parseInt(this.#digest('number').slice(0, 6), 16) % 80_000_000)
    const value = Number(`${whole}.${decimals % 10 === 0 ? decimals + 1 : decimals}`)
    this.marks.push({ ...mark, text: String(value) })
    return value
  }

  know(mark: Mark): void {
    this.marks.push(mark)
  }

  #digest(kind: string): string {
    return createHash('sha256').update(`${this.#salt} ${this.marks.length} ${kind}`).digest('hex')
  }
}

/** Puts a post into the register with a mark in every field that can hold one, and a history of other marks. */
export async function markedPost(
  at: { db: Db; filesDir: string; marker: Marker },
  plan: PostPlan,
  number: number,
): Promise<MarkedPost> {
  const { db, marker } = at
  const scope = { postId: '' }
  // The identifier is known only once the post is there: the marks made before get it then.
  const mark = (where: string, kind: Mark['class'], rest: Partial<Mark> = {}) =>
    marker.word({ where, class: kind, ...rest, ...scope })
  const before = marker.marks.length
  const name = mark('border_post.name', 'public')
  const earlierNotes = mark('post_change.fields', 'restricted')
  const externalId = mark('border_post.external_id', 'internal', {
    toldTo: plan.isArchived ? [] : ['administrator', 'coordinator', 'focal-point', 'partner'],
  })
  const position: [number, number] = [sixDecimals(-12.18 - number / 997), sixDecimals(15.16 + number / 991)]
  const input = postInput({ name, notes: earlierNotes, position })
  const origin = { externalId, isDemonstration: false }
  const created = await createPost(db, input, { origin })
  const changed = await changePost(db, created.id, {
    version: created.version,
    aliases: [{ name: mark('post_name.name', 'public'), language: 'fr' }],
    nameAr: mark('border_post.name_ar', 'public'),
    facingPost: mark('border_post.facing_post', 'public'),
    positionNote: mark('border_post.position_note', 'internal'),
    notes: mark('border_post.notes', 'restricted'),
    physicalHistory: physicalHistory(plan, mark, marker),
    legalHistory: [
      {
        status: 'bilateral',
        validFrom: '2024-03-01',
        actReference: mark('post_legal_status.act_reference', 'public'),
        note: mark('post_legal_status.note', 'internal'),
      },
    ],
    components: Array.from({ length: plan.components }, () => ({
      kind: 'radio' as const,
      label: mark('post_component.label', 'internal'),
      state: 'working' as const,
      quantity: 1,
      checkedOn: null,
      note: mark('post_component.note', 'internal'),
    })),
    contacts: Array.from({ length: plan.contacts }, () => ({
      role: mark('post_contact.role', 'restricted'),
      name: mark('post_contact.name', 'restricted'),
      phone: mark('post_contact.phone', 'restricted'),
      email: mark('post_contact.email', 'restricted'),
    })),
  })
  for (const [index, made] of marker.marks.entries())
    if (index >= before) marker.marks[index] = { ...made, postId: created.id }
  for (const text of [created.id, ...position.map(String)])
    marker.know({ text, where: 'border_post.id, geom', class: 'public', postId: created.id })
  const photoId =
    plan.photo === 'none' ? undefined : await markedPhoto(at, created.id, plan.photo === 'removed')
  await db.run(sql`update border_post set sub_office_id = ${plan.subOffice} where id = ${created.id}`)
  const last = plan.isArchived ? await archivePost(db, created.id, changed.version, true) : changed
  return { ...plan, id: created.id, name, version: last.version, photoId }
}

function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

function physicalHistory(
  { isUnderWorks }: PostPlan,
  mark: (where: string, kind: Mark['class']) => string,
  marker: Marker,
) {
  const progressPercent = isUnderWorks
    ? marker.number(37, { where: 'post_physical_status.progress_percent', class: 'internal' })
    : null
  return [
    {
      status: isUnderWorks ? ('under-works' as const) : ('operational' as const),
      validFrom: '2025-01-06',
      progressPercent,
      note: mark('post_physical_status.note', 'internal'),
    },
  ]
}

async function markedPhoto(
  { db, filesDir, marker }: { db: Db; filesDir: string; marker: Marker },
  postId: string,
  isRemoved: boolean,
): Promise<string> {
  const known = { class: 'internal' as const, postId, ...(isRemoved ? { toldTo: [] } : {}) }
  const sizes = { large: '', thumbnail: '' }
  for (const size of ['large', 'thumbnail'] as const) {
    sizes[size] = marker.sha256({ ...known, where: `post_photo.${size}_sha256` })
    const path = filePath(filesDir, sizes[size])
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, marker.word({ ...known, where: `the ${size} picture` }))
  }
  const { id } = await db.one<{ id: string }>(sql`
    insert into post_photo (post_id, caption, upload_sha256, taken_at, taken_geom, width_pixels, height_pixels,
                            large_sha256, thumbnail_sha256, removed_at)
    values (${postId}, ${marker.word({ ...known, where: 'post_photo.caption' })},
            ${marker.sha256({ ...known, where: 'post_photo.upload_sha256', toldTo: [] })}, null, null, 1600, 1200,
            ${sizes.large}, ${sizes.thumbnail}, ${isRemoved ? sql`now()` : sql`null`})
    returning id`)
  marker.know({ ...known, text: id, where: 'post_photo.id' })
  return id
}

/** Imports, roads, journal, settings and secrets, each field with its mark. */
export async function markedOffice(
  db: Db,
  marker: Marker,
): Promise<{ importRunId: number } & MarkedRoads & MarkedTracks> {
  const importRunId = await markedImport(db, marker)
  const roads = await markedRoads(db, marker)
  const tracks = await markedTracks(db, marker)
  const audit = { class: 'restricted', need: 'audit' } as const
  await appendAudit(
    db,
    {
      accountId: null,
      role: null,
      name: marker.word({ ...audit, where: 'audit_person.name' }),
      address: marker.word({ ...audit, where: 'audit_person.address' }),
      agent: marker.word({ ...audit, where: 'audit_person.agent' }),
    },
    {
      action: 'refused',
      subject: 'route',
      subjectId: marker.word({ ...audit, where: 'audit_event.subject_id' }),
      detail: { reason: marker.word({ ...audit, where: 'audit_event.detail' }) },
    },
  )
  const salts = await db.many<{ salt: string }>(sql`select salt from audit_person`)
  for (const { salt } of salts) marker.know({ text: salt, where: 'audit_person.salt', class: 'secret' })
  const setting = { class: 'restricted', need: 'settings', where: 'setting.value', toldTo: [] } as const
  await db.run(sql`
    insert into setting (name, value) values ('essai', ${JSON.stringify(marker.word(setting))}::jsonb)`)
  return { importRunId, ...roads, ...tracks }
}

async function markedImport(db: Db, marker: Marker): Promise<number> {
  const rejects = { need: 'rejects' } as const
  const source = { source: '—', licence: '—', attribution: '—', sha256: 'e'.repeat(64) }
  const region = await openImportRun(db, {
    ...source,
    dataset: 'settlements',
    fileName: marker.word({ class: 'internal', where: 'import_run.file_name' }),
  })
  await closeImportRun(db, region, 0, [])
  const posts = await openImportRun(db, {
    ...source,
    dataset: 'posts',
    fileName: marker.word({ ...rejects, class: 'internal', where: 'import_run.file_name' }),
  })
  await closeImportRun(db, posts, 1, [
    {
      rowNumber: 1,
      reason: marker.word({ need: 'posts-rejects', class: 'restricted', where: 'import_reject.reason' }),
      detail: marker.word({ need: 'posts-rejects', class: 'restricted', where: 'import_reject.detail' }),
    },
  ])
  return posts
}
