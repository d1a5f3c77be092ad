import type { AudienceRules, SharedField } from '../../api/src/features/briefings/audience-contract.ts'
import type { ContractFact, DayFacts, Facts, PostFact } from '../../api/src/features/briefings/facts.ts'
import type { SlideLayer } from '../../api/src/features/briefings/slide-contract.ts'
import { type RandomWorld, YEARS } from './random-facts.ts'

/** Something that must stand nowhere, and what it is. */
export interface Forbidden {
  readonly what: string
  readonly isIn: (told: Told) => boolean
}

/** A text as it is searched: in small letters without accents, and the same without what stands between digits. */
interface Told {
  readonly plain: string
  readonly digits: string
}

/**
 * What an audience must not be told of a world, written here from the words of the decision and not from the code:
 * identifiers of anything; posts that the rule leaves out, with all their names; fields and layers that no rule names;
 * exact positions where they are coarse.
 */
export function forbiddenFor(
  { facts, briefing, words }: RandomWorld,
  rules: AudienceRules,
  donorId: string | null,
): Forbidden[] {
  const has = (field: SharedField) => rules.fields.includes(field)
  const isExact = rules.gridMetres === 0
  const draws = (layer: SlideLayer) => rules.layers.includes(layer) && rules.posts !== 'none'
  const days = [...facts.days.values()]
  const isTold = (post: PostFact) => isPostFor(post, rules, donorId)
  const posts = days.flatMap((day) => day.posts)
  const told = toldIdsFor(facts, rules, donorId)
  const isContractTold = (contract: ContractFact) =>
    days.some((day) => isContractFor(contract, day, rules, donorId))
  const arePlacesTold = isExact && draws('posts')
  return [
    ...identifiers({ facts, briefing }),
    ...words.notes.map((note) => word('a note', note)),
    ...words.gone.map((name) => word('a name of what is gone', name)),
    ...words.hrefs.map((href) => word('an address of the app', href)),
    ...posts.flatMap((post) => [
      number('a count of staff', post.staffCount!),
      ...(told.has(post.id) && has('names') ? [] : names(post)),
      ...(told.has(post.id) && has('agency') ? [] : [word('an agency', post.agency!)]),
      ...(told.has(post.id) && isExact ? [] : [word('a moughataa', post.moughataa!)]),
      ...(told.has(post.id) && arePlacesTold ? [] : place('a post', post.position!)),
    ]),
    ...days
      .flatMap((day) => day.contracts)
      .flatMap((contract) => [
        ...(isContractTold(contract) && has('contractor')
          ? []
          : [
              word('a firm', contract.contractor!),
              word('a reference', contract.reference!),
              word('a title', titleWord(contract)),
            ]),
        ...(isContractTold(contract) && has('money')
          ? []
          : [number('an amount', Math.floor(contract.amountMinor! / 100))]),
        ...(isContractTold(contract) && has('dates')
          ? []
          : contract.milestones.map(({ name }) => word('a milestone', name))),
      ]),
    ...facts.photos
      .filter((photo) => !has('photos') || !photo.postIds.every((id) => told.has(id)))
      .map(({ caption }) => word('a caption', caption.split(/[ ,]/)[1]!)),
    ...facts.donors
      .filter(({ id }) => id !== donorId && !posts.some((post) => isTold(post) && post.donorIds.includes(id)))
      .flatMap(({ names: { fr, en }, credit }) =>
        [fr, en, credit.fr, credit.en].map((text) => word('a donor', text)),
      ),
    ...undrawn({ facts, rules, draws, isExact, has }),
    ...(has('legal') ? [] : [word('a legal status', 'repealed'), word('a legal status', 'abrog')]),
    ...untoldYears(has, isExact && draws('mission')),
  ]
}

export function isPostFor(post: PostFact, { posts }: AudienceRules, donorId: string | null): boolean {
  return (
    !post.isArchived &&
    (posts === 'all' ||
      (posts === 'operational' && post.status === 'operational') ||
      (posts === 'of-donor' && donorId !== null && post.donorIds.includes(donorId)))
  )
}

export function toldIdsFor(
  { days }: Pick<Facts, 'days'>,
  rules: AudienceRules,
  donorId: string | null,
): Set<string> {
  const posts = [...days.values()].flatMap((day) => day.posts)
  return new Set(posts.filter((post) => isPostFor(post, rules, donorId)).map(({ id }) => id))
}

/** Works are told of with their progress, when all their posts are told on that day, to donors those that they pay for. */
export function isContractFor(
  { postIds, donorIds }: ContractFact,
  { posts }: DayFacts,
  rules: AudienceRules,
  donorId: string | null,
): boolean {
  const areTold = postIds.every((id) =>
    posts.some((post) => post.id === id && isPostFor(post, rules, donorId)),
  )
  return (
    rules.fields.includes('progress') &&
    areTold &&
    (rules.posts !== 'of-donor' || donorIds.includes(donorId ?? ''))
  )
}

/** The first of what a text tells that it must not; undefined: nothing. */
export function findWithheld(forbidden: readonly Forbidden[], text: string): string | undefined {
  const plain = plainOf(text)
  const told = { plain, digits: plain.replace(/(?<=\d)[\s\u00a0\u2000-\u200a\u202f'’.,_*]+(?=\d)/g, '') }
  return forbidden.find(({ isIn }) => isIn(told))?.what
}

const plainOf = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function word(what: string, text: string): Forbidden {
  const plain = plainOf(text)
  return { what: `${what}: ${text}`, isIn: (told) => told.plain.includes(plain) }
}

/** With or without decimals, in any grouping. */
function number(what: string, whole: number): Forbidden {
  const digits = new RegExp(`(?<!\\d)(?<!\\d\\.)${whole}`)
  return { what: `${what}: ${whole}`, isIn: (told) => digits.test(told.digits) || digits.test(told.plain) }
}

/** Either coordinate to three decimals. */
function place(what: string, position: readonly number[]): Forbidden[] {
  return position.map((degrees) => {
    const [whole, decimals] = Math.abs(degrees).toFixed(5).slice(0, 6).split('.')
    const pattern = new RegExp(`(?<!\\d)${whole}(?:\\.${decimals}|,${decimals}\\d{0,2}(?![,\\d]))`)
    return { what: `the place of ${what}: ${degrees}`, isIn: (told: Told) => pattern.test(told.plain) }
  })
}

function names({ name, nameAr, aliases }: PostFact): Forbidden[] {
  return [name!, name!.replace(/\s/g, ''), nameAr!, ...aliases].map((text) => word('a name', text))
}

/** The word that no other title has. */
const titleWord = ({ title }: ContractFact) => title!.split(' ')[1]!

function identifiers({ facts, briefing }: Pick<RandomWorld, 'facts' | 'briefing'>): Forbidden[] {
  const days = [...facts.days.values()]
  const ids = [
    briefing.id,
    ...briefing.slides.flatMap(({ id, view }) => [id, view?.missionId ?? id]),
    ...days.flatMap((day) => [...day.posts, ...day.contracts].map(({ id }) => id)),
    ...facts.photos.flatMap(({ ref, sha256 }) => [ref.id, sha256]),
    ...facts.donors.flatMap(({ id, logo }) => [id, logo?.sha256 ?? id]),
    ...facts.border.map(({ segmentId }) => segmentId),
  ]
  return ids.map((id) => word('an identifier', id))
}

function undrawn({
  facts,
  rules,
  draws,
  isExact,
  has,
}: {
  facts: RandomWorld['facts']
  rules: AudienceRules
  draws: (layer: SlideLayer) => boolean
  isExact: boolean
  has: (field: SharedField) => boolean
}): Forbidden[] {
  const days = [...facts.days.values()]
  const coverage = [...facts.coverage.values()]
  const missions = [...facts.missions.values()]
  const coordinates = (geometry: { coordinates: unknown }) => geometry.coordinates as number[][]
  return [
    ...(rules.layers.includes('border')
      ? []
      : facts.border.flatMap(({ name, neighbour }) => [word('a border', name), word('a border', neighbour)])),
    ...(draws('coverage') && isExact
      ? []
      : coverage.flatMap((fact) => [
          number('a length in reach', Math.floor(fact.reachedMetres)),
          ...fact.segments.map(({ name }) => word('a segment', name)),
          ...fact.border!.flatMap(({ geometry }) =>
            coordinates(geometry as { coordinates: unknown }).flatMap((at) => place('a band', at)),
          ),
        ])),
    ...(draws('coverage') && isExact && has('population')
      ? []
      : coverage.flatMap(({ population }) =>
          Object.values(population!).map((count) => number('a population', count)),
        )),
    ...(draws('gaps') && draws('coverage') && isExact
      ? []
      : coverage.flatMap(({ gaps }) =>
          gaps!.flatMap((gap) => gap.coordinates.flatMap((at) => place('a gap', at))),
        )),
    ...(draws('closures') && isExact
      ? []
      : days.flatMap(({ closures }) =>
          closures.flatMap(({ geometry }) =>
            place('a closure', (geometry as { coordinates: number[] }).coordinates),
          ),
        )),
    ...(draws('mission') && isExact
      ? []
      : missions.flatMap(({ title, stops, days: ways }) => [
          word('a mission', title),
          word('a stop', stops.at(-1)!.name),
          ...place('a stop', stops.at(-1)!.position),
          ...ways.flatMap(({ lines }) => lines.flat().flatMap((at) => place('a way', at))),
        ])),
  ]
}

/** Each kind of date has a year of its own. */
function untoldYears(has: (field: SharedField) => boolean, isMissionTold: boolean): Forbidden[] {
  const { mission, photo, ...others } = YEARS
  const years = [
    ...(has('dates') ? [] : Object.values(others)),
    ...(has('dates') && has('photos') ? [] : [photo]),
    ...(isMissionTold ? [] : [mission]),
  ]
  return years.map((year) => {
    const pattern = new RegExp(`(?<![\\d.,])${year}(?![\\d])`)
    return { what: `a date of ${year}`, isIn: (told: Told) => pattern.test(told.plain) }
  })
}
