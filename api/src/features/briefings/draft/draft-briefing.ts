import { REGION_CAMERA } from '../briefing-templates.ts'
import type { Facts } from '../facts.ts'
import { postsSource } from '../present/tell-source.ts'
import { type Slide, Slide as SlideSchema, type Texts } from '../slide-contract.ts'
import { coverageSlide } from './coverage-slide.ts'
import { type DraftPhoto, type DraftQuestion, type DraftScope, draftScope } from './draft-scope.ts'
import type { DraftSlide } from './draft-slide.ts'
import { write } from './draft-words.ts'
import { nextStepsSlide } from './next-steps-slide.ts'
import { openingsSlide } from './openings-slide.ts'
import { pairSlides } from './pair-slides.ts'
import { progressSlide } from './progress-slide.ts'
import { stateSlide } from './state-slide.ts'

const MOST_TITLE = 120

/**
 * A first version of a briefing, in sentences that the facts of both days bear out: what opened, what advanced, photos
 * before and after, coverage gained, next steps. Each slide names where its figures come from. Of a donor it names its
 * posts and works alone, and money of nobody.
 */
export function draftBriefing(
  facts: Facts,
  photos: readonly DraftPhoto[],
  question: DraftQuestion,
): { title: Texts; slides: Slide[] } {
  const scope = draftScope(facts, photos, question)
  const told = [
    openingsSlide(scope),
    progressSlide(scope),
    ...pairSlides(scope),
    coverageSlide(scope),
    nextStepsSlide(scope),
  ].filter((slide) => slide !== null)
  const drafts = [stateSlide(scope), ...(told.length > 0 ? told : [nothingSlide(scope)])]
  return {
    title: titleOf(scope, facts.donors.find(({ id }) => id === question.donorId)?.names ?? null),
    slides: drafts.map(({ view, ...slide }, index) =>
      SlideSchema.parse({
        ...slide,
        id: `d${index + 1}`,
        frozenOn: scope.to,
        ...(view ? { view: { camera: REGION_CAMERA, ...view } } : {}),
      }),
    ),
  }
}

function titleOf({ from, to }: DraftScope, donor: Texts | null): Texts {
  return write((tell) => {
    const name = donor ? tell.of(donor).slice(0, MOST_TITLE) : ''
    const about = name || (tell.language === 'fr' ? 'Les postes frontière' : 'Border posts')
    const days = [tell.day(from), tell.day(to)]
    return tell.language === 'fr'
      ? `${about} : du ${days[0]} au ${days[1]}`
      : `${about}: ${days[0]} to ${days[1]}`
  })
}

function nothingSlide({ from, to }: DraftScope): DraftSlide {
  return {
    title: { fr: 'Rien à signaler', en: 'Nothing to report' },
    body: write((tell) =>
      tell.language === 'fr'
        ? `Entre le ${tell.day(from)} et le ${tell.day(to)}, les données ne montrent ni ouverture, ni avancement de travaux, ni étape à venir.`
        : `Between ${tell.day(from)} and ${tell.day(to)}, the data show no opening, no progress of works and no step to come.`,
    ),
    sources: [postsSource(from), postsSource(to)],
  }
}
