import type { Db } from '../../platform/db.ts'
import { shareNext } from '../../platform/share-next.ts'
import type { Overview } from './contract.ts'
import { findPostFigures, findRegionFigures, findRevisions } from './queries.ts'

/**
 * The figures that are shown first, summed up anew only when what they sum up has changed: the posts' with each write
 * to the register, the region's (every road among them) with each import.
 */
export function rememberOverview(db: Db): () => Promise<Overview> {
  const posts = remembered(() => findPostFigures(db))
  const region = remembered(() => findRegionFigures(db))
  const findCurrent = shareNext(() => findRevisions(db))
  return async () => {
    const current = await findCurrent()
    return { ...(await posts(current.register)), ...(await region(current.region)) }
  }
}

/** Keeps the last answer for as long as the revision that it was found at. */
function remembered<T>(find: () => Promise<T>): (revision: string) => Promise<T> {
  let known: { revision: string; answer: Promise<T> } | undefined
  return async (revision) => {
    if (known?.revision === revision) return known.answer
    const answer = find()
    known = { revision, answer }
    answer.catch(() => {
      known = undefined
    })
    return answer
  }
}
