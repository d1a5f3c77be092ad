import { useEffect, useState } from 'react'

const SETTLE_MS = 120

/**
 * The time on the slider. It follows the hand at once and is asked for when the hand rests, so that not every
 * step on the way is computed. When the address changes, it follows the address.
 */
export function useMinutes(asked: number, onSettle: (minutes: number) => void) {
  const [minutes, setMinutes] = useState(asked)
  const [followed, setFollowed] = useState(asked)
  if (asked !== followed) {
    setFollowed(asked)
    setMinutes(asked)
  }
  useEffect(() => {
    if (minutes === asked) return
    const timer = setTimeout(() => onSettle(minutes), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [minutes, asked, onSettle])
  return { minutes, isDragging: minutes !== asked, drag: setMinutes }
}
