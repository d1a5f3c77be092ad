import type { ContractFact, PostFact } from '../facts.ts'
import type { PresentedFigure } from '../presentation-contract.ts'
import type { FIGURES, Texts } from '../slide-contract.ts'
import { choosePosts, dayOf, type SlideScope } from './slide-scope.ts'
import { tellBoth } from './tell.ts'
import { borderSource, coverageSource, postsSource, visibilitySource, worksSource } from './tell-source.ts'

export type FigureName = (typeof FIGURES)[number]
type Currency = 'MRU' | 'EUR' | 'USD'

const NO_NOTE: Texts = { fr: '', en: '' }
const RUNNING: ReadonlySet<ContractFact['stage']> = new Set(['started', 'stopped', 'pre-accepted'])

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
  const figures = names.flatMap((name) => presentFigure(name, scope))
  return figures.every(({ value }) => value === null) ? null : figures
}

function presentFigure(name: FigureName, scope: SlideScope): PresentedFigure[] {
  const figure = (
    value: number | null,
    unit: PresentedFigure['unit'],
    source: Texts,
    note = NO_NOTE,
  ): PresentedFigure => ({ label: LABELS[name], value, unit, note, source })
  const { days, coverage } = scope
  const posts = postsSource(days.on)
  switch (name) {
    case 'posts-operational':
      return [figure(countPosts(scope, 'operational'), 'count', posts)]
    case 'posts-under-works':
      return [figure(countPosts(scope, 'under-works'), 'count', posts)]
    case 'posts-planned':
      return [figure(countPosts(scope, 'planned'), 'count', posts)]
    case 'posts-opened':
      return [figure(countOpened(scope), 'count', posts, sinceNote(openedSince(scope)))]
    case 'progress-mean':
      return [figure(meanProgress(scope.posts), 'percent', posts)]
    case 'contracts-open':
      return [
        figure(
          countContracts(scope, ({ stage }) => RUNNING.has(stage)),
          'count',
          worksSource(days.on),
        ),
      ]
    case 'contracts-late':
      return [figure(countLate(scope), 'count', worksSource(days.on))]
    case 'amount-committed':
      return amounts(scope, ({ amountMinor }) => amountMinor).map(({ value, currency }) =>
        figure(value, currency, worksSource(days.on)),
      )
    case 'amount-paid':
      return amounts(scope, paidMinor).map(({ value, currency }) =>
        figure(value, currency, worksSource(days.on)),
      )
    case 'border-total':
      return [figure(borderKilometres(scope), 'kilometres', borderSource())]
    case 'border-in-reach':
      return [
        figure(
          coverage ? coverage.reachedMetres / 1000 : null,
          'kilometres',
          coverage ? coverageSource(coverage) : borderSource(),
        ),
      ]
    case 'border-share':
      return [
        figure(
          coverage && coverage.borderMetres > 0
            ? (100 * coverage.reachedMetres) / coverage.borderMetres
            : null,
          'percent',
          coverage ? coverageSource(coverage) : borderSource(),
        ),
      ]
    case 'population-in-reach':
      return [population(scope, figure)]
    case 'plaques-seen':
      return [plaques(scope, figure)]
  }
}

type MakeFigure = (
  value: number | null,
  unit: PresentedFigure['unit'],
  source: Texts,
  note?: Texts,
) => PresentedFigure

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

const paidMinor = ({ amountMinor, paidPercent }: ContractFact) =>
  amountMinor === null || paidPercent === null ? null : (amountMinor * paidPercent) / 100

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

function population({ coverage }: SlideScope, figure: MakeFigure): PresentedFigure {
  const range = coverage?.population ?? null
  const source = coverage ? coverageSource(coverage) : borderSource()
  if (!range) return figure(null, 'people', source)
  const note = tellBoth((tell) => {
    const [low, high] = [tell.number(Math.round(range.low)), tell.number(Math.round(range.high))]
    return tell.language === 'fr' ? `de ${low} à ${high}` : `from ${low} to ${high}`
  })
  return figure(Math.round(range.known), 'people', source, note)
}

function plaques({ posts, slide, days }: SlideScope, figure: MakeFigure): PresentedFigure {
  const donorId = slide.view?.posts.donorId
  const all = posts.flatMap((post) => post.plaques.filter((plaque) => !donorId || plaque.donorId === donorId))
  if (all.length === 0) return figure(null, 'count', visibilitySource(days.on))
  const note = tellBoth((tell) =>
    tell.language === 'fr' ? `sur ${tell.number(all.length)}` : `of ${tell.number(all.length)}`,
  )
  return figure(all.filter(({ state }) => state === 'seen').length, 'count', visibilitySource(days.on), note)
}
