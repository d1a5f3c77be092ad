import { type PointerEvent, type RefObject, useRef } from 'react'
import { type SheetStop, settleSheet } from './sheet-heights.ts'

interface Drag {
  fromY: number
  fromHeight: number
  lastY: number
  lastTime: number
  /** Pixels per millisecond, positive while the sheet grows. */
  speed: number
  hasMoved: boolean
}

const STILL_PIXELS = 4

/** Lets the handle of the sheet be dragged; let go, the sheet settles at one of its heights. */
export function useSheetDrag(
  sheet: RefObject<HTMLElement | null>,
  stop: SheetStop,
  onStop: (stop: SheetStop) => void,
) {
  const drag = useRef<Drag | null>(null)

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (!sheet.current || (event.target as HTMLElement).closest('button')) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = {
      fromY: event.clientY,
      fromHeight: sheet.current.offsetHeight,
      lastY: event.clientY,
      lastTime: event.timeStamp,
      speed: 0,
      hasMoved: false,
    }
  }

  function onPointerMove(event: PointerEvent) {
    const now = drag.current
    if (!now || !sheet.current) return
    if (Math.abs(event.clientY - now.fromY) > STILL_PIXELS) now.hasMoved = true
    now.speed = (now.lastY - event.clientY) / Math.max(1, event.timeStamp - now.lastTime)
    now.lastY = event.clientY
    now.lastTime = event.timeStamp
    if (!now.hasMoved) return
    sheet.current.style.transition = 'none'
    sheet.current.style.blockSize = `${now.fromHeight + now.fromY - event.clientY}px`
  }

  function onPointerUp() {
    const last = drag.current
    drag.current = null
    if (!last || !sheet.current) return
    const height = sheet.current.offsetHeight
    sheet.current.style.transition = ''
    sheet.current.style.blockSize = ''
    const stageHeight = sheet.current.parentElement?.offsetHeight ?? height
    if (last.hasMoved) onStop(settleSheet(height, last.speed, stageHeight))
    else onStop(stop === 'half' ? 'full' : 'half')
  }

  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp }
}
