/** The result of some computing with the time that it took. */
export function timed<T extends object>(compute: () => T): T & { computeMilliseconds: number } {
  const startedAt = performance.now()
  const result = compute()
  return { ...result, computeMilliseconds: Math.round((performance.now() - startedAt) * 100) / 100 }
}
