import { hashKey, type QueryKey } from '@tanstack/react-query'

/**
 * Placeholder of a query whose key ends with what is under the hand: the answer before, where nothing else differs.
 *
 * @param before The query that gave the answer before.
 */
export function keepUnderHand<T>(
  key: QueryKey,
  previous: T | undefined,
  before: { readonly queryKey: QueryKey } | undefined,
): T | undefined {
  return before && rest(before.queryKey) === rest(key) ? previous : undefined
}

function rest(key: QueryKey): string {
  return hashKey(key.slice(0, -1))
}
