import type { Briefing, Slide, SlideView, Texts } from '@borne/api/contracts/briefings'

/** What the editor changes of a briefing. */
export interface BriefingDraft {
  readonly title: Texts
  readonly donorId: string | null
  readonly slides: readonly Slide[]
}

const ID_LENGTH = 8
const NO_TEXT: Texts = { fr: '', en: '' }

export function draftOf({ title, donorId, slides }: Briefing): BriefingDraft {
  return { title, donorId, slides }
}

/** An id that no slide of the briefing has. */
export function newSlideId(taken: readonly { readonly id: string }[]): string {
  const id = crypto.randomUUID().replace(/-/g, '').slice(0, ID_LENGTH)
  return taken.some((slide) => slide.id === id) ? newSlideId(taken) : id
}

/** A live slide without text. */
export function beginSlide(id: string, view: SlideView | null): Slide {
  return {
    id,
    title: NO_TEXT,
    body: NO_TEXT,
    notes: '',
    seconds: null,
    frozenOn: null,
    view,
    content: null,
    sources: [],
  }
}

/** Puts a slide after the named one; after all where that one is not there. */
export function insertSlide(draft: BriefingDraft, slide: Slide, afterId: string | undefined): BriefingDraft {
  const at = draft.slides.findIndex(({ id }) => id === afterId)
  const slides = [...draft.slides]
  slides.splice(at === -1 ? slides.length : at + 1, 0, slide)
  return { ...draft, slides }
}

/** The same slide once more, right after it. */
export function duplicateSlide(draft: BriefingDraft, slideId: string, newId: string): BriefingDraft {
  const slide = draft.slides.find(({ id }) => id === slideId)
  return slide ? insertSlide(draft, { ...slide, id: newId }, slideId) : draft
}

export function removeSlide(draft: BriefingDraft, slideId: string): BriefingDraft {
  return { ...draft, slides: draft.slides.filter(({ id }) => id !== slideId) }
}

/** @param position Place of the slide among the others, from 0; beyond the ends it is the first or the last. */
export function moveSlide(draft: BriefingDraft, slideId: string, position: number): BriefingDraft {
  const slide = draft.slides.find(({ id }) => id === slideId)
  if (!slide) return draft
  const slides = draft.slides.filter(({ id }) => id !== slideId)
  slides.splice(Math.max(0, Math.min(position, slides.length)), 0, slide)
  return { ...draft, slides }
}

export function changeSlide(draft: BriefingDraft, slideId: string, change: Partial<Slide>): BriefingDraft {
  return {
    ...draft,
    slides: draft.slides.map((slide) => (slide.id === slideId ? { ...slide, ...change } : slide)),
  }
}

/** Whether two values of a draft say the same, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}
