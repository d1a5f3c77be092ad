/** Rows of an integer programme, gathered one by one. */
export interface ProgrammeRows {
  add(columns: readonly number[], coefficientOf: (column: number) => number, upper: number): void
  end(): { rowStart: Int32Array; rowColumn: Int32Array; rowValue: Float64Array; rowUpper: Float64Array }
}

export function gatherRows(): ProgrammeRows {
  const start = [0]
  const at: number[] = []
  const value: number[] = []
  const upper: number[] = []
  return {
    add(columns, coefficientOf, limit) {
      for (const column of columns) {
        at.push(column)
        value.push(coefficientOf(column))
      }
      start.push(at.length)
      upper.push(limit)
    },
    end: () => ({
      rowStart: Int32Array.from(start),
      rowColumn: Int32Array.from(at),
      rowValue: Float64Array.from(value),
      rowUpper: Float64Array.from(upper),
    }),
  }
}

/** The limits of a model on the columns that open its sites: how many, and for how much. */
export function addLimits(
  rows: ProgrammeRows,
  { costs, count, budget }: { costs: Float64Array; count: number; budget: number },
): void {
  const all = Array.from(costs.keys())
  rows.add(all, () => 1, Math.min(count, costs.length))
  if (budget < Number.POSITIVE_INFINITY) rows.add(all, (column) => costs[column]!, budget)
}
