import type { PhysicalStatus } from '../posts/contract.ts'
import type { VisibilityCheck, VisibilityMark, VisibilityState } from './contract.ts'

/** The worst comes first. */
const FROM_WORST: readonly VisibilityState[] = ['missing', 'wrong', 'damaged', 'unknown', 'seen']

/** What should be at a post by now: a sign of the works while it is built, a plaque when it stands. */
export function markDue(status: PhysicalStatus): VisibilityMark | null {
  if (status === 'under-works') return 'sign'
  return status === 'operational' || status === 'suspended' ? 'plaque' : null
}

export interface Judgement {
  readonly state: VisibilityState
  readonly seenOn: string | null
}

/**
 * What the last checks say: the worst of what is due and of what sticks on the equipment. A mark that is no longer due (the
 * sign of works that are over) says nothing.
 *
 * @param last The last check of each kind of mark.
 */
export function judgeVisibility(due: VisibilityMark | null, last: readonly VisibilityCheck[]): Judgement {
  const main = last.find(({ what }) => what === (due ?? 'plaque'))
  const stickers = last.filter(({ what }) => what === 'sticker')
  const said: Judgement[] = [main ?? { state: 'unknown', seenOn: null }, ...stickers]
  const [worst] = said.toSorted((a, b) => FROM_WORST.indexOf(a.state) - FROM_WORST.indexOf(b.state))
  return { state: worst!.state, seenOn: worst!.seenOn }
}

interface Judged {
  readonly due: VisibilityMark | null
  readonly state: VisibilityState
  readonly postName: string
}

/** What somebody has to do something about comes first; what nothing is due of yet, last. */
export function compareByNeed(a: Judged, b: Judged): number {
  return needOf(a) - needOf(b) || a.postName.localeCompare(b.postName, 'fr')
}

function needOf({ due, state }: Judged): number {
  const isIdle = due === null && state === 'unknown'
  return isIdle ? FROM_WORST.length : FROM_WORST.indexOf(state)
}
