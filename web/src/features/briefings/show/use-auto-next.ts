import { useEffect, useRef } from 'react'

/** Goes on by itself after the seconds of a slide. Null: it waits. */
export function useAutoNext(
  slideKey: string,
  seconds: number | null,
  isHeld: boolean,
  next: () => void,
): void {
  const latest = useRef(next)
  useEffect(() => {
    latest.current = next
  })
  useEffect(() => {
    if (seconds === null || isHeld || slideKey === '') return
    const timer = setTimeout(() => latest.current(), seconds * 1000)
    return () => clearTimeout(timer)
  }, [slideKey, seconds, isHeld])
}
