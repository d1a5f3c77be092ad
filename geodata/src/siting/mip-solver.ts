/** An integer programme: maximise `cost`·x, rows by their columns (CSR), all columns between 0 and 1. */
export interface IntegerProgramme {
  readonly cost: Float64Array
  /** 1 where the column is whole, 0 where it may be a fraction. */
  readonly isWhole: Int32Array
  readonly rowStart: Int32Array
  readonly rowColumn: Int32Array
  readonly rowValue: Float64Array
  /** Each row is at most this. */
  readonly rowUpper: Float64Array
  /** Whether the first solution will do: what is asked is only whether there is one. */
  readonly isAnyEnough: boolean
}

export interface ProgrammeAnswer {
  /** Values of the columns; null where none was found. */
  readonly columns: ArrayLike<number> | null
  /** No solution is worth more. */
  readonly bound: number
  readonly isOptimal: boolean
  readonly isInfeasible: boolean
}

/** What solves integer programmes. A call blocks its thread: call it in a worker. */
export interface MipSolver {
  /** Name and version, for the record. */
  readonly name: string
  solve(programme: IntegerProgramme, limits: { readonly seconds: number }): ProgrammeAnswer
}
