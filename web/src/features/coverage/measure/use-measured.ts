import { useQuery } from '@tanstack/react-query'
import { isSilence } from '../../../platform/parse-problem.ts'
import { useRoadsHere } from '../../../platform/roads-worker/use-roads-here.ts'
import { thisDay } from '../../../ui/days.ts'
import { useNearestAnswer } from '../../../ui/use-nearest-answer.ts'
import type { CoverageQuestion } from '../search.ts'
import { measureHereQuery, measureQuery } from './measure-query.ts'

/** The measures by the server, and under the hand by this device where the roads are on it. */
export function useMeasured(search: CoverageQuestion, minutes: number, isMoving: boolean) {
  const byServer = useQuery(measureQuery(search))
  const day = search.on ?? thisDay()
  const roads = useRoadsHere(day)
  const byDevice = useQuery({
    ...measureHereQuery({ ...search, minutes }, roads.edition),
    enabled: roads.answers(day),
  })
  const nearest = useNearestAnswer(byServer, byDevice, isMoving)
  return {
    ...nearest,
    roads,
    day,
    error: byServer.error,
    isServerSilent: isSilence(byServer.error),
    retry: () => void byServer.refetch(),
  }
}
