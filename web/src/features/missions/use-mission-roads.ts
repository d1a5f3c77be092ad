import { useEffect } from 'react'
import { useRoadsHere } from '../../platform/roads-worker/use-roads-here.ts'

/** The roads of all days of a mission on this device: loaded at once, since each change of a plan asks them. */
export function useMissionRoads(dates: readonly string[]) {
  const { here, edition, answers, prepare } = useRoadsHere(dates[0]!)
  useEffect(prepare)
  return { here, edition, isHere: dates.every(answers) }
}
