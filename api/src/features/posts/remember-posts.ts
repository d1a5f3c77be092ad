import { createHash } from 'node:crypto'
import { type Caller, visibilityOf } from '../../platform/access/caller.ts'
import type { Db } from '../../platform/db.ts'
import { shareNext } from '../../platform/share-next.ts'
import { POSTS_ATTRIBUTION } from './attribution.ts'
import { findPostsText, findRegisterRevision, type PostsFilter } from './queries.ts'

/** How many different questions, and how many groups of callers who see the same, are remembered at once. */
const REMEMBERED = 64

type PostsQuestion = PostsFilter & { readonly limit: number; readonly offset: number }

export interface RememberedPosts {
  /** Changes with the question, with what the caller may see, and with every write to what they see of the register. */
  etagOf(db: Db, caller: Caller, question: PostsQuestion): Promise<string>
  textOf(db: Db, question: PostsQuestion, etag: string): Promise<string>
}

/**
 * Keeps the answers to the questions asked last, each as long as the register is as it was. Its revision is asked
 * of the database each time, so that no answer is old, also when another process writes. Callers who see the same
 * share an answer, and nobody else.
 */
export function rememberPosts(): RememberedPosts {
  const texts = new Map<string, string>()
  const revisions = new Map<string, (db: Db) => Promise<string>>()
  return {
    etagOf: async (db, caller, question) => {
      const visibility = visibilityOf(caller)
      const findRevision = revisions.get(visibility) ?? shareNext((asker: Db) => findRegisterRevision(asker))
      keep(revisions, visibility, findRevision)
      const revision = await findRevision(db)
      const hash = createHash('sha256')
        .update(`${visibility} ${revision} ${JSON.stringify(question)}`)
        .digest('base64url')
      return `"${hash.slice(0, 22)}"`
    },
    textOf: async (db, question, etag) => {
      const known = texts.get(etag)
      if (known !== undefined) return known
      const text = await findPostsText(db, question, { ...question, attribution: POSTS_ATTRIBUTION })
      keep(texts, etag, text)
      return text
    },
  }
}

function keep<T>(known: Map<string, T>, key: string, value: T): void {
  const oldest = known.keys().next().value
  if (!known.has(key) && known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest)
  known.set(key, value)
}
