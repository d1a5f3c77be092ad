import type { QueryClient } from '@tanstack/react-query'

/** The key of every answer that the state of the roads enters begins so. */
export const ROADS_KEY = 'roads'
/** The key of the corrections of the network: drawn by hand, or taken from recorded tracks. */
export const EDITS_KEY = 'road-edits'

/** A closure, a calendar or a vehicle has changed: ways, reach and days are asked again. */
export function renewRoads(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: [ROADS_KEY] })
}
