import { CatchBoundary } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useMessages } from '../ui/language.tsx'
import { ErrorState } from '../ui/states.tsx'
import { messages } from './messages.ts'

const MapPane = lazy(() => import('../map/map-pane.tsx').then((module) => ({ default: module.MapPane })))

/** The map, asked for once the shell has been painted: the figures come first. */
export function MapSlot() {
  const m = useMessages(messages)
  const hasPainted = useHasPainted()
  return (
    <CatchBoundary
      getResetKey={() => 'map'}
      errorComponent={({ error, reset }) => <ErrorState problem={error} what={m.mapFailed} onRetry={reset} />}
    >
      <Suspense fallback={null}>{hasPainted && <MapPane />}</Suspense>
    </CatchBoundary>
  )
}

/** True from the second frame on: the first one is on the screen by then. */
function useHasPainted(): boolean {
  const [hasPainted, setHasPainted] = useState(false)
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setHasPainted(true))
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return hasPainted
}
