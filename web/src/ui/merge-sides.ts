export type Side = 'mine' | 'theirs'

/** What is kept of each difference: what only one side changed is that side's, until a person says otherwise. */
export function keptSides<Field extends string>(
  differences: readonly { readonly field: Field; readonly changedBy: Side | 'both' }[],
  choices: Partial<Record<Field, Side>>,
): Partial<Record<Field, Side>> {
  const kept: Partial<Record<Field, Side>> = {}
  for (const { field, changedBy } of differences) {
    const side = choices[field] ?? (changedBy === 'both' ? undefined : changedBy)
    if (side) kept[field] = side
  }
  return kept
}
