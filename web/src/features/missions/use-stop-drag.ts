import type { VisitSpot } from '@borne/geodata/itinerary/move-visit'
import { type PointerEvent, useEffect, useRef, useState } from 'react'

/** A visit under the hand, and where it would go. */
export interface StopDrag {
  readonly visitId: string
  /** Null: over nothing that takes it. `'out'`: it would be left out. */
  readonly to: DropSpot | 'out' | null
}
export interface DropSpot extends VisitSpot {
  /** The stop beside which the mark is drawn; null: the day is empty. */
  readonly beside: { readonly visitId: string; readonly side: 'before' | 'after' } | null
}

const LEAST_PIXELS = 4
/** So near to the edge of what scrolls, a stop under the hand scrolls it. */
const EDGE_PIXELS = 56
const SCROLL_PIXELS = 14
const SCROLL_MS = 30

/**
 * Drags a stop by its handle, with mouse, pen or finger. Days carry `data-day` (team and date as JSON) and `data-stops`, stops
 * `data-stop`, the list of what is left out `data-out`.
 */
export function useStopDrag(onDrop: (visitId: string, to: VisitSpot | 'out') => void) {
  const [drag, setDrag] = useState<StopDrag | null>(null)
  const began = useRef<{ visitId: string; x: number; y: number } | null>(null)

  const last = useRef({ y: 0 })
  const isDragged = drag !== null
  useEffect(() => {
    if (!isDragged) return
    const frame = scrolledAround(document.querySelector('[data-day]'))
    const timer = setInterval(() => scrollNear(frame, last.current.y), SCROLL_MS)
    return () => clearInterval(timer)
  }, [isDragged])

  const end = () => {
    began.current = null
    setDrag(null)
  }
  const handleProps = (visitId: string) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      began.current = { visitId, x: event.clientX, y: event.clientY }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const start = began.current
      if (!start) return
      last.current = { y: event.clientY }
      const isStill = Math.hypot(event.clientX - start.x, event.clientY - start.y) < LEAST_PIXELS
      if (!drag && isStill) return
      setDrag({ visitId, to: spotUnder(event.clientX, event.clientY, visitId) })
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const to = drag && spotUnder(event.clientX, event.clientY, visitId)
      end()
      if (to === 'out') onDrop(visitId, 'out')
      else if (to) onDrop(visitId, { teamId: to.teamId, date: to.date, position: to.position })
    },
    onPointerCancel: end,
  })
  return { drag, handleProps }
}

function scrolledAround(element: Element | null): Element | null {
  let frame = element?.parentElement ?? null
  while (frame && !(frame.scrollHeight > frame.clientHeight && getComputedStyle(frame).overflowY === 'auto'))
    frame = frame.parentElement
  return frame
}

function scrollNear(frame: Element | null, y: number): void {
  if (!frame) return
  const { top, bottom } = frame.getBoundingClientRect()
  if (y > bottom - EDGE_PIXELS) frame.scrollTop += SCROLL_PIXELS
  else if (y < top + EDGE_PIXELS) frame.scrollTop -= SCROLL_PIXELS
}

function spotUnder(x: number, y: number, visitId: string): DropSpot | 'out' | null {
  const under = document.elementFromPoint(x, y)
  if (under?.closest('[data-out]')) return 'out'
  const day = under?.closest<HTMLElement>('[data-day]')
  if (!day) return null
  const [teamId, date] = JSON.parse(day.dataset.day!) as [string, string]
  const stops = [...day.querySelectorAll<HTMLElement>('[data-stop]')].filter(
    (each) => each.dataset.stop !== visitId,
  )
  const below = stops.findIndex((stop) => {
    const { top, height } = stop.getBoundingClientRect()
    return y < top + height / 2
  })
  const position = below === -1 ? stops.length : below
  const neighbour = stops[position] ?? stops.at(-1)
  const side = below === -1 ? 'after' : 'before'
  return { teamId, date, position, beside: neighbour ? { visitId: neighbour.dataset.stop!, side } : null }
}
