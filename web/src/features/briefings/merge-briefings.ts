import type { Slide } from '@borne/api/contracts/briefings'
import type { Side } from '../../ui/merge-sides.ts'
import { type BriefingDraft, isSame } from './briefing-draft.ts'

export const BRIEFING_FIELDS = ['title', 'donorId', 'order'] as const
export const SLIDE_FIELDS = [
  'title',
  'body',
  'notes',
  'seconds',
  'frozenOn',
  'view',
  'content',
  'sources',
] as const satisfies readonly (keyof Slide)[]
export type SlideField = (typeof SLIDE_FIELDS)[number]

/** Something of a briefing that two people can change in different ways. */
export type MergeSpot =
  | { readonly of: 'briefing'; readonly field: (typeof BRIEFING_FIELDS)[number] }
  | { readonly of: 'slide'; readonly slideId: string; readonly field: SlideField | 'kept' }

export interface Merged {
  /** What both changed is as `choices` say, and theirs where they say nothing. */
  readonly draft: BriefingDraft
  /** What both changed in different ways and a person must choose. */
  readonly clashes: readonly MergeSpot[]
  /** Something of the other side was taken over. */
  readonly tookTheirs: boolean
}

export type Choices = Readonly<Record<string, Side>>

export function spotKey(spot: MergeSpot): string {
  return spot.of === 'briefing' ? spot.field : `${spot.slideId} ${spot.field}`
}

/**
 * Brings two drafts together that began from the same one: what one side alone changed is taken, of what both changed in
 * different ways a person chooses.
 */
export function mergeBriefings(
  base: BriefingDraft,
  mine: BriefingDraft,
  theirs: BriefingDraft,
  choices: Choices = {},
): Merged {
  const clashes: MergeSpot[] = []
  const choose = <T>(was: T, my: T, their: T, spot: MergeSpot): T => {
    if (isSame(my, their) || isSame(their, was)) return my
    if (isSame(my, was)) return their
    clashes.push(spot)
    return choices[spotKey(spot)] === 'mine' ? my : their
  }
  const title = choose(base.title, mine.title, theirs.title, { of: 'briefing', field: 'title' })
  const donorId = choose(base.donorId, mine.donorId, theirs.donorId, { of: 'briefing', field: 'donorId' })
  const slides = new Map<string, Slide>()
  for (const id of new Set([...idsOf(mine), ...idsOf(theirs)])) {
    const slide = mergeSlide(id, find(base, id), find(mine, id), find(theirs, id), choose)
    if (slide) slides.set(id, slide)
  }
  const order = mergeOrder(base, mine, theirs, choose)
  const draft = { title, donorId, slides: order.flatMap((id) => slides.get(id) ?? []) }
  return { draft, clashes, tookTheirs: !isSame(draft, mine) }
}

type Choose = <T>(was: T, my: T, their: T, spot: MergeSpot) => T

/** A slide that one side took away stays away, unless the other side changed it meanwhile: then a person chooses. */
function mergeSlide(
  slideId: string,
  was: Slide | undefined,
  my: Slide | undefined,
  their: Slide | undefined,
  choose: Choose,
): Slide | undefined {
  if (!my || !their || !was) {
    if (was) return choose<Slide | undefined>(was, my, their, { of: 'slide', slideId, field: 'kept' })
    return my ?? their
  }
  const merged: Slide = { ...their }
  const take = <Field extends SlideField>(field: Field) => {
    merged[field] = choose(was[field], my[field], their[field], { of: 'slide', slideId, field })
  }
  for (const field of SLIDE_FIELDS) take(field)
  return merged
}

/** Slides that are new on one side stand after the one that they were put after. */
function mergeOrder(
  base: BriefingDraft,
  mine: BriefingDraft,
  theirs: BriefingDraft,
  choose: Choose,
): string[] {
  const common = new Set(idsOf(base).filter((id) => find(mine, id) && find(theirs, id)))
  const kept = (draft: BriefingDraft) => idsOf(draft).filter((id) => common.has(id))
  const chosen = choose(kept(base), kept(mine), kept(theirs), { of: 'briefing', field: 'order' })
  const order = [...chosen]
  for (const side of [theirs, mine]) {
    idsOf(side).forEach((id, at, ids) => {
      if (order.includes(id)) return
      const before = ids.slice(0, at).findLast((other) => order.includes(other))
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
    })
  }
  return order
}

function idsOf({ slides }: BriefingDraft): string[] {
  return slides.map(({ id }) => id)
}

function find({ slides }: BriefingDraft, id: string): Slide | undefined {
  return slides.find((slide) => slide.id === id)
}
