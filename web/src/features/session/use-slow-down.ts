import { useEffect, useState } from 'react'
import { ApiProblem } from '../../platform/api.ts'

/** Seconds until a sign-in that was slowed down may be tried again; 0 when it may. */
export function useSlowDown(error: unknown): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const end = performance.now() + secondsIn(error) * 1000
    const tell = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)))
    tell()
    if (secondsIn(error) === 0) return
    const timer = setInterval(tell, 500)
    return () => clearInterval(timer)
  }, [error])
  return left
}

function secondsIn(error: unknown): number {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'sign-in-slowed') return 0
  return Number(error.problem.extra?.retryAfterSeconds) || 0
}
