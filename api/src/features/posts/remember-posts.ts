import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { shareNext } from '../../platform/share-next.ts'
import { POSTS_ATTRIBUTION } from './attribution.ts'
import { findPostsText, findRegisterRevision, type PostsFilter } from './queries.ts'

/** How many different questions are remembered at once. */
const REMEMBERED = 64

type PostsQuestion = PostsFilter & { readonly limit: number; readonly offset: number }

export interface RememberedPosts {
  /** Changes with the question and with every write to the register. */
  etagOf(question: PostsQuestion): Promise<string>
  textOf(question: PostsQuestion, etag: string): Promise<string>
}

/**
 * Keeps the answers to the questions asked last, each as long as the register is as it was. Its revision is asked
 * of the database each time, so that no answer is old, also when another process writes.
 */
export function rememberPosts(db: Db): RememberedPosts {
  const texts = new Map<string, string>()
  const findRevision = shareNext(() => findRegisterRevision(db))
  return {
    etagOf: async (question) => {
      const revision = await findRevision()
      const hash = createHash('sha256')
        .update(`${revision} ${JSON.stringify(question)}`)
        .digest('base64url')
      return `"${hash.slice(0, 22)}"`
    },
    textOf: async (question, etag) => {
      const known = texts.get(etag)
      if (known !== undefined) return known
      const text = await findPostsText(db, question, { ...question, attribution: POSTS_ATTRIBUTION })
      const oldest = texts.keys().next().value
      if (texts.size >= REMEMBERED && oldest !== undefined) texts.delete(oldest)
      texts.set(etag, text)
      return text
    },
  }
}
