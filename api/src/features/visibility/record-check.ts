import type { Caller } from '../../platform/access/caller.ts'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { keepPhoto, type PhotoToKeep } from '../../platform/photos/keep-photo.ts'
import { problem } from '../../platform/problems.ts'
import type { VisibilityCheck, VisibilityCheckInput } from './contract.ts'
import { findCheck, findPairs, findUpload, hasPost, insertCheck } from './queries.ts'

interface CheckToRecord {
  /** Chosen by whoever records it. */
  readonly checkId: string
  readonly input: VisibilityCheckInput
  /** Of the photo, where there is one. */
  readonly bytes: Buffer | undefined
}

/** Keeps what was seen, with its photo. The same sent again is kept once. */
export async function recordCheck(
  { db, caller, filesDir }: { db: Db; caller: Caller; filesDir: string },
  { checkId, input, bytes }: CheckToRecord,
): Promise<{ check: VisibilityCheck; isNew: boolean }> {
  checkText(input)
  if (input.seenOn > dayAhead())
    throw problem('visibility-seen-in-future', { seenOn: input.seenOn }, { field: 'seenOn' })
  await checkPair(db, input)
  const insert = async (photo: PhotoToKeep | null) => {
    if (!(await insertCheck(db, { checkId, by: caller.accountId, input }, photo))) throw taken(checkId)
    return true
  }
  const isNew = bytes
    ? await keepPhoto(filesDir, bytes, (sha256) => findSent(db, { checkId, input, sha256 }), insert)
    : ((await findSent(db, { checkId, input, sha256: null })) ?? (await insert(null)))
  const check = await findCheck(db, checkId)
  if (!check) throw problem('visibility-check-not-found', { checkId })
  return { check, isNew }
}

/** Today where it is latest: a phone east of here may be a day ahead. */
function dayAhead(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)
}

async function checkPair(db: Db, { postId, donorId }: VisibilityCheckInput): Promise<void> {
  const [pair] = await findPairs(db, { postId, donorId })
  if (pair) return
  if (!(await hasPost(db, postId))) throw problem('post-not-found', { postId }, { field: 'postId' })
  throw problem('visibility-donor-not-of-post', { postId, donorId }, { field: 'donorId' })
}

/** `false` where the same was sent before; nothing where the id is free. */
async function findSent(
  db: Db,
  { checkId, input, sha256 }: Omit<CheckToRecord, 'bytes'> & { sha256: string | null },
): Promise<false | undefined> {
  const kept = await findCheck(db, checkId)
  if (!kept) return undefined
  const upload = await findUpload(db, checkId)
  const isSame =
    upload?.sha256 === sha256 &&
    (['postId', 'donorId', 'what', 'state', 'seenOn', 'note'] as const).every(
      (field) => kept[field] === input[field],
    )
  if (!isSame) throw taken(checkId)
  return false
}

function taken(checkId: string): Error {
  return problem('visibility-check-id-taken', { checkId }, { field: 'checkId' })
}
