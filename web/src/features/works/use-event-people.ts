import { useMemo } from 'react'
import type { ContractView } from './contract-view.ts'

/** Who recorded an event, by its id; null where one may not know. */
export function useEventPeople({ events }: Pick<ContractView, 'events'>): (eventId: string) => string | null {
  return useMemo(() => {
    const names = new Map(events.map(({ id, recordedByName }) => [id, recordedByName]))
    return (eventId) => names.get(eventId) ?? null
  }, [events])
}
