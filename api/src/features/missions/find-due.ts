import { VISIT_PRIORITIES } from '@borne/geodata/itinerary/mission-types'
import type { Db } from '../../platform/db.ts'
import type { DueReason, DueVisit, DueVisits } from './due-contract.ts'
import { findVisitedPosts, findVisitedWorks, type VisitedPost } from './due-queries.ts'
import { findRequests } from './settings-queries.ts'
import { ageNeed, minutesOf, requestNeed, worksNeeds } from './visit-needs.ts'

/**
 * Posts that are to be visited, with why: by works, by requests, and by the age of the last visit. The most pressing first: by
 * priority, then by the latest day, then by how many reasons there are, then by the age of the last visit.
 */
export async function findDue(db: Db, on: string): Promise<DueVisits> {
  const works = (await findVisitedWorks(db)).map((one) => ({ ...one, needs: worksNeeds(one, on) }))
  const requests = (await findRequests(db)).filter(({ isClosed }) => !isClosed)
  const items = (await findVisitedPosts(db, on)).flatMap((post) => {
    const reasons = [
      ...works.filter(({ postIds }) => postIds.includes(post.postId)).flatMap(({ needs }) => needs),
      ...requests.filter(({ postId }) => postId === post.postId).map(requestNeed),
      ...ageNeed(post, on),
    ].sort(byUrgency)
    return reasons.length > 0 ? [dueVisit(post, reasons)] : []
  })
  return { on, items: items.sort(byPressure) }
}

function dueVisit(post: VisitedPost, reasons: DueReason[]): DueVisit {
  const earliest = reasons.flatMap((reason) => reason.earliest ?? []).toSorted()
  const latest = reasons.flatMap((reason) => reason.latest ?? []).toSorted()
  // One visit serves all of its reasons where it can: not before the first may be, not after the first must be.
  const last = latest[0] ?? null
  const first = reasons.length === earliest.length ? earliest[0]! : null
  return {
    ...post,
    plannedIn: [...post.plannedIn],
    reasons,
    minutes: minutesOf(reasons),
    earliest: first !== null && (last === null || first <= last) ? first : null,
    latest: last,
    priority: reasons[0]!.priority,
  }
}

function rank({ priority }: Pick<DueReason, 'priority'>): number {
  return VISIT_PRIORITIES.indexOf(priority)
}

function byUrgency(a: DueReason, b: DueReason): number {
  return rank(a) - rank(b) || compare(a.latest ?? '9', b.latest ?? '9')
}

function byPressure(a: DueVisit, b: DueVisit): number {
  return (
    rank(a) - rank(b) ||
    compare(a.latest ?? '9', b.latest ?? '9') ||
    b.reasons.length - a.reasons.length ||
    compare(a.lastVisitOn ?? '', b.lastVisitOn ?? '')
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
