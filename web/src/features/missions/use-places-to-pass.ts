import type { MissionQuestion, ViaPoint } from '@borne/geodata/itinerary/mission-types'
import { useMemo } from 'react'
import { useRoadsHere } from '../../platform/roads-worker/use-roads-here.ts'

/** Places that a way can be forced over by their names: those of the mission, and all settlements once the roads are here. */
export function usePlacesToPass({ places, dates }: MissionQuestion): readonly ViaPoint[] {
  const { here } = useRoadsHere(dates[0]!)
  const settlements = here.status === 'ready' ? here.inputs.settlements : null
  return useMemo(() => {
    const own = places.map(({ name, position }) => ({ name, position }))
    const known = new Set(own.map(({ name }) => name))
    const others = (settlements ?? []).filter(({ name }) => name && !known.has(name))
    return [...own, ...others.map(({ name, position }) => ({ name, position }))]
  }, [places, settlements])
}
