import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { type FieldRefusal, type ProblemParams, problem } from '../../platform/problems.ts'
import type { Briefing } from './contract.ts'
import { byKind, KINDS, type NamedThing, namedBy } from './named-things.ts'
import { findKnownThings, type WrittenBriefing } from './queries.ts'
import {
  MOST_BODY_CHARACTERS,
  MOST_NOTES_CHARACTERS,
  MOST_SLIDES,
  MOST_TITLE_CHARACTERS,
  type Slide,
} from './slide-contract.ts'

const LANGUAGES = ['fr', 'en'] as const
const LANGUAGE_NAMES = {
  fr: { fr: 'français', en: 'anglais' },
  en: { fr: 'French', en: 'English' },
} as const

/**
 * Lets a briefing through that can be kept as it is. Things that the `kept` one named already are not looked for again:
 * they may have gone since, or not be the caller's to see.
 *
 * @throws problems `briefing-too-many-slides`, `briefing-donor-unknown` and `briefing-refused`; the last one names each
 * slide and field.
 */
export async function checkBriefing(
  db: Db,
  written: WrittenBriefing,
  kept: Pick<Briefing, 'slides' | 'donorId'> | null,
): Promise<void> {
  const { title, slides, donorId } = written
  if (slides.length > MOST_SLIDES)
    throw problem(
      'briefing-too-many-slides',
      { count: slides.length, most: MOST_SLIDES },
      { field: 'slides' },
    )
  checkText({ title })
  for (const [index, slide] of slides.entries()) checkText({ [`slides.${index}`]: slide })
  const isDonorNew = donorId !== null && donorId !== kept?.donorId
  const known = new Set((kept?.slides ?? []).flatMap(namedBy).map(keyOf))
  const asked: readonly Asked[] = slides
    .flatMap((slide, index) => namedBy(slide).map((thing) => ({ ...thing, index })))
    .filter((thing) => !known.has(keyOf(thing)))
  const donor: NamedThing[] = isDonorNew ? [{ kind: 'donors', id: donorId, field: 'donorId' }] : []
  const isNothingNew = asked.length + donor.length === 0
  const found = isNothingNew ? byKind([]) : await findKnownThings(db, byKind([...asked, ...donor]))
  const there = new Set(KINDS.flatMap((kind) => found[kind].map((id) => keyOf({ kind, id }))))
  if (donor.some((thing) => !there.has(keyOf(thing))))
    throw problem('briefing-donor-unknown', { donorId }, { field: 'donorId' })
  const refusals = [
    ...refuseTitle(title),
    ...refuseLongTexts(slides),
    ...refuseRepeatedIds(slides),
    ...asked.filter((thing) => !there.has(keyOf(thing))).map(refuseUnknown),
  ]
  if (refusals.length > 0) throw problem('briefing-refused', {}, { refusals })
}

const keyOf = ({ kind, id }: Pick<NamedThing, 'kind' | 'id'>): string => `${kind} ${id.toLowerCase()}`

type Asked = NamedThing & { readonly index: number }

function inBoth(params: (language: 'fr' | 'en') => ProblemParams): FieldRefusal['params'] {
  return { fr: params('fr'), en: params('en') }
}

function refuseTitle(title: WrittenBriefing['title']): FieldRefusal[] {
  return LANGUAGES.filter((written) => title[written].length > MOST_TITLE_CHARACTERS).map((written) => ({
    field: `title.${written}`,
    code: 'briefing-title-too-long',
    params: inBoth((language) => ({
      language: LANGUAGE_NAMES[language][written],
      count: title[written].length,
      most: MOST_TITLE_CHARACTERS,
    })),
  }))
}

const FIELD_NAMES = {
  title: { fr: 'titre', en: 'title' },
  body: { fr: 'texte', en: 'text' },
} as const

function refuseLongTexts(slides: readonly Slide[]): FieldRefusal[] {
  return slides.flatMap((slide, index) => {
    const fields = LANGUAGES.flatMap((written) =>
      (['title', 'body'] as const).map((field) => ({
        field: `${field}.${written}`,
        text: slide[field][written],
        most: field === 'title' ? MOST_TITLE_CHARACTERS : MOST_BODY_CHARACTERS,
        fr: `${FIELD_NAMES[field].fr} (${LANGUAGE_NAMES.fr[written]})`,
        en: `${FIELD_NAMES[field].en} (${LANGUAGE_NAMES.en[written]})`,
      })),
    )
    const notes = {
      field: 'notes',
      text: slide.notes,
      most: MOST_NOTES_CHARACTERS,
      fr: 'notes de l’orateur',
      en: 'speaker notes',
    }
    return [...fields, notes]
      .filter(({ text, most }) => text.length > most)
      .map(
        ({ field, text, most, ...names }): FieldRefusal => ({
          field: `slides.${index}.${field}`,
          code: 'slide-text-too-long',
          params: inBoth((language) => ({
            slide: index + 1,
            field: names[language],
            count: text.length,
            most,
          })),
        }),
      )
  })
}

function refuseRepeatedIds(slides: readonly Slide[]): FieldRefusal[] {
  const first = new Map<string, number>()
  return slides.flatMap(({ id }, index): FieldRefusal[] => {
    const other = first.get(id)
    if (other === undefined) {
      first.set(id, index)
      return []
    }
    const params = { slide: index + 1, other: other + 1, id }
    return [{ field: `slides.${index}.id`, code: 'slide-id-repeated', params: inBoth(() => params) }]
  })
}

const THING_NAMES: Readonly<Record<NamedThing['kind'], Readonly<Record<'fr' | 'en', string>>>> = {
  posts: { fr: 'un poste', en: 'a post' },
  contracts: { fr: 'un marché', en: 'a contract' },
  missions: { fr: 'une mission', en: 'a mission' },
  scenarios: { fr: 'un scénario', en: 'a scenario' },
  donors: { fr: 'un bailleur', en: 'a donor' },
  postPhotos: { fr: 'une photo de poste', en: 'a photo of a post' },
  worksPhotos: { fr: 'une photo de chantier', en: 'a photo of works' },
}

function refuseUnknown({ kind, id, field, index }: Asked): FieldRefusal {
  return {
    field: `slides.${index}.${field}`,
    code: 'slide-names-unknown',
    params: inBoth((language) => ({ slide: index + 1, what: THING_NAMES[kind][language], id })),
  }
}
