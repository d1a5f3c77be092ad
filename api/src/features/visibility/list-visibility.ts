import type { Db } from '../../platform/db.ts'
import type { VisibilityAudit, VisibilityCheck, VisibilityItem, VisibilityQuery } from './contract.ts'
import { compareByNeed, judgeVisibility, markDue } from './judge-visibility.ts'
import { findLastChecks, findPairs } from './queries.ts'

/** Each post by each donor that pays for it, and what was last seen there; what has to be looked after comes first. */
export function listVisibility(db: Db, { on, donorId, state }: VisibilityQuery): Promise<VisibilityAudit> {
  return db.transaction(async () => {
    const pairs = await findPairs(db, { on, donorId })
    const lastOf = Map.groupBy(await findLastChecks(db, on), pairKey)
    const items = pairs.map((pair) => judge(pair, lastOf.get(pairKey(pair)) ?? []))
    const asked = items.filter((item) => state === undefined || item.state === state)
    return { items: asked.toSorted(compareByNeed) }
  })
}

function pairKey({ postId, donorId }: { postId: string; donorId: string }): string {
  return `${postId} ${donorId}`
}

function judge(
  pair: Awaited<ReturnType<typeof findPairs>>[number],
  checks: readonly VisibilityCheck[],
): VisibilityItem {
  const due = markDue(pair.status)
  return { ...pair, due, ...judgeVisibility(due, checks), checks: [...checks] }
}
