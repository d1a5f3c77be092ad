import type { MissionRow } from '@borne/api/contracts/missions'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useRoadsHere } from '../../platform/roads-worker/use-roads-here.ts'
import { addDays, thisDay } from '../../ui/days.ts'
import { missionQuery, missionSettingsQuery, questionQuery } from './missions-queries.ts'

const DAYS_AHEAD = 14
const MOST_KEPT = 20

/** The missions under way and of the coming two weeks, the next first; those that were refused go nowhere. */
export function comingMissions(rows: readonly MissionRow[], today: string): MissionRow[] {
  const last = addDays(today, DAYS_AHEAD)
  return rows
    .filter(
      ({ status, from, until }) =>
        status === 'under-way' ||
        (status !== 'done' && status !== 'refused' && until >= today && from <= last),
    )
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.reference.localeCompare(b.reference))
    .slice(0, MOST_KEPT)
}

/**
 * Brings the coming missions onto the device while the list is looked at: what they are, what their plan rests on, and the
 * roads, without which no plan has times. So they open where there is no network.
 */
export function useComingMissions(rows: readonly MissionRow[] | undefined): void {
  const client = useQueryClient()
  const coming = rows && comingMissions(rows, thisDay())
  const next = coming?.[0]
  const { prepare } = useRoadsHere(next?.from ?? thisDay())
  const key = coming?.map(({ id, version }) => `${id} ${version}`).join()
  // Without a network a page that was never loaded would not even say what is missing.
  useEffect(() => {
    void import('./mission-page.tsx').then(({ loadMissionParts }) => loadMissionParts()).catch(() => {})
  }, [])
  useEffect(() => {
    if (coming && coming.length > 0) void bring(client, coming)
  }, [client, key])
  useEffect(() => {
    if (next) prepare()
  }, [next?.id])
}

/** One after the other: the list and what is opened meanwhile come first. */
async function bring(client: QueryClient, coming: readonly MissionRow[]): Promise<void> {
  await client.prefetchQuery(missionSettingsQuery)
  for (const { id, version } of coming) {
    await client.prefetchQuery({ ...missionQuery(id), retry: false })
    await client.prefetchQuery({ ...questionQuery(id, version), retry: false })
  }
}
