import type { Coverage } from '../../coverage/contract.ts'
import type { CoverageFact, DayFacts } from '../facts.ts'
import { type Slide, SlideCoverage } from '../slide-contract.ts'
import { type Gathering, orNull } from './gathering.ts'
import { slideDays } from './slide-days.ts'

/** Of coverage alone; figures of the border's length are of the border. */
const FIGURES: ReadonlySet<string> = new Set(['border-in-reach', 'border-share', 'population-in-reach'])
const CHARTS: ReadonlySet<string> = new Set(['border-by-segment', 'coverage-by-season'])

/** Whether a slide shows anything of what posts reach. */
export function asksCoverage({ view, content }: Slide): boolean {
  return (
    (view !== null && (view.layers.includes('coverage') || view.layers.includes('gaps'))) ||
    (content?.kind === 'figures' && content.figures.some((figure) => FIGURES.has(figure))) ||
    (content?.kind === 'chart' && CHARTS.has(content.chart))
  )
}

/**
 * What the operational posts of each slide's day reach, by slide.
 *
 * @param told The posts that may count; null: every one that the caller sees. Of what a scenario supposes nothing is told then,
 *   since it may suppose of others.
 */
export async function gatherCoverage(
  at: Gathering,
  days: ReadonlyMap<string, DayFacts>,
  told: readonly string[] | null,
): Promise<Map<string, CoverageFact>> {
  const { briefing, today, may } = at
  const facts = new Map<string, CoverageFact>()
  if (!may('coverage.read')) return facts
  const counting = told && new Set(told)
  for (const slide of briefing.slides.filter(asksCoverage)) {
    const asked = slide.view?.coverage ?? SlideCoverage.parse({})
    if (counting && asked.scenarioId) continue
    const { on } = slideDays(slide, today)
    const operational = (days.get(on)?.posts ?? []).filter(
      ({ id, status, isArchived }) =>
        status === 'operational' && (!isArchived || on < today) && (!counting || counting.has(id)),
    )
    const isWhole = counting === null && on === today
    const postIds = isWhole ? null : operational.map(({ id }) => id).sort()
    const fact = await orNull(measure(at, asked, postIds))
    if (fact) facts.set(slide.id, fact)
  }
  return facts
}

async function measure(
  { ask }: Gathering,
  { minutes, date, vehicle, includeUnconfirmed, scenarioId }: SlideCoverage,
  postIds: readonly string[] | null,
): Promise<CoverageFact> {
  const network = { ...(date && { date }), ...(vehicle && { vehicle }) }
  const question = { network, minutes, includeUnconfirmed, postIds }
  const measured = await ask<Coverage>('/api/coverage/measure', {
    question,
    ...(scenarioId && { scenarioId }),
  })
  const { population, gaps, border, bands, segments } = measured
  return {
    minutes: measured.minutes,
    on: date,
    borderMetres: measured.borderMetres,
    reachedMetres: measured.reachedBorderMetres,
    segments: segments.map(({ name, lengthMetres, reachedMetres }) => ({
      name,
      lengthMetres,
      reachedMetres,
    })),
    bands,
    border: border.features.map(({ geometry, properties: { band } }) => ({
      geometry,
      band: band === null ? null : bands.indexOf(band),
    })),
    gaps: gaps.map(({ coordinates, lengthMetres }) => ({ coordinates, lengthMetres })),
    population:
      population.knownCount === 0
        ? null
        : { low: population.low, known: population.known, high: population.high },
    postCount: measured.posts.filter(({ isUsed }) => isUsed).length,
  }
}
