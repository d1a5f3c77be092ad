import { useEffect, useState } from 'react'

const SETTLE_MS = 120

/**
 * A value under the hand: it follows at once and is asked for when the hand rests, so that not every step on the
 * way is computed. When the asked value changes (the address, say), it follows that.
 */
export function useSettling<T>(asked: T, onSettle: (value: T) => void) {
  const [value, setValue] = useState(asked)
  const [followed, setFollowed] = useState(asked)
  if (asked !== followed) {
    setFollowed(asked)
    setValue(asked)
  }
  useEffect(() => {
    if (value === asked) return
    const timer = setTimeout(() => onSettle(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value, asked, onSettle])
  return { value, isMoving: value !== asked, move: setValue }
}
