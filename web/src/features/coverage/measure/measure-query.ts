import type {
  Coverage,
  CoverageInput,
  CoverageWithoutRoads,
  ReachedRoads,
} from '@borne/api/contracts/coverage'
import type { BorderAccess } from '@borne/geodata/coverage/coverage-types'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { sendJson } from '../../../platform/api.ts'
import { keepUnderHand } from '../../../platform/keep-under-hand.ts'
import { ROADS_KEY } from '../../../platform/renew-roads.ts'
import type { CoverageAsked } from '../../../platform/roads-worker/roads-asked.ts'
import { askRoads } from '../../../platform/roads-worker/roads-here.ts'
import { networkParams } from '../../../ui/network-options.tsx'
import type { CoverageQuestion } from '../search.ts'

export const DEFAULT_MINUTES = 60
export const DEFAULT_OFF_ROAD_METRES = 2000
/** Speeds of a patrol off the road. */
export const OFF_ROAD_KMH = { foot: 4, vehicle: 15 } as const

/** How far, and how fast, the border is come to from a road. */
export function accessOf({ offRoad, offRoadMetres }: CoverageQuestion): BorderAccess {
  return {
    maxMetres: offRoadMetres ?? DEFAULT_OFF_ROAD_METRES,
    kmh: offRoad ? OFF_ROAD_KMH[offRoad] : null,
  }
}

/** What an address asks, defaults written out. */
export function questionOf(search: CoverageQuestion): NonNullable<CoverageInput['question']> {
  const { crossing, documented, presumed, ...network } = networkParams(search)
  const flag = (isSet: boolean) => (isSet ? 'true' : 'false')
  const postIds = readPosts(search)
  return {
    network: {
      ...network,
      crossing: flag(crossing),
      documented: flag(documented),
      presumed: flag(presumed),
    },
    minutes: search.minutes ?? DEFAULT_MINUTES,
    access: accessOf(search),
    includeUnconfirmed: search.includeUnconfirmed ?? false,
    postIds: postIds.length > 0 ? postIds : null,
  }
}

/** The measures that an address asks for. */
export function measureQuery(search: CoverageQuestion) {
  const input: CoverageInput = { question: questionOf(search) }
  return queryOptions({
    queryKey: [ROADS_KEY, 'coverage', input],
    queryFn: ({ signal }) => sendJson<Coverage>('POST', '/api/coverage/measure', input, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}

/** What an address asks of the roads on this device. */
export function askedHere(search: CoverageQuestion): CoverageAsked {
  const { avoid: _, ...network } = networkParams(search)
  const postIds = readPosts(search)
  return {
    ...network,
    minutes: search.minutes ?? DEFAULT_MINUTES,
    access: accessOf(search),
    includeUnconfirmed: search.includeUnconfirmed ?? false,
    postIds: postIds.length > 0 ? postIds : null,
    changes: [],
    contractPosts: [],
  }
}

/** The same, computed in this browser from that edition of the inputs. */
export function measureHereQuery(search: CoverageQuestion, edition: number) {
  const asked = askedHere(search)
  const { minutes, ...others } = asked
  const queryKey = [ROADS_KEY, 'coverage-here', edition, others, minutes]
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => askRoads('coverage', asked, signal),
    placeholderData: (previous: CoverageWithoutRoads | undefined, before) =>
      keepUnderHand(queryKey, previous, before),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  })
}

/** The roads that belong to those figures. */
export function reachedRoadsHereQuery(search: CoverageQuestion, edition: number) {
  const asked = askedHere(search)
  const { minutes, ...others } = asked
  const queryKey = [ROADS_KEY, 'reached-roads-here', edition, others, minutes]
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => askRoads('reached-roads', asked, signal),
    placeholderData: (previous: ReachedRoads | undefined, before) =>
      keepUnderHand(queryKey, previous, before),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  })
}

/** The chosen posts of an address; empty = every operational post. */
export function readPosts(search: CoverageQuestion): string[] {
  return search.posts?.split(',').filter(Boolean) ?? []
}

export function writePosts(postIds: readonly string[]): string | undefined {
  return postIds.length > 0 ? postIds.join(',') : undefined
}
