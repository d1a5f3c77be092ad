import { eventsInForce } from '@borne/geodata/works/events-in-force'
import type { Day, WorksEventKind } from '@borne/geodata/works/types'
import type { ContractView } from './contract-view.ts'

export type DocumentKind = 'site-minutes' | 'acceptance-report' | 'payment-certificate' | 'progress-sheet'

export interface ContractDocument {
  readonly kind: DocumentKind
  /** What it can be about, the latest first; a progress sheet is about a day. */
  readonly events: readonly {
    readonly id: string
    readonly kind: WorksEventKind
    readonly on: Day
    /** Of a payment certificate. */
    readonly number: number | null
  }[]
}

const ACCEPTANCES: ReadonlySet<WorksEventKind> = new Set([
  'pre-acceptance',
  'provisional-acceptance',
  'final-acceptance',
])

/** The documents of a contract, with the events that each can be about. */
export function contractDocuments({
  state,
  events,
  knownAt,
  on,
}: Pick<ContractView, 'state' | 'events' | 'knownAt' | 'on'>): ContractDocument[] {
  const acceptances = eventsInForce(events, knownAt)
    .map(({ event }) => event)
    .filter(({ kind, happenedOn }) => ACCEPTANCES.has(kind) && happenedOn <= on)
  return [
    {
      kind: 'site-minutes',
      events: state.reports
        .map(({ eventId, on: day }) => ({
          id: eventId,
          kind: 'progress-report' as const,
          on: day,
          number: null,
        }))
        .reverse(),
    },
    {
      kind: 'payment-certificate',
      events: state.certificates
        .map(({ eventId, on: day, number }) => ({
          id: eventId,
          kind: 'certificate' as const,
          on: day,
          number,
        }))
        .reverse(),
    },
    {
      kind: 'acceptance-report',
      events: acceptances
        .map(({ id, kind, happenedOn }) => ({ id, kind, on: happenedOn, number: null }))
        .reverse(),
    },
    { kind: 'progress-sheet', events: [] },
  ]
}
