import { type Caller, visibilityOf } from '../../platform/access/caller.ts'
import type { Db } from '../../platform/db.ts'
import { shareNext } from '../../platform/share-next.ts'
import type { Overview } from './contract.ts'
import { findPostFigures, findRegionFigures, findRevisions } from './queries.ts'

/** How many groups of callers who see the same are remembered at once. */
const REMEMBERED = 64

type FindOverview = (db: Db) => Promise<Overview>

/**
 * The figures that are shown first, summed up anew only when what they sum up has changed: the posts' with each write
 * to the register, the region's (every road among them) with each import. Callers who see the same posts share them.
 */
export function rememberOverview(): (db: Db, caller: Caller) => Promise<Overview> {
  const region = remembered((db: Db) => findRegionFigures(db))
  const known = new Map<string, FindOverview>()
  return (db, caller) => {
    const visibility = visibilityOf(caller)
    const find = known.get(visibility) ?? overviewOf(region)
    const oldest = known.keys().next().value
    if (!known.has(visibility) && known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest)
    known.set(visibility, find)
    return find(db)
  }
}

function overviewOf(region: Remembered<Awaited<ReturnType<typeof findRegionFigures>>>): FindOverview {
  const posts = remembered((db: Db) => findPostFigures(db))
  const findCurrent = shareNext((db: Db) => findRevisions(db))
  return async (db) => {
    const current = await findCurrent(db)
    return { ...(await posts(db, current.register)), ...(await region(db, current.region)) }
  }
}

type Remembered<T> = (db: Db, revision: string) => Promise<T>

/** Keeps the last answer for as long as the revision that it was found at. */
function remembered<T>(find: (db: Db) => Promise<T>): Remembered<T> {
  let known: { revision: string; answer: Promise<T> } | undefined
  return async (db, revision) => {
    if (known?.revision === revision) return known.answer
    const answer = find(db)
    known = { revision, answer }
    answer.catch(() => {
      known = undefined
    })
    return answer
  }
}
