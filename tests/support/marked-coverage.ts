import type { Db } from '../../api/src/platform/db.ts'
import { coverageAt } from './given-coverage.ts'
import type { MarkedPost, Marker } from './marked-register.ts'

export interface MarkedCoverage {
  readonly coverage: readonly MarkedCoverageRow[]
}
export interface MarkedCoverageRow {
  readonly scenarioId: string
  readonly evidenceId: string
  readonly postId: string
}

/** A scenario about each post, and figures measured from it on a ground of its own; each text with its mark. */
export async function markedCoverage(
  { db, marker }: { db: Db; marker: Marker },
  posts: readonly MarkedPost[],
): Promise<MarkedCoverage> {
  const coverage: MarkedCoverageRow[] = []
  for (const { id: postId } of posts) {
    const own = { class: 'internal', need: 'coverage', postId } as const
    const word = (where: string) => marker.word({ ...own, where })
    const ids = await coverageAt(db, postId, {
      scenario: word('coverage_scenario.name'),
      note: word('coverage_scenario.note'),
      evidence: word('coverage_evidence.name'),
      source: marker.word({ ...own, class: 'restricted', where: 'coverage_ground.content', toldTo: [] }),
    })
    coverage.push({ ...ids, postId })
  }
  return { coverage }
}
