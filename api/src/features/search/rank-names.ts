/** How well a name answers what was typed; lower is better. */
export const RANKS = { exact: 0, prefix: 1, wordPrefix: 2, substring: 3, misspelt: 4 } as const

/**
 * Rank of a name for what was typed, both as search keys.
 *
 * @returns One of `RANKS` plus, for a misspelling, a tenth per letter amiss; undefined when it is no answer.
 */
export function rankName(key: string, typed: string): number | undefined {
  if (typed === '') return undefined
  if (key === typed) return RANKS.exact
  if (key.startsWith(typed)) return RANKS.prefix
  if (key.includes(` ${typed}`)) return RANKS.wordPrefix
  if (key.includes(typed)) return RANKS.substring
  const tolerance = toleranceOf(typed)
  const distance = tolerance === 0 ? 1 : editDistance(key, typed, tolerance)
  return distance <= tolerance ? RANKS.misspelt + distance / 10 : undefined
}

/** Letters that may be amiss: none in a short word, where everything is near everything. */
export function toleranceOf(typed: string): number {
  if (typed.length < 4) return 0
  return typed.length < 7 ? 1 : 2
}

/**
 * Number of letters to insert, delete, replace or swap with their neighbour to get from `a` to `b`
 * (optimal string alignment); any number above `limit` when it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) best = Math.min(best, beforeLast[j - 2]! + 1)
      row.push(best)
    }
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return last[b.length]!
}
