import type { SitingCandidate } from '@borne/geodata/coverage/coverage-types'
import type { MeasuredCandidates } from '@borne/geodata/coverage/measure-candidates'
import type { SitingValue, SitingAnswer as SolvedSiting } from '@borne/geodata/siting/types'
import type { SitingAsk } from './coverage-task.ts'
import type { SitingAnswer } from './siting-contract.ts'

const UNITS = { border: 'metres', crossings: 'crossings', population: 'persons' } as const

interface Asked {
  readonly candidates: readonly SitingCandidate[]
  readonly measured: MeasuredCandidates
  readonly ask: SitingAsk
  /** As `performance.now()` tells it. */
  readonly startedAt: number
}

/** An answer with its sites by name. */
export function tellSiting(
  { candidates, measured, ask, startedAt }: Asked,
  solved: SolvedSiting,
): SitingAnswer {
  const at = (site: number) => measured.candidates[site]!
  const leftOut = new Set(measured.leftOut.map(({ candidateId }) => candidateId))
  const { runnerUp } = solved
  return {
    stage: solved.stage,
    model: solved.model,
    demand: ask.demand,
    unit: UNITS[ask.demand],
    places: solved.places.map(({ site, gain, objective }) => ({
      ...at(site),
      gain: figure(gain),
      objective: figure(objective),
    })),
    cost: solved.cost,
    before: tellValue(solved.before),
    value: tellValue(solved.value),
    totalWeight: solved.totalWeight,
    bound: figure(solved.bound),
    gap: figure(solved.gap),
    isOptimal: solved.isOptimal,
    provenBy: solved.provenBy,
    runnerUp: runnerUp && {
      places: runnerUp.sites.map(at),
      objective: figure(runnerUp.objective),
      unreachedWeight: runnerUp.unreachedWeight,
      behind: figure(runnerUp.behind),
      behindShare: figure(runnerUp.behindShare),
      isOptimal: runnerUp.isOptimal,
    },
    curve: solved.curve.map((point) => ({
      ...point,
      objective: figure(point.objective),
      bound: figure(point.bound),
    })),
    notes: [...solved.notes],
    demandCount: measured.demand.length,
    candidateCount: candidates.length,
    leftOut: candidates.filter(({ id }) => leftOut.has(id)),
    computeMilliseconds: Math.round(performance.now() - startedAt),
  }
}

/** JSON has no infinity: where there is no time yet there is no figure. */
function figure(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}

function tellValue({ objective, reachedWeight, unreachedWeight }: SitingValue) {
  return { objective: figure(objective), reachedWeight, unreachedWeight }
}
