import type { CoverageWithoutRoads, ReachedRoads } from '@borne/api/contracts/coverage'
import { useQuery } from '@tanstack/react-query'
import { isSilence } from '../../../platform/parse-problem.ts'
import { useRoadsHere } from '../../../platform/roads-worker/use-roads-here.ts'
import { thisDay } from '../../../ui/days.ts'
import { useNearestAnswer } from '../../../ui/use-nearest-answer.ts'
import type { CoverageQuestion } from '../search.ts'
import { measureHereQuery, measureQuery, reachedRoadsHereQuery } from './measure-query.ts'

/** The reached roads as they are shown: under the hand they come after the figures. */
export interface ShownRoads {
  readonly told: ReachedRoads
  /** They belong to other minutes than the figures. */
  readonly isStale: boolean
}

/** The measures by the server, and under the hand by this device where the roads are on it. */
export function useMeasured(search: CoverageQuestion, minutes: number, isMoving: boolean) {
  const byServer = useQuery(measureQuery(search))
  const day = search.on ?? thisDay()
  const roads = useRoadsHere(day)
  const byDevice = useQuery({
    ...measureHereQuery({ ...search, minutes }, roads.edition),
    enabled: roads.answers(day),
  })
  const roadsByDevice = useQuery({
    ...reachedRoadsHereQuery({ ...search, minutes }, roads.edition),
    enabled: roads.answers(day) && byDevice.isSuccess && !byDevice.isPlaceholderData,
  })
  const nearest = useNearestAnswer<CoverageWithoutRoads>(byServer, byDevice, isMoving)
  const told = nearest.isHere ? roadsByDevice.data : byServer.data
  const reached: ShownRoads | null = told
    ? { told, isStale: nearest.isHere && roadsByDevice.isPlaceholderData }
    : null
  return {
    ...nearest,
    reached,
    roads,
    day,
    error: byServer.error,
    isServerSilent: isSilence(byServer.error),
    retry: () => void byServer.refetch(),
  }
}
