/** The result of some computing with the time that it took. */
export async function timed<T extends object>(
  compute: () => T | Promise<T>,
): Promise<T & { computeMilliseconds: number }> {
  const startedAt = performance.now()
  const result = await compute()
  return { ...result, computeMilliseconds: Math.round((performance.now() - startedAt) * 100) / 100 }
}
