import type { WorksFile } from '@borne/api/contracts/works'
import { contractClock } from '@borne/geodata/works/contract-clock'
import { contractState } from '@borne/geodata/works/contract-state'
import { eventsInForce } from '@borne/geodata/works/events-in-force'
import { ledger } from '@borne/geodata/works/ledger'
import type { ContractClock, Ledger, WorksAlarm } from '@borne/geodata/works/results'
import type { ContractState } from '@borne/geodata/works/state'
import { summariseWorks } from '@borne/geodata/works/summarise-works'
import type { AnyWorksEvent, Day, Instant } from '@borne/geodata/works/types'
import { worksAlarms } from '@borne/geodata/works/works-alarms'
import type { ContractSearch } from './search.ts'

/** A contract as its page shows it: folded for the days that the address asks for. */
export interface ContractView
  extends Pick<WorksFile, 'contract' | 'events' | 'photos' | 'calendars' | 'rates'> {
  readonly today: Day
  readonly on: Day
  readonly knownAt: Instant
  /** Another day than today, or less than is known now: nothing is recorded from here. */
  readonly isPast: boolean
  readonly state: ContractState
  readonly clock: ContractClock
  readonly ledger: Ledger
  readonly alarms: readonly WorksAlarm[]
}

const ALL_KNOWN = '9999-12-31T23:59:59.999Z'

export function viewContract(
  file: WorksFile,
  { asOf, knownOn }: Pick<ContractSearch, 'asOf' | 'knownOn'>,
  today: Day,
): ContractView {
  const { contract, events, calendars } = file
  const on = asOf ?? today
  const knownAt = knownOn ? `${knownOn}T23:59:59.999Z` : ALL_KNOWN
  const state = contractState(contract, events, { on, knownAt })
  const summary = summariseWorks(contract, eventsUpTo(events, on, knownAt), calendars)
  return {
    ...file,
    today,
    on,
    knownAt,
    isPast: on !== today || knownOn !== undefined,
    state,
    clock: contractClock(contract, state, on),
    ledger: ledger(contract, state),
    alarms: worksAlarms(contract, summary, { on }),
  }
}

/** What was known then, without what had not happened yet: neither that, nor what it corrects. */
export function eventsUpTo(
  events: readonly AnyWorksEvent[],
  on: Day,
  knownAt: Instant,
): readonly AnyWorksEvent[] {
  const known = events.filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(knownAt))
  const later = eventsInForce(known, null).filter(({ event }) => event.happenedOn > on)
  if (later.length === 0) return known
  const replacedBy = new Map(known.map(({ id, replaces }) => [id, replaces]))
  const dropped = new Set<string>()
  for (const { event } of later) {
    for (let id: string | null | undefined = event.id; id; id = replacedBy.get(id)) dropped.add(id)
  }
  return known.filter(({ id }) => !dropped.has(id))
}
