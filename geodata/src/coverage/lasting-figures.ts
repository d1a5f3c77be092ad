import { roundPosition } from '../geometry/round-position.ts'
import type { SnappedPoint } from '../road-network/types.ts'
import { medianSeconds, profileOf } from './border-figures.ts'
import { countPopulation } from './count-population.ts'
import type { BorderCatchment, BorderProfile, CoveredSettlement } from './coverage-types.ts'
import type { OpenCoverage } from './open-coverage.ts'
import { findSoonest, type SoonestPosts, toSeconds } from './soonest-posts.ts'
import { timesFrom } from './times-from.ts'

/** A settlement that some post comes to, and when. */
interface ComeToSettlement {
  readonly centiseconds: number
  readonly told: CoveredSettlement
}

/** What some starts make of border, crossings and settlements whatever the minutes, so that a step only thresholds it. */
export interface LastingFigures {
  readonly border: SoonestPosts
  readonly crossings: SoonestPosts
  /** `postIndexes` are places in the starts. */
  readonly profiles: readonly BorderProfile[]
  /** Soonest first. */
  readonly settlements: readonly ComeToSettlement[]
  /** By start. */
  readonly catchments: readonly Omit<BorderCatchment, 'postId' | 'reachedBorderMetres'>[]
}

/** The lasting figures of some starts, kept while they stay the same. */
export function lastingFigures(opened: OpenCoverage, starts: readonly SnappedPoint[]): LastingFigures {
  const key = starts.map(({ edge, fraction, position }) => `${edge} ${fraction} ${position.join()}`).join()
  if (opened.keptLasting?.key !== key) opened.keptLasting = { key, figures: find(opened, starts) }
  return opened.keptLasting.figures
}

function find(opened: OpenCoverage, starts: readonly SnappedPoint[]): LastingFigures {
  const { samples } = opened
  const times = starts.map((start) => timesFrom(opened, start))
  const border = findSoonest(
    times.map((one) => one.border),
    samples.metres.length,
  )
  const crossings = findSoonest(
    times.map((one) => one.crossings),
    opened.network.crossings.length,
  )
  const settlements = findSoonest(
    times.map((one) => one.settlements),
    opened.settlements.length,
  )
  return {
    border,
    crossings,
    profiles: samples.segments.map((segment) => profileOf(segment, samples, border)),
    settlements: describeSettlements(opened, settlements),
    catchments: starts.map((_, index) =>
      describeCatchment(opened, { border, crossings, settlements }, index),
    ),
  }
}

function describeSettlements(opened: OpenCoverage, { p50, post }: SoonestPosts): ComeToSettlement[] {
  const come = opened.settlements.flatMap(({ settlement, point }, spot): ComeToSettlement[] => {
    if (post[spot]! < 0) return []
    const { id, name, nameAr, place, population, position } = settlement
    const seconds = toSeconds(p50[spot]!)!
    const offRoadMetres = Math.round(point.offRoadMetres)
    const at = roundPosition(position)
    const told = { id, name, nameAr, place, population, seconds, offRoadMetres, position: at }
    return [{ centiseconds: p50[spot]!, told }]
  })
  const { compare } = new Intl.Collator('fr')
  return come.sort((a, b) => a.told.seconds - b.told.seconds || compare(a.told.name, b.told.name))
}

/** Shares border, crossings and settlements out, also what is beyond the minutes: each to the soonest. */
function describeCatchment(
  { samples, settlements }: OpenCoverage,
  soonest: Record<'border' | 'crossings' | 'settlements', SoonestPosts>,
  index: number,
): LastingFigures['catchments'][number] {
  let borderMetres = 0
  for (let piece = 0; piece < samples.metres.length; piece++) {
    if (soonest.border.post[piece] === index) borderMetres += samples.metres[piece]!
  }
  const own = settlements.filter((_, spot) => soonest.settlements.post[spot] === index)
  return {
    borderMetres,
    crossingCount: soonest.crossings.post.reduce((count, post) => count + (post === index ? 1 : 0), 0),
    settlementCount: own.length,
    population: countPopulation(own.map(({ settlement }) => settlement.population)),
    medianSeconds: medianSeconds(samples, soonest.border, index),
  }
}
