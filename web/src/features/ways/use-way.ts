import type { Way } from '@borne/api/contracts/ways'
import { useQuery } from '@tanstack/react-query'
import { isSilence } from '../../platform/parse-problem.ts'
import type { RoadsHere } from '../../platform/roads-worker/roads-here.ts'
import { useRoadsHere } from '../../platform/roads-worker/use-roads-here.ts'
import { thisDay } from '../../ui/days.ts'
import { useNearestAnswer } from '../../ui/use-nearest-answer.ts'
import type { WaysQuestion } from './search.ts'
import { chosenStops, readStops, type StopText, writeStops } from './stops.ts'
import { wayHereQuery, wayQuery } from './way-query.ts'

interface WayAnswer {
  readonly answer: Way | undefined
  readonly isStale: boolean
  /** Computed in this browser. */
  readonly isHere: boolean
  /** The server gives no answer at all. */
  readonly isSilent: boolean
  /** Why there is no answer, where none will come. */
  readonly refusal: Error | null
  readonly here: RoadsHere
  askAgain(): void
  /** To be called when a stop is first dragged. */
  prepare(): void
}

/**
 * The way along the stops: as the server tells it, or this browser while a stop is dragged and where the server is
 * silent. What the server refuses is refused, whatever this browser would answer.
 *
 * @param dragged The stops with the one under the hand in its place; null while none is dragged.
 */
export function useWay(search: WaysQuestion, dragged: readonly StopText[] | null): WayAnswer {
  const server = useQuery(wayQuery(search))
  const day = search.on ?? thisDay()
  const roads = useRoadsHere(day)
  const asked = dragged ? { ...search, stops: writeStops(dragged) } : search
  const isAsked = chosenStops(readStops(asked.stops)).length >= 2
  const browser = useQuery({
    ...wayHereQuery(asked, roads.edition),
    enabled: isAsked && roads.answers(day),
  })
  const nearest = useNearestAnswer(server, browser, dragged !== null)
  const isSilent = isSilence(server.error)
  const isRefused = nearest.isRefused || (server.isError && !isSilent && dragged === null)
  return {
    answer: isAsked && !isRefused ? nearest.answer : undefined,
    isStale: nearest.isStale,
    isHere: nearest.isHere,
    isSilent,
    refusal: isAsked && isRefused ? server.error : null,
    here: roads.here,
    askAgain: () => void server.refetch(),
    prepare: roads.prepare,
  }
}
