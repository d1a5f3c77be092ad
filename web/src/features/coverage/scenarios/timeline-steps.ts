import type { CoverageInput, Opening } from '@borne/api/contracts/coverage'
import { addDays } from '../../../ui/days.ts'

export type OpeningKind = 'received' | 'forecast' | 'contractual'
/** From the surest to the least sure. */
const KINDS: readonly OpeningKind[] = ['received', 'forecast', 'contractual']

/** A day of the construction plan, with the posts that count from then on. */
export interface TimelineStep {
  readonly on: string
  /** Contracts whose posts open on that day; none on the first step, which is as things stand. */
  readonly openings: readonly Opening[]
  /** How sure the day is; null: as things stand. */
  readonly kind: OpeningKind | null
  /** Every post that has opened by then. */
  readonly postIds: readonly string[]
}

export interface Timeline {
  readonly steps: readonly TimelineStep[]
  /** Of which no day can be told. */
  readonly undated: readonly Opening[]
  /** On posts that are in service already: they add nothing. */
  readonly idle: readonly Opening[]
}

/**
 * The construction plan as steps: first as things stand, then each day on which a post that is not in service opens. A post
 * of two contracts opens with the first.
 */
export function timelineSteps(openings: readonly Opening[], today: string): Timeline {
  const adding = openings.filter(({ posts }) => posts.some(({ isOperational }) => !isOperational))
  const dated = adding.filter(isDated).sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1))
  const steps: TimelineStep[] = []
  let postIds: string[] = []
  for (const [on, sameDay] of Map.groupBy(dated, ({ opensOn }) => opensOn)) {
    const opened = sameDay.flatMap(({ posts }) =>
      posts.filter(({ isOperational }) => !isOperational).map(({ postId }) => postId),
    )
    const added = [...new Set(opened)].filter((postId) => !postIds.includes(postId))
    if (added.length === 0) continue
    postIds = [...postIds, ...added]
    const kind = KINDS[Math.max(...sameDay.map((opening) => KINDS.indexOf(opening.kind)))]!
    steps.push({ on, openings: sameDay, kind, postIds })
  }
  const first = steps[0]?.on
  const begin = first !== undefined && first <= today ? addDays(first, -1) : today
  return {
    steps: [{ on: begin, openings: [], kind: null, postIds: [] }, ...steps],
    undated: adding.filter((opening) => !isDated(opening)),
    idle: openings.filter((opening) => !adding.includes(opening)),
  }
}

function isDated(opening: Opening): opening is Opening & { opensOn: string; kind: OpeningKind } {
  return opening.opensOn !== null && opening.kind !== 'unknown'
}

/** The changes that a step makes to what exists. */
export function changesOf({ postIds }: TimelineStep): NonNullable<CoverageInput['changes']> {
  return postIds.map((postId) => ({ kind: 'post-opens', postId }))
}

/** The step that is shown for a day of the address: the last one that has come by then; absent: the last of all. */
export function stepIndex(steps: readonly TimelineStep[], day: string | undefined): number {
  if (day === undefined) return steps.length - 1
  return Math.max(
    0,
    steps.findLastIndex(({ on }) => on <= day),
  )
}
