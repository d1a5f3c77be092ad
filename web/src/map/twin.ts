import { useEffect, useSyncExternalStore } from 'react'
import { asked, type MapTwin } from './asked.ts'

/** Shows a second map beside the first one for as long as `twin` is given. Keep it stable (useMemo). */
export function useMapTwin(twin: MapTwin | null): void {
  useEffect(() => {
    asked.twin = twin
  }, [twin])
  useEffect(
    () => () => {
      asked.twin = null
    },
    [],
  )
}

/** The second map that is asked for. */
export function useAskedTwin(): MapTwin | null {
  return useSyncExternalStore(subscribe, () => asked.twin)
}

const subscribe = (listener: () => void) => asked.subscribe(listener)
