import { useEffect, useState } from 'react'

const STEP_MS = 1200

/** Goes on by a step at a time, from the beginning when it was at the end, and stops there. */
export function usePlay(at: number, last: number, go: (to: number) => void) {
  const [isPlaying, setIsPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    if (at >= last) {
      setIsPlaying(false)
      return
    }
    const timer = setTimeout(() => go(at + 1), STEP_MS)
    return () => clearTimeout(timer)
  }, [isPlaying, at, last, go])
  function toggle() {
    if (!isPlaying && at >= last) go(0)
    setIsPlaying(!isPlaying)
  }
  return { isPlaying, toggle }
}
