import { eventsInForce, placesOf } from './events-in-force.ts'
import { type Fold, foldEvent, startFold } from './fold-event.ts'
import { measureProgress } from './measure-progress.ts'
import type { ContractStage, ContractState } from './state.ts'
import type { AnyWorksEvent, Day, Instant, WorksContract } from './types.ts'

/** After every day and instant that can be written. */
export const END_OF_TIME: { readonly on: Day; readonly knownAt: Instant } = {
  on: '9999-12-31',
  knownAt: '9999-12-31T23:59:59.999Z',
}

/**
 * How a contract stood on a day, as it was known at an instant: a fold over the events that counts those known at `knownAt`,
 * without what they replace or withdraw, that had happened by `on`.
 *
 * A report counts from the day on which somebody validated it, for the day on which it measured. A correction stands where what it
 * corrects stood, keeps the answers to it (payments, steps of a réserve), and is validated anew if it is a report.
 *
 * @param events All events of the contract, in any order.
 * @param when Both bounds belong to what counts.
 */
export function contractState(
  contract: WorksContract,
  events: readonly AnyWorksEvent[],
  { on, knownAt }: { readonly on: Day; readonly knownAt: Instant } = END_OF_TIME,
): ContractState {
  const fold = startFold(contract, placesOf(events))
  for (const one of eventsInForce(events, knownAt)) if (one.event.happenedOn <= on) foldEvent(fold, one)
  return stateOf(fold, { on, knownAt })
}

/** What follows from the facts: the stage and the progress. */
export function stateOf(
  { contract, places: _, ...facts }: Fold,
  { on, knownAt }: { readonly on: Day; readonly knownAt: Instant },
): ContractState {
  const bill = facts.bills.at(-1)?.bill ?? null
  const validated = facts.reports.filter(({ state }) => state === 'validated')
  const notRejected = facts.reports.filter(({ state }) => state !== 'rejected')
  return {
    ...facts,
    on,
    knownAt,
    stage: stageOf(contract, facts),
    progress: measureProgress(bill, validated),
    proposedProgress: measureProgress(bill, notRejected),
  }
}

function stageOf(
  { terms }: Fold['contract'],
  { chain, suspensions, retentionReleases }: Pick<Fold, 'chain' | 'suspensions' | 'retentionReleases'>,
): ContractStage {
  if (chain.termination !== null) return 'terminated'
  if (chain['final-acceptance'] !== null) {
    return terms.retentionPpm === 0 || retentionReleases.length > 0 ? 'closed' : 'finally-accepted'
  }
  if (chain['provisional-acceptance'] !== null) return 'provisionally-accepted'
  if (chain['pre-acceptance'] !== null) return 'pre-accepted'
  if (chain['start-order'] !== null) return suspensions.at(-1)?.to === null ? 'stopped' : 'started'
  if (chain.signature !== null) return 'signature'
  if (chain.award !== null) return 'award'
  return chain.tender !== null ? 'tender' : 'preparation'
}
