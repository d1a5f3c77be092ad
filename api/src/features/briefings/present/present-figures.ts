import type { ContractFact, CoverageFact, PostFact } from '../facts.ts'
import type { PresentedFigure } from '../presentation-contract.ts'
import type { FIGURES, Texts } from '../slide-contract.ts'
import { choosePosts, dayOf, RUNNING, type SlideScope } from './slide-scope.ts'
import { tellBoth, toTenth } from './tell.ts'
import { borderSource, coverageSource, postsSource, visibilitySource, worksSource } from './tell-source.ts'

export type FigureName = (typeof FIGURES)[number]
type Currency = 'MRU' | 'EUR' | 'USD'

const NO_NOTE: Texts = { fr: '', en: '' }

const LABELS: Readonly<Record<FigureName, Texts>> = {
  'posts-operational': { fr: 'Postes opérationnels', en: 'Operational posts' },
  'posts-under-works': { fr: 'Postes en travaux', en: 'Posts under works' },
  'posts-planned': { fr: 'Postes prévus', en: 'Planned posts' },
  'posts-opened': { fr: 'Postes ouverts', en: 'Posts opened' },
  'progress-mean': { fr: 'Avancement moyen des travaux', en: 'Mean progress of works' },
  'contracts-open': { fr: 'Marchés en cours', en: 'Running contracts' },
  'contracts-late': { fr: 'Marchés en retard', en: 'Late contracts' },
  'amount-committed': { fr: 'Montant engagé', en: 'Amount committed' },
  'amount-paid': { fr: 'Montant payé', en: 'Amount paid' },
  'border-total': { fr: 'Longueur de la frontière', en: 'Length of the border' },
  'border-in-reach': { fr: 'Frontière à portée', en: 'Border in reach' },
  'border-share': { fr: 'Part de la frontière à portée', en: 'Share of the border in reach' },
  'population-in-reach': { fr: 'Population à portée', en: 'Population in reach' },
  'plaques-seen': { fr: 'Plaques en place', en: 'Plaques in place' },
}

/** The figures in the order asked for; amounts are one for each currency. Null when none of them is known. */
export function presentFigures(names: readonly FigureName[], scope: SlideScope): PresentedFigure[] | null {
  const figures = names.flatMap((name) =>
    [READERS[name](scope)].flat().map((read) => ({
      label: LABELS[name],
      note: NO_NOTE,
      ...read,
      value: read.value === null ? null : toTenth(read.value),
    })),
  )
  return figures.every(({ value }) => value === null) ? null : figures
}

type Read = Pick<PresentedFigure, 'value' | 'unit' | 'source'> & Partial<Pick<PresentedFigure, 'note'>>
type ReadFigure = (scope: SlideScope) => Read | Read[]

const ofPosts =
  (unit: 'count' | 'percent', value: (scope: SlideScope) => number | null): ReadFigure =>
  (scope) => ({ value: value(scope), unit, source: postsSource(scope.days.on) })
const ofContracts =
  (value: (scope: SlideScope) => number | null): ReadFigure =>
  (scope) => ({ value: value(scope), unit: 'count', source: worksSource(scope.days.on) })
const ofMoney =
  (amountOf: (contract: ContractFact) => number | null): ReadFigure =>
  (scope) =>
    amounts(scope, amountOf).map(({ value, currency }) => ({
      value,
      unit: currency,
      source: worksSource(scope.days.on),
    }))
const ofCoverage =
  (unit: 'kilometres' | 'percent', value: (coverage: CoverageFact) => number | null): ReadFigure =>
  ({ coverage }) => ({
    value: coverage && value(coverage),
    unit,
    source: coverage ? coverageSource(coverage) : borderSource(),
  })

const READERS: Readonly<Record<FigureName, ReadFigure>> = {
  'posts-operational': ofPosts('count', (scope) => countPosts(scope, 'operational')),
  'posts-under-works': ofPosts('count', (scope) => countPosts(scope, 'under-works')),
  'posts-planned': ofPosts('count', (scope) => countPosts(scope, 'planned')),
  'posts-opened': (scope) => ({
    value: countOpened(scope),
    unit: 'count',
    source: postsSource(scope.days.on),
    note: sinceNote(openedSince(scope)),
  }),
  'progress-mean': ofPosts('percent', ({ posts }) => meanProgress(posts)),
  'contracts-open': ofContracts((scope) => countContracts(scope, ({ stage }) => RUNNING.has(stage))),
  'contracts-late': ofContracts(countLate),
  'amount-committed': ofMoney(({ amountMinor }) => amountMinor),
  'amount-paid': ofMoney(paidMinor),
  'border-total': (scope) => ({ value: borderKilometres(scope), unit: 'kilometres', source: borderSource() }),
  'border-in-reach': ofCoverage('kilometres', ({ reachedMetres }) => reachedMetres / 1000),
  'border-share': ofCoverage('percent', ({ reachedMetres, borderMetres }) =>
    borderMetres > 0 ? (100 * reachedMetres) / borderMetres : null,
  ),
  'population-in-reach': population,
  'plaques-seen': plaques,
}

/** Where no post may be known of, their number is not 0 but unknown. */
function countPosts({ day, posts }: SlideScope, status: PostFact['status']): number | null {
  return day.posts.length === 0 ? null : posts.filter((post) => post.status === status).length
}

/** The day after which a post counts as opened: that compared with, or the end of the year before. */
function openedSince({ days }: SlideScope): string {
  return days.compareOn ?? `${Number(days.on.slice(0, 4)) - 1}-12-31`
}

function countOpened(scope: SlideScope): number | null {
  const { facts, slide, day, posts } = scope
  if (day.posts.length === 0) return null
  const since = openedSince(scope)
  const operational = posts.filter((post) => post.status === 'operational')
  if (facts.days.has(since)) {
    const before = new Map(
      choosePosts(dayOf(facts, since), { ...slide, view: null }, since).map((post) => [post.id, post.status]),
    )
    return operational.filter((post) => before.get(post.id) !== 'operational').length
  }
  if (operational.some((post) => post.statusSince === null)) return null
  return operational.filter((post) => (post.statusSince ?? '') > since).length
}

const sinceNote = (day: string): Texts =>
  tellBoth((tell) => (tell.language === 'fr' ? `depuis le ${tell.day(day)}` : `since ${tell.day(day)}`))

function meanProgress(posts: readonly PostFact[]): number | null {
  const known = posts.flatMap(({ status, progressPercent }) =>
    status === 'under-works' && progressPercent !== null ? [progressPercent] : [],
  )
  return known.length === 0 ? null : known.reduce((sum, percent) => sum + percent, 0) / known.length
}

function countContracts({ day, contracts }: SlideScope, counts: (contract: ContractFact) => boolean) {
  return day.contracts.length === 0 ? null : contracts.filter(counts).length
}

function countLate(scope: SlideScope): number | null {
  const isUnknown = scope.contracts.some(({ stage, delayDays }) => RUNNING.has(stage) && delayDays === null)
  if (isUnknown) return null
  return countContracts(scope, ({ stage, delayDays }) => RUNNING.has(stage) && (delayDays ?? 0) > 0)
}

function paidMinor({ amountMinor, paidPercent }: ContractFact): number | null {
  return amountMinor === null || paidPercent === null ? null : (amountMinor * paidPercent) / 100
}

/** One sum for each currency, in whole units; one that is not known where an amount is not told. */
function amounts(
  { contracts }: SlideScope,
  amountOf: (contract: ContractFact) => number | null,
): { value: number | null; currency: Currency }[] {
  const counted = contracts.filter(({ stage }) => stage !== 'preparation' && stage !== 'tender')
  const told = counted.flatMap((contract) => {
    const amount = amountOf(contract)
    return amount === null || contract.currency === null
      ? []
      : [{ amount, currency: contract.currency as Currency }]
  })
  if (told.length === 0 || told.length < counted.length) return [{ value: null, currency: 'MRU' }]
  return [...new Set(told.map(({ currency }) => currency))].sort().map((currency) => ({
    currency,
    value: Math.round(told.reduce((sum, one) => sum + (one.currency === currency ? one.amount : 0), 0) / 100),
  }))
}

function borderKilometres({ facts, coverage }: SlideScope): number | null {
  if (facts.border.length === 0) return coverage ? coverage.borderMetres / 1000 : null
  return facts.border.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0) / 1000
}

function population({ coverage }: SlideScope): Read {
  const range = coverage?.population ?? null
  const source = coverage ? coverageSource(coverage) : borderSource()
  if (!range) return { value: null, unit: 'people', source }
  const note = tellBoth((tell) => {
    const [low, high] = [tell.number(Math.round(range.low)), tell.number(Math.round(range.high))]
    return tell.language === 'fr' ? `de ${low} à ${high}` : `from ${low} to ${high}`
  })
  return { value: Math.round(range.known), unit: 'people', source, note }
}

function plaques({ posts, slide, days }: SlideScope): Read {
  const donorId = slide.view?.posts.donorId
  const all = posts.flatMap((post) => post.plaques.filter((plaque) => !donorId || plaque.donorId === donorId))
  const source = visibilitySource(days.on)
  if (all.length === 0) return { value: null, unit: 'count', source }
  const note = tellBoth((tell) =>
    tell.language === 'fr' ? `sur ${tell.number(all.length)}` : `of ${tell.number(all.length)}`,
  )
  return { value: all.filter(({ state }) => state === 'seen').length, unit: 'count', source, note }
}
