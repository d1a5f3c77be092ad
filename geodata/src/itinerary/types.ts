/** Seconds since midnight of the first day of the plan, so that a time names its day and none crosses midnight by accident. */
export type PlanSeconds = number

/** When a service may begin; both ends included. */
export interface TimeWindow {
  readonly opens: PlanSeconds
  readonly closes: PlanSeconds
}

/** A place to be visited once, by one team. */
export interface PlannedStop {
  /** Row and column of the matrices. */
  readonly place: number
  readonly serviceSeconds: number
  /** In order and apart from each other; none = at any time. */
  readonly windows: readonly TimeWindow[]
  /** What is lost when nobody comes; in the unit of the costs. `Infinity` is not needed: a large number is dropped last. */
  readonly dropCost: number
  /** Of the capacity of a shift. */
  readonly demand: number
  /** Indices of the shifts that may serve it; null = all. */
  readonly shifts: readonly number[] | null
  /** Stop that the same team has to have served before. */
  readonly after: number | null
}

/** One team on one day: it leaves a place, serves stops, and ends at a place. */
export interface Shift {
  /** Shifts of a team stand in a row, day after day: each starts where the one before ended. */
  readonly team: number
  /** Which of the matrices holds on this day. */
  readonly matrix: number
  readonly opens: PlanSeconds
  readonly closes: PlanSeconds
  readonly capacity: number
  readonly maxDriveSeconds: number
  /** What a team may use from one place that refuels to the next, over all its days: the same on each of them. */
  readonly maxLitres?: number
  /** Where it may start, on the first day of a team: one place. */
  readonly startPlace: number
  /** Where it may end: the allowed places for the night, or the place where the mission ends. */
  readonly endPlaces: readonly number[]
}

/** Travel between places on one kind of day, row by row: `seconds[from * places + to]`, `Infinity` = no way. */
export interface TravelMatrix {
  readonly seconds: Float64Array
  /** What of the seconds counts as driving, where it is not all. */
  readonly driveSeconds?: Float64Array
  /** Used where a shift has `maxLitres`. */
  readonly litres?: Float64Array
  /** What is made small: seconds, metres, or a mix of them. */
  readonly costs: Float64Array
}

/** Visits to be planned on shifts over matrices of one size. */
export interface ShiftProblem {
  readonly places: number
  /** 1 where a team that stops there fills up; none where it is left out. Each team begins full. */
  readonly refuels?: Uint8Array
  readonly matrices: readonly TravelMatrix[]
  readonly stops: readonly PlannedStop[]
  readonly shifts: readonly Shift[]
}

/** Stops of each shift in their order, the place where each ends, and what nobody serves. */
export interface ShiftPlan {
  readonly order: readonly (readonly number[])[]
  readonly endPlace: readonly number[]
  readonly dropped: readonly number[]
  /** Costs of all travel and of what was dropped. */
  readonly cost: number
}
