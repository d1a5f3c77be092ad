import { useSyncExternalStore } from 'react'

/** Metres along the border under the pointer, on the chart or on the map: what follows it is drawn without the page. */
let place: number | null = null
const listeners = new Set<() => void>()

export function pointAt(metres: number | null): void {
  if (metres === place) return
  place = metres
  for (const listener of listeners) listener()
}

export function usePointedPlace(): number | null {
  return useSyncExternalStore(subscribe, () => place)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
