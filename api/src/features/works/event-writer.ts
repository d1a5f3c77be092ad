import { addDays } from '@borne/geodata/works/days'
import type { AnyWorksEvent, Day, WorksEventKind, WorksPayloads } from '@borne/geodata/works/types'

/** Who recorded an event of the demonstration: the account of that role. */
export type Recorder = 'contractor' | 'focal-point' | 'coordinator'

/** The hour at which each of them is used to write, so that what answers comes after what is answered. */
const HOURS: Readonly<Record<Recorder, string>> = {
  'focal-point': 'T09:00:00Z',
  coordinator: 'T15:00:00Z',
  contractor: 'T17:30:00Z',
}

interface Written {
  readonly by: Recorder
  readonly about?: string
  readonly replaces?: string
  /** Known from that day on; absent: from its own. */
  readonly knownOn?: Day
}

/** The events of one fictional contract, with ids that are the same each time. */
export interface EventWriter {
  /** In the order that they were written. */
  readonly events: readonly AnyWorksEvent[]
  write<Kind extends WorksEventKind>(
    kind: Kind,
    on: Day,
    payload: Omit<WorksPayloads[Kind], 'note'> & { readonly note?: string },
    how: Written,
  ): string
}

/** @param number Of the contract, from 1. */
export function createEventWriter(number: number, contractId: string): EventWriter {
  const events: AnyWorksEvent[] = []
  return {
    events,
    write(kind, happenedOn, payload, { by, about, replaces, knownOn }) {
      const id = demonstrationId(number, events.length + 1)
      events.push({
        id,
        contractId,
        ordinal: events.length + 1,
        kind,
        happenedOn,
        recordedAt: `${knownOn ?? happenedOn}${HOURS[by]}`,
        recordedBy: by,
        replaces: replaces ?? null,
        about: about ?? null,
        payload: kind === 'bill' || kind === 'plan' ? payload : { note: '', ...payload },
      } as unknown as AnyWorksEvent)
      return id
    },
  }
}

/** A UUID that names the demonstration's contract and event in its digits; event 0 is the contract. */
export function demonstrationId(contract: number, event: number): string {
  const digits = (value: number, length: number) => String(value).padStart(length, '0')
  return `deb0de00-0000-4000-8${digits(contract, 3)}-${digits(event, 12)}`
}

/** In the order of their recording, which is what ordinals count. */
export function inOrderOfRecording(events: readonly AnyWorksEvent[]): AnyWorksEvent[] {
  return events
    .toSorted((a, b) =>
      a.recordedAt === b.recordedAt ? a.ordinal - b.ordinal : a.recordedAt < b.recordedAt ? -1 : 1,
    )
    .map((event, index): AnyWorksEvent => ({ ...event, ordinal: index + 1 }))
}

/** So many days later, but not after the last one. */
export function laterWithin(day: Day, count: number, last: Day): Day {
  const later = addDays(day, count)
  return later < last ? later : last
}
