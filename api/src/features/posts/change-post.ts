import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { sql } from '../../platform/sql.ts'
import { checkHistory, checkProgress } from './check-history.ts'
import { checkPosition } from './check-position.ts'
import type { BorderPostDetail, PostChange, PostChangeInput, PostInput } from './contract.ts'
import { deriveLocation, findRegionEnvelope } from './derive-location.ts'
import { diffPost, type FieldChange, nameAction } from './diff-post.ts'
import { findPost, isSubOffice, lockPost } from './queries.ts'
import { insertPost, type PostOrigin, writePost } from './write-post.ts'

/** Who writes from the terminal of the server, without an account. */
export const LOCAL_USER = 'local'

export interface Author {
  readonly changedBy: string
  readonly importRunId?: number | null
}
const LOCAL: Author = { changedBy: LOCAL_USER }
const ENTERED: PostOrigin = { externalId: null, isDemonstration: false }

interface NewPostOptions {
  readonly origin?: PostOrigin
  readonly author?: Author
  /** The last day of which its histories may tell. */
  readonly today?: string
}

/** Adds a post, with its derived location and its first change, or nothing at all. */
export function createPost(
  db: Db,
  input: PostInput,
  { origin = ENTERED, author = LOCAL, today = thisDay() }: NewPostOptions = {},
): Promise<BorderPostDetail> {
  return db.transaction(async () => {
    const post = await checkPost(db, input, { before: null, today })
    const postId = await insertPost(db, post, origin)
    const changed = diffPost(null, post)
    await writePost(db, postId, post, { version: 1, changed })
    await deriveLocation(db, postId)
    const action = author.importRunId ? 'imported' : 'created'
    await logChange(db, { postId, version: 1, action, author, fields: changed })
    return getPost(db, postId)
  })
}

/**
 * Changes the given fields of a post, made on `input.version`.
 *
 * @throws problem `post-changed-meanwhile` with both versions when that is no longer the current one.
 */
export function changePost(
  db: Db,
  postId: string,
  input: PostChangeInput,
  author: Author = LOCAL,
): Promise<BorderPostDetail> {
  const { version: madeOn, ...stated } = input
  return db.transaction(async () => {
    const current = await getCurrent(db, postId, madeOn, input)
    // What is not seen cannot be merged: it would be written over by its absence.
    if (current.withheld.length > 0) throw problem('not-permitted')
    if (current.isArchived) throw problem('post-archived', { name: current.name })
    const before = toStated(current)
    const stating = { ...before, ...definedOnly(stated) } as PostInput
    const after = await checkPost(db, stating, { before, today: thisDay() })
    const changed = diffPost(before, after)
    if (changed.length === 0) return current
    const version = current.version + 1
    await writePost(db, postId, after, { version, changed })
    await deriveLocation(db, postId)
    const action = author.importRunId ? 'imported' : nameAction(changed)
    await logChange(db, { postId, version, action, author, fields: changed })
    return getPost(db, postId)
  })
}

/** Takes a post out of the lists, or puts it back. Nothing is deleted. */
export function archivePost(
  db: Db,
  postId: string,
  madeOn: number,
  isArchived: boolean,
): Promise<BorderPostDetail> {
  return db.transaction(async () => {
    const current = await getCurrent(db, postId, madeOn, { version: madeOn })
    if (current.isArchived === isArchived) return current
    const version = current.version + 1
    await db.run(sql`
      update public.border_post
         set archived_at = ${isArchived ? sql`now()` : sql`null`},
             version = ${version},
             revision = revision + 1,
             updated_at = now()
       where id = ${postId}`)
    const fields = [{ field: 'isArchived', before: current.isArchived, after: isArchived }]
    const action = isArchived ? 'archived' : 'restored'
    await logChange(db, { postId, version, action, author: LOCAL, fields })
    return getPost(db, postId)
  })
}

/** The post, or the problem that there is none. */
export async function getPost(db: Db, postId: string): Promise<BorderPostDetail> {
  const post = await findPost(db, postId)
  if (!post) throw problem('post-not-found', { postId })
  return post
}

interface ChangeToLog {
  readonly postId: string
  readonly version: number
  readonly action: PostChange['action']
  readonly author: Author
  readonly fields: readonly FieldChange[]
}

export async function logChange(
  db: Db,
  { postId, version, action, author, fields }: ChangeToLog,
): Promise<void> {
  await db.run(sql`
    insert into public.post_change (post_id, version, action, changed_by, account_id, import_run_id, fields)
    values (${postId}, ${version}, ${action}, coalesce(nullif(current_setting('borne.role', true), ''), ${author.changedBy}),
            caller_id(), ${author.importRunId ?? null}, ${JSON.stringify(fields)}::jsonb)`)
}

async function getCurrent(db: Db, postId: string, madeOn: number, yours: object): Promise<BorderPostDetail> {
  await lockPost(db, postId)
  const current = await getPost(db, postId)
  if (current.version !== madeOn) {
    throw problem(
      'post-changed-meanwhile',
      { name: current.name, yours: madeOn, current: current.version },
      { extra: { current, yours } },
    )
  }
  return current
}

function thisDay(): string {
  return new Date().toISOString().slice(0, 10)
}

async function checkPost(
  db: Db,
  input: PostInput,
  { before, today }: { before: PostInput | null; today: string },
): Promise<PostInput> {
  const isUnmoved =
    before !== null && JSON.stringify(before.position) === JSON.stringify(input.position ?? null)
  const position = isUnmoved ? before.position : checkPosition(input.position, await findRegionEnvelope(db))
  checkText(input)
  await checkSubOffice(db, input)
  checkProgress(input.physicalHistory)
  const physical = { field: 'physicalHistory', today, known: before?.physicalHistory ?? [] }
  const legal = { field: 'legalHistory', today, known: before?.legalHistory ?? [] }
  return {
    ...input,
    nameAr: input.nameAr || null,
    position,
    physicalHistory: checkHistory(input.physicalHistory, physical),
    legalHistory: checkHistory(input.legalHistory, legal),
  }
}

/** Whether the author may give the post to it is the database's to say. */
async function checkSubOffice(db: Db, { subOfficeId }: PostInput): Promise<void> {
  if (subOfficeId === undefined || (await isSubOffice(db, subOfficeId))) return
  throw problem('sub-office-unknown', { subOfficeId }, { field: 'subOfficeId' })
}

/** What a person stated about a post, out of everything that is shown of it to who sees all of it. */
export function toStated(post: BorderPostDetail): PostInput {
  return {
    name: post.name,
    nameAr: post.nameAr,
    aliases: post.names,
    kind: post.kind,
    agency: post.agency!,
    subOfficeId: post.subOfficeId,
    position: post.position,
    positionConfidence: post.positionConfidence,
    positionMethod: post.positionMethod!,
    positionNote: post.positionNote!,
    uncertaintyMetres: post.uncertaintyMetres,
    facingPost: post.facingPost,
    physicalHistory: post.physicalHistory.map((entry) => ({ ...entry, note: entry.note! })),
    legalHistory: post.legalHistory.map((entry) => ({ ...entry, note: entry.note! })),
    components: post.components,
    contacts: post.contacts,
    notes: post.notes!,
  }
}

function definedOnly<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<T>
}
