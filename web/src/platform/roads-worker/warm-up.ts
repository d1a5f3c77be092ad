import type { OpenRoads } from './open-roads.ts'
import type { CoverageAsked } from './roads-asked.ts'

/** Shares of the asked minutes, as a hand goes through them. */
const STEPS = [1.1, 1.3, 1.5, 2, 2.5, 3, 2.2, 1.7, 1.2, 0.9, 0.7, 0.5]

/**
 * Takes some steps of the minutes while nobody waits, so that those of a hand meet compiled code and drawn roads. One at a
 * time: what is asked meanwhile is answered in between.
 */
export function warmUp(roads: OpenRoads, asked: CoverageAsked): void {
  const take = (step: number) => {
    const minutes = Math.max(1, Math.round(asked.minutes * STEPS[step]!))
    roads.coverage({ ...asked, minutes })
    roads.reachedRoads({ ...asked, minutes })
    if (step + 1 < STEPS.length) setTimeout(take, 0, step + 1)
  }
  setTimeout(take, 0, 0)
}
