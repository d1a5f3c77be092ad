import type { CoverageQuestion } from './search.ts'

/** What each view of the coverage gets of the page. */
export interface CoveragePartProps {
  search: CoverageQuestion
  onChange(change: Partial<CoverageQuestion>): void
  /** The time under the hand: it runs ahead of the address while it is dragged. */
  minutes: number
  isMoving: boolean
  onMinutes(minutes: number): void
}
