import type { RoadInputs } from '@borne/api/contracts/roads'
import { chooseVersion } from '@borne/geodata/road-network/choose-version'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { getJson } from '../api.ts'
import { ROADS_KEY } from '../renew-roads.ts'
import {
  bringInputs,
  failRoads,
  onRoadsChange,
  type RoadsFor,
  type RoadsHere,
  roadsHere,
  wantRoads,
} from './roads-here.ts'

function inputsQuery({ date, vehicle }: RoadsFor) {
  return queryOptions({
    queryKey: [ROADS_KEY, 'inputs', { date, vehicle }],
    queryFn: ({ signal }) => getJson<RoadInputs>('/api/roads/inputs', { date, vehicle }, signal),
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
 * The roads of a day and a vehicle in this browser. Nothing is loaded until they are wanted; then what they need is
 * kept up to date.
 */
export function useRoadsHere({ date, vehicle }: RoadsFor): RoadsInBrowser {
  const here = useSyncExternalStore(onRoadsChange, roadsHere)
  const isWanted = here.status === 'loading' || here.status === 'ready'
  const held = here.status === 'ready' ? here.inputs : null
  const asked =
    here.status === 'ready' && isEnough(here.inputs, { date, vehicle }) ? here.asked : { date, vehicle }
  const { data, error } = useQuery({ ...inputsQuery(asked), enabled: isWanted })
  const { date: askedDate, vehicle: askedVehicle } = asked
  useEffect(() => {
    if (isWanted && data && data !== held) void bringInputs(data, { date: askedDate, vehicle: askedVehicle })
  }, [isWanted, data, held, askedDate, askedVehicle])
  useEffect(() => {
    if (isWanted && error && !data) failRoads(error)
  }, [isWanted, error, data])
  return {
    here,
    edition: here.status === 'ready' ? here.edition : 0,
    answers: (day) => held !== null && held === data && isEnough(held, { date: day, vehicle }),
    prepare() {
      if (here.status === 'absent' && !here.isDeclined) wantRoads()
    },
  }
}

/** Whether the same inputs serve: days of one version of the network, and vehicles that are alike, have them in common. */
function isEnough(
  { versions, network, vehicles, learnedFor }: RoadInputs,
  { date, vehicle }: RoadsFor,
): boolean {
  const mode = vehicles.find(({ id }) => id === vehicle)?.mode
  return chooseVersion(versions, date)?.id === network.id && mode !== undefined && learnedFor.includes(mode)
}
