import type { RoadInputs } from '@borne/api/contracts/roads'
import { chooseVersion } from '@borne/geodata/road-network/choose-version'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { getJson } from '../api.ts'
import { ROADS_KEY } from '../renew-roads.ts'
import { bringInputs, failRoads, onRoadsChange, type RoadsHere, roadsHere, wantRoads } from './roads-here.ts'

function inputsQuery(date: string) {
  return queryOptions({
    queryKey: [ROADS_KEY, 'inputs', { date }],
    queryFn: ({ signal }) => getJson<RoadInputs>('/api/roads/inputs', { date }, signal),
    staleTime: 300_000,
  })
}

interface RoadsInBrowser {
  readonly here: RoadsHere
  /** Grows with every other inputs: answers are kept under it. */
  readonly edition: number
  /** Whether a question about a day can be answered in this browser now. */
  answers(date: string): boolean
  /** To be called when something is first dragged: loads the roads, unless that was declined. */
  prepare(): void
}

/**
 * The roads of a day in this browser. Nothing is loaded until they are wanted; then what they need is kept up to date.
 */
export function useRoadsHere(date: string): RoadsInBrowser {
  const here = useSyncExternalStore(onRoadsChange, roadsHere)
  const isWanted = here.status === 'loading' || here.status === 'ready'
  const held = here.status === 'ready' ? here.inputs : null
  const asked = here.status === 'ready' && countsOn(here.inputs, date) ? here.date : date
  const { data, error } = useQuery({ ...inputsQuery(asked), enabled: isWanted })
  useEffect(() => {
    if (isWanted && data && data !== held) void bringInputs(data, asked)
  }, [isWanted, data, held, asked])
  useEffect(() => {
    if (isWanted && error && !data) failRoads(error)
  }, [isWanted, error, data])
  return {
    here,
    edition: here.status === 'ready' ? here.edition : 0,
    answers: (day) => held !== null && held === data && countsOn(held, day),
    prepare() {
      if (here.status === 'absent' && !here.isDeclined) wantRoads()
    },
  }
}

/** Whether the same inputs serve a day: those of one version of the network have them in common. */
function countsOn({ versions, network }: RoadInputs, date: string): boolean {
  return chooseVersion(versions, date)?.id === network.id
}
