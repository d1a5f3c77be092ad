import type { WhoComes } from '@borne/api/contracts/coverage'
import type { Way } from '@borne/api/contracts/ways'
import type { Position } from '@borne/geodata/geometry/position'
import { queryOptions } from '@tanstack/react-query'
import { getJson, sendJson } from '../../../platform/api.ts'
import { ROADS_KEY } from '../../../platform/renew-roads.ts'
import { askRoads } from '../../../platform/roads-worker/roads-here.ts'
import { networkParams } from '../../../ui/network-options.tsx'
import type { CoverageQuestion } from '../search.ts'
import { askedHere, questionOf } from './measure-query.ts'

/** The edition of the roads that answer on this device; null: the server does. */
type Edition = number | null

/** Who comes to a place of the border, soonest first. */
export function whoComesQuery(search: CoverageQuestion, position: Position | null, edition: Edition) {
  const question = questionOf(search)
  return queryOptions({
    queryKey: [ROADS_KEY, 'who-comes', edition, question, position],
    queryFn: ({ signal }) =>
      edition === null
        ? sendJson<WhoComes>('POST', '/api/coverage/who-comes', { question, position }, signal)
        : askRoads('who-comes', { ...askedHere(search), position: position! }, signal),
    enabled: position !== null,
    staleTime: 300_000,
  })
}

/** The way from a post to the place where the road is left. */
export function approachQuery(
  search: CoverageQuestion,
  asked: { postId: string; leaves: Position } | null,
  edition: Edition,
) {
  const params = { by: 'time' as const, alternatives: false, ...networkParams(search) }
  const { avoid: _, ...asNumbers } = params
  return queryOptions({
    queryKey: [ROADS_KEY, 'approach', edition, params, asked],
    queryFn: ({ signal }) => {
      const { postId, leaves } = asked!
      return edition === null
        ? getJson<Way>('/api/ways', { ...params, stops: `${postId};${leaves.join(',')}` }, signal)
        : askRoads('way', { ...asNumbers, stops: [postId, leaves], areas: [] }, signal)
    },
    enabled: asked !== null,
    staleTime: 300_000,
  })
}
