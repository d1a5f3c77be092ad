import { type PointerEvent, useRef, useState } from 'react'

/** A row under the hand, and the place that it would take among the others. */
export interface RowDrag {
  readonly id: string
  readonly position: number
}

const LEAST_PIXELS = 4

/** Drags a row of an `ol` by its handle, with mouse, pen or finger. The rows carry `data-row`. */
export function useRowDrag(onDrop: (id: string, position: number) => void) {
  const [drag, setDrag] = useState<RowDrag | null>(null)
  const began = useRef<number | null>(null)
  const end = () => {
    began.current = null
    setDrag(null)
  }
  const handleProps = (id: string) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      began.current = event.clientY
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (began.current === null) return
      if (!drag && Math.abs(event.clientY - began.current) < LEAST_PIXELS) return
      const rows = [...(event.currentTarget.closest('ol')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
      const others = rows.filter((row) => row.dataset.row !== id)
      const below = others.findIndex((row) => {
        const { top, height } = row.getBoundingClientRect()
        return event.clientY < top + height / 2
      })
      setDrag({ id, position: below === -1 ? others.length : below })
    },
    onPointerUp() {
      if (drag) onDrop(drag.id, drag.position)
      end()
    },
    onPointerCancel: end,
  })
  return { drag, handleProps }
}

export type HandleProps = ReturnType<ReturnType<typeof useRowDrag>['handleProps']>
