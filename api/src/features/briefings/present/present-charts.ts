import type { ContractFact, CoverageFact } from '../facts.ts'
import type { PresentedChart } from '../presentation-contract.ts'
import type { CHARTS, Texts } from '../slide-contract.ts'
import { choosePosts, dayOf, type SlideScope } from './slide-scope.ts'
import { sameText, tellBoth, toTenth } from './tell.ts'
import { coverageSource, postsSource, worksSource } from './tell-source.ts'
import { STATUS_WORDS, STATUSES } from './words.ts'

export type ChartName = (typeof CHARTS)[number]

const MOST_BARS = 40
const IN_REACH: Texts = { fr: 'À portée', en: 'In reach' }
const OUT_OF_REACH: Texts = { fr: 'Hors de portée', en: 'Out of reach' }

/** Null when nothing of what it would show is known. */
export function presentChart(
  chart: ChartName,
  contractId: string | undefined,
  scope: SlideScope,
): PresentedChart | null {
  switch (chart) {
    case 'posts-by-status':
      return postsByStatus(scope)
    case 'posts-over-time':
      return postsOverTime(scope)
    case 'progress-by-post':
      return progressByPost(scope)
    case 's-curve':
      return sCurve(scope, contractId)
    case 'border-by-segment':
      return borderBySegment(scope)
    case 'coverage-by-season':
      return coverageBySeason(scope)
  }
}

function postsByStatus({ posts, days }: SlideScope): PresentedChart | null {
  if (posts.length === 0) return null
  const shown = STATUSES.filter((status) => posts.some((post) => post.status === status))
  return {
    kind: 'column',
    title: { fr: 'Postes par état', en: 'Posts by status' },
    unit: 'count',
    categories: shown.map((status) => STATUS_WORDS[status]),
    isDated: false,
    // A series each, so that every column has the colour of its status.
    series: shown.map((status, index) => ({
      name: STATUS_WORDS[status],
      role: status,
      values: shown.map((_, place) =>
        place === index ? posts.filter((post) => post.status === status).length : null,
      ),
    })),
    source: postsSource(days.on),
  }
}

function postsOverTime({ facts, slide, days }: SlideScope): PresentedChart | null {
  const told = days.history.filter((day) => facts.days.has(day))
  // Which posts are counted does not hang on the status that they had on a day.
  const view = slide.view && { ...slide.view, posts: { ...slide.view.posts, statuses: undefined } }
  const byDay = told.map((on) => choosePosts(dayOf(facts, on), { ...slide, view }, facts.madeAt.slice(0, 10)))
  const shown = STATUSES.filter((status) =>
    byDay.some((posts) => posts.some((post) => post.status === status)),
  )
  if (told.length < 2 || shown.length === 0) return null
  return {
    kind: 'column',
    title: { fr: 'Postes par état, de mois en mois', en: 'Posts by status, month by month' },
    unit: 'count',
    categories: told.map(sameText),
    isDated: true,
    series: shown.map((status) => ({
      name: STATUS_WORDS[status],
      role: status,
      values: byDay.map((posts) => posts.filter((post) => post.status === status).length),
    })),
    source: postsSource(days.on),
  }
}

function progressByPost({ posts, days, naming }: SlideScope): PresentedChart | null {
  const known = posts
    .filter((post) => post.status === 'under-works' && post.progressPercent !== null)
    .sort((a, b) => (b.progressPercent ?? 0) - (a.progressPercent ?? 0))
    .slice(0, MOST_BARS)
  if (known.length === 0) return null
  return {
    kind: 'bar',
    title: { fr: 'Avancement des travaux par poste', en: 'Progress of works by post' },
    unit: 'percent',
    categories: known.map((post) => sameText(naming.nameOf(post))),
    isDated: false,
    series: [
      {
        name: { fr: 'Avancement', en: 'Progress' },
        role: 'actual',
        values: known.map((post) => toTenth(post.progressPercent ?? 0)),
      },
    ],
    source: postsSource(days.on),
  }
}

/** The curve of the named contract; else of the selected post, or the first of the slide. */
function contractOfCurve(
  { contracts, day, slide }: SlideScope,
  contractId: string | undefined,
): ContractFact | null {
  const hasCurve = ({ curve }: ContractFact) =>
    curve.some(({ planned, earned, paid }) => planned !== null || earned !== null || paid !== null)
  if (contractId)
    return day.contracts.find((contract) => contract.id === contractId && hasCurve(contract)) ?? null
  const drawn = contracts.filter(hasCurve)
  const selected = drawn.find(({ postIds }) => postIds.includes(slide.view?.selectedPostId ?? ''))
  return selected ?? drawn[0] ?? null
}

const orTenth = (value: number | null) => (value === null ? null : toTenth(value))

function sCurve(scope: SlideScope, contractId: string | undefined): PresentedChart | null {
  const contract = contractOfCurve(scope, contractId)
  if (!contract) return null
  const name = contract.title ?? contract.reference ?? ''
  const series = [
    { name: { fr: 'Prévu', en: 'Planned' }, role: 'planned' as const, key: 'planned' as const },
    { name: { fr: 'Réalisé', en: 'Done' }, role: 'actual' as const, key: 'earned' as const },
    { name: { fr: 'Payé', en: 'Paid' }, role: 'paid' as const, key: 'paid' as const },
  ]
  return {
    kind: 'line',
    title: tellBoth((tell) =>
      tell.language === 'fr'
        ? `Courbe d’avancement${name && ` : ${name}`}`
        : `Progress curve${name && `: ${name}`}`,
    ),
    unit: 'percent',
    categories: contract.curve.map(({ on }) => sameText(on)),
    isDated: true,
    series: series
      .map(({ key, ...rest }) => ({ ...rest, values: contract.curve.map((point) => orTenth(point[key])) }))
      .filter(({ values }) => values.some((value) => value !== null)),
    source: worksSource(scope.days.on),
  }
}

function borderBySegment({ coverage }: SlideScope): PresentedChart | null {
  if (!coverage || coverage.segments.length === 0) return null
  return {
    kind: 'bar',
    title: tellBoth((tell) =>
      tell.language === 'fr'
        ? `Frontière à moins de ${tell.number(coverage.minutes)} minutes, par tronçon`
        : `Border within ${tell.number(coverage.minutes)} minutes, by segment`,
    ),
    unit: 'kilometres',
    categories: coverage.segments.map(({ name }) => sameText(name)),
    isDated: false,
    series: [
      {
        name: IN_REACH,
        role: 'actual',
        values: coverage.segments.map(({ reachedMetres }) => toTenth(reachedMetres / 1000)),
      },
      {
        name: OUT_OF_REACH,
        role: 'forecast',
        values: coverage.segments.map(({ lengthMetres, reachedMetres }) =>
          toTenth(Math.max(0, lengthMetres - reachedMetres) / 1000),
        ),
      },
    ],
    source: coverageSource(coverage),
  }
}

/** What the slides of the briefing measure within the same minutes on different days. */
function coverageBySeason({ coverage, facts }: SlideScope): PresentedChart | null {
  if (!coverage) return null
  const byDay = new Map<string, CoverageFact>()
  for (const other of [coverage, ...facts.coverage.values()])
    if (other.minutes === coverage.minutes && !byDay.has(other.on ?? '')) byDay.set(other.on ?? '', other)
  const all = [...byDay.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact)
  if (all.length < 2) return null
  const kilometres = (fact: CoverageFact, isReached: boolean) =>
    toTenth((isReached ? fact.reachedMetres : fact.borderMetres - fact.reachedMetres) / 1000)
  return {
    kind: 'column',
    title: tellBoth((tell) =>
      tell.language === 'fr'
        ? `Frontière à moins de ${tell.number(coverage.minutes)} minutes, selon la saison`
        : `Border within ${tell.number(coverage.minutes)} minutes, by season`,
    ),
    unit: 'kilometres',
    categories: all.map(({ on }) =>
      on === null
        ? { fr: 'Saison sèche, sans fermeture', en: 'Dry season, no closures' }
        : tellBoth((tell) => tell.day(on)),
    ),
    isDated: false,
    series: [
      { name: IN_REACH, role: 'actual', values: all.map((fact) => kilometres(fact, true)) },
      { name: OUT_OF_REACH, role: 'forecast', values: all.map((fact) => kilometres(fact, false)) },
    ],
    source: coverageSource(coverage),
  }
}
