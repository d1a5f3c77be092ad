import type { SitingCandidate } from '@borne/geodata/coverage/coverage-types'
import type { Position } from '@borne/geodata/geometry/position'
import { findSelfMeeting } from '@borne/geodata/geometry/self-meeting'
import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import type { RoadNetwork } from '../../platform/road-network.ts'
import { checkPlace } from './check-changes.ts'
import { findSettlementsWithin } from './queries.ts'
import { MOST_CANDIDATES, type SitingQuestion } from './siting-contract.ts'

const MOST_CORNERS = 500
const Area = z.object({
  type: z.literal('Polygon'),
  coordinates: z.tuple([
    z
      .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
      .min(4)
      .max(MOST_CORNERS),
  ]),
})

/** Where a post might stand, as it was asked. @throws problems `coverage-…` on the fields of `candidates`. */
export async function chooseCandidates(
  db: Db,
  { bbox, crossings }: RoadNetwork,
  { candidates: asked, costs }: Pick<SitingQuestion, 'candidates' | 'costs'>,
): Promise<SitingCandidate[]> {
  const points = asked.points.map(({ id, name, position, cost }, index): SitingCandidate => {
    checkPlace(position, `candidates.points.${index}.position`, { number: index + 1, network: bbox })
    return { id: `point:${id}`, name, kind: 'point', position, cost: cost ?? costs.point }
  })
  const twice = points.findIndex(({ id }, index) => points.findIndex((one) => one.id === id) !== index)
  if (twice >= 0)
    throw problem(
      'coverage-point-twice',
      { id: asked.points[twice]!.id },
      { field: `candidates.points.${twice}.id` },
    )
  const chosen = [...points]
  if (asked.crossings)
    for (const { id, name, position } of crossings)
      chosen.push({ id: `crossing:${id}`, name, kind: 'crossing', position, cost: costs.crossing })
  if (asked.settlements) {
    const { places, area, maxBorderMetres } = asked.settlements
    const found = await findSettlementsWithin(db, { places, area: readArea(area), maxBorderMetres })
    for (const { id, name, position } of found)
      chosen.push({ id: `settlement:${id}`, name, kind: 'settlement', position, cost: costs.settlement })
  }
  if (chosen.length > MOST_CANDIDATES)
    throw problem(
      'coverage-too-many-candidates',
      { count: chosen.length, most: MOST_CANDIDATES },
      { field: 'candidates' },
    )
  return chosen
}

/** The rim of the area as GeoJSON; null: everywhere. */
function readArea(value: unknown): string | null {
  if (value === null) return null
  const field = 'candidates.settlements.area'
  const area = Area.safeParse(value).data
  const rim: readonly Position[] = area?.coordinates[0] ?? []
  const [first, last] = [rim[0], rim.at(-1)]
  if (!area || first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    throw problem('coverage-area-unreadable', { most: MOST_CORNERS }, { field })
  const meeting = findSelfMeeting(rim.slice(0, -1))
  if (meeting) throw problem('coverage-area-crosses-itself', {}, { field, extra: { position: meeting } })
  return JSON.stringify(area)
}
