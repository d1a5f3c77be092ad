import type { Position } from '@borne/geodata/geometry/position'
import { searchKey } from '@borne/geodata/geometry/search-key'
import type { Db } from '../../platform/db.ts'
import { closeImportRun, openImportRun, type RejectedRow } from '../../platform/import-run.ts'
import { ProblemError, problemWords } from '../../platform/problems.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import { type Author, changePost, createPost, getPost, LOCAL_USER, toStated } from './change-post.ts'
import type { BorderPostDetail } from './contract.ts'
import { mergePost } from './merge-post.ts'
import { type PostsFile, readPostsFile } from './read-posts-file.ts'
import { type PostFromFile, rowToPost } from './row-to-post.ts'
import { pointOf } from './write-post.ts'

export interface PostsImport {
  readonly importRunId: number
  readonly rowsRead: number
  /** Created, updated and unchanged together. */
  readonly rowsLoaded: number
  readonly rowsRejected: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejects: readonly RejectedRow[]
}
interface ImportOptions {
  readonly onProgress?: (done: number, total: number) => void
  /** Tells what would be done and does none of it. */
  readonly isPreview?: boolean
}

/** Two names of one key this near each other are one post. */
const SAME_PLACE_METRES = 100

/**
 * Loads posts from a GeoJSON or CSV file, in one transaction and without duplicates: a row is the post that has
 * its `id` or `externalId`, or its name at its position. Rows that cannot stand are left out, with their reason.
 *
 * @throws problem `posts-file-…` when the file as a whole cannot be used: then nothing is written.
 */
export async function importPosts(db: Db, path: string, options: ImportOptions = {}): Promise<PostsImport> {
  const file = await readPostsFile(path)
  let result: PostsImport | undefined
  const preview = new Error('preview')
  await db
    .transaction(async () => {
      result = await loadRows(db, file, options)
      if (options.isPreview) throw preview
    })
    .catch((error) => {
      if (error !== preview) throw error
    })
  return result as PostsImport
}

type Outcome = 'created' | 'updated' | 'unchanged'

async function loadRows(db: Db, file: PostsFile, { onProgress }: ImportOptions): Promise<PostsImport> {
  const importRunId = await openImportRun(db, {
    dataset: 'posts',
    source: 'Fichier de postes',
    licence: '—',
    attribution: '—',
    ...file,
  })
  const author: Author = { changedBy: LOCAL_USER, importRunId }
  const outcomes: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0 }
  const rejects: RejectedRow[] = []
  for (const [index, row] of file.rows.entries()) {
    const read = rowToPost(row)
    const outcome = 'reason' in read ? read : await loadPost(db, read, author)
    if (typeof outcome === 'string') outcomes[outcome] += 1
    else rejects.push({ rowNumber: row.rowNumber, ...outcome })
    onProgress?.(index + 1, file.rows.length)
  }
  const rowsRead = file.rows.length
  await closeImportRun(db, importRunId, rowsRead, rejects)
  const counts = { rowsRead, rowsLoaded: rowsRead - rejects.length, rowsRejected: rejects.length }
  return { importRunId, ...counts, ...outcomes, rejects }
}

/** One row in a savepoint of its own: a refused one leaves nothing behind. */
async function loadPost(
  db: Db,
  row: PostFromFile,
  author: Author,
): Promise<Outcome | { reason: string; detail: string }> {
  try {
    const known = await findKnown(db, row)
    if (!known) {
      const origin = { externalId: row.externalId ?? null, isDemonstration: false }
      await createPost(db, row.post, { origin, author })
      return 'created'
    }
    const merged = mergePost(toStated(known), row.stated)
    const { version } = await changePost(db, known.id, { ...merged, version: known.version }, author)
    return version === known.version ? 'unchanged' : 'updated'
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { reason: error.code, detail: problemWords(error, 'fr').detail }
  }
}

async function findKnown(db: Db, row: PostFromFile): Promise<BorderPostDetail | undefined> {
  const key = searchKey(row.post.name)
  const found = await db.many<{ id: string }>(sql`
    select post.id
      from border_post post
     where ${isSame(row, key)}
     order by (post.id = ${row.id ?? null}::uuid) desc nulls last,
              (post.external_id = ${row.externalId ?? null}) desc nulls last,
              post.id
     limit 1`)
  return found[0] && getPost(db, found[0].id)
}

function isSame(row: PostFromFile, key: string): Sql {
  const position = isPosition(row.post.position) ? row.post.position : null
  return sql`
           post.id = ${row.id ?? null}::uuid
        or post.external_id = ${row.externalId ?? null}
        or (exists (select 1 from post_name name
                     where name.post_id = post.id and name.role = 'name' and name.search_key = ${key})
            and st_dwithin(post.geom::geography, ${pointOf(position)}::geography, ${SAME_PLACE_METRES}))`
}

function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(Number.isFinite) &&
    Math.abs(value[0]) <= 180 &&
    Math.abs(value[1]) <= 90
  )
}
