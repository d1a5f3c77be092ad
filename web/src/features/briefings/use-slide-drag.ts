import { type PointerEvent, useRef, useState } from 'react'

/** A slide under the hand, and the place that it would take among the others. */
export interface SlideDrag {
  readonly slideId: string
  readonly position: number
}

const LEAST_PIXELS = 4
/** So near to the edge of what scrolls, a slide under the hand scrolls it. */
const EDGE_PIXELS = 40
const SCROLL_PIXELS = 10

/** Drags a slide by its handle, with mouse, pen or finger. The rows of the list carry `data-slide`. */
export function useSlideDrag(onDrop: (slideId: string, position: number) => void) {
  const [drag, setDrag] = useState<SlideDrag | null>(null)
  const began = useRef<{ x: number; y: number } | null>(null)
  const end = () => {
    began.current = null
    setDrag(null)
  }
  const handleProps = (slideId: string) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      began.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const start = began.current
      if (!start) return
      const isStill = Math.hypot(event.clientX - start.x, event.clientY - start.y) < LEAST_PIXELS
      if (!drag && isStill) return
      const list = event.currentTarget.closest('ol')
      if (!list) return
      scrollNear(list, event.clientY)
      setDrag({ slideId, position: positionUnder(list, event.clientY, slideId) })
    },
    onPointerUp() {
      if (drag) onDrop(drag.slideId, drag.position)
      end()
    },
    onPointerCancel: end,
  })
  return { drag, handleProps }
}

function positionUnder(list: HTMLElement, y: number, slideId: string): number {
  const others = [...list.querySelectorAll<HTMLElement>('[data-slide]')].filter(
    (row) => row.dataset.slide !== slideId,
  )
  const below = others.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y < top + height / 2
  })
  return below === -1 ? others.length : below
}

function scrollNear(list: HTMLElement, y: number): void {
  let frame: HTMLElement | null = list
  while (frame && !(frame.scrollHeight > frame.clientHeight && getComputedStyle(frame).overflowY === 'auto'))
    frame = frame.parentElement
  if (!frame) return
  const { top, bottom } = frame.getBoundingClientRect()
  if (y > bottom - EDGE_PIXELS) frame.scrollTop += SCROLL_PIXELS
  else if (y < top + EDGE_PIXELS) frame.scrollTop -= SCROLL_PIXELS
}
