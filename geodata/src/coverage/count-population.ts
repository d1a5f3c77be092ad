import type { PopulationRange } from './coverage-types.ts'

/**
 * How far a stated population may be from the true one. Assumption: a fifth either way. The only figure of Guidimakha in
 * the bundled data (SOURCES.md, section 4) is undated and of one source; towns of the region grow by some percent a year.
 */
export const POPULATION_UNCERTAINTY = 0.2

/**
 * Sums populations. An unknown one is counted as unknown, never as zero.
 *
 * @param populations null = not known.
 * @param uncertainty Share (0–1) by which each known figure may be wrong either way; they are taken to be wrong together.
 */
export function countPopulation(
  populations: readonly (number | null)[],
  uncertainty: number = POPULATION_UNCERTAINTY,
): PopulationRange {
  const figures = populations.filter((population) => population !== null)
  const known = figures.reduce((sum, population) => sum + population, 0)
  return {
    known,
    low: Math.round(known * (1 - uncertainty)),
    high: Math.round(known * (1 + uncertainty)),
    unknownCount: populations.length - figures.length,
    knownCount: figures.length,
  }
}
