import { useEffect, useState } from 'react'

const SLOW_MS = 100

/** Whether something has lasted for a tenth of a second: what takes less is not shown. */
export function useSlow(isSo: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (!isSo) return
    const timer = setTimeout(() => setIsSlow(true), SLOW_MS)
    return () => {
      clearTimeout(timer)
      setIsSlow(false)
    }
  }, [isSo])
  return isSo && isSlow
}
