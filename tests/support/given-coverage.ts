import { randomUUID } from 'node:crypto'
import { DEFAULT_CALENDARS } from '@borne/geodata/road-state/default-calendars'
import { DEFAULT_VEHICLES } from '@borne/geodata/road-state/default-vehicles'
import type { CoverageFigures } from '../../api/src/features/coverage/evidence-contract.ts'
import type { KeptGround } from '../../api/src/features/coverage/evidence-queries.ts'
import { CoverageQuestion } from '../../api/src/features/coverage/question-contract.ts'
import { insertScenario } from '../../api/src/features/coverage/scenario-queries.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { digestOf } from '../../api/src/platform/digest-network.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { SELIBABY } from './given-post.ts'

const NOBODY = { known: 0, low: 0, high: 0, unknownCount: 0, knownCount: 0 }
const POSITION: [number, number] = [SELIBABY[0], SELIBABY[1]]

/** A scenario that closes a post, and kept figures of that post alone; `source` is of the vehicle of the figures. */
export async function coverageAt(
  db: Db,
  postId: string,
  words: {
    readonly scenario: string
    readonly note: string
    readonly evidence: string
    readonly source: string
  } = {
    scenario: 'Poste fermé',
    note: '',
    evidence: 'Mai',
    source: 'Essai',
  },
): Promise<{ scenarioId: string; evidenceId: string }> {
  const [scenarioId, evidenceId] = [randomUUID(), randomUUID()]
  const question = CoverageQuestion.parse({ postIds: [postId] })
  await insertScenario(db, scenarioId, {
    name: words.scenario,
    note: words.note,
    question,
    changes: [{ kind: 'post-closes', postId }],
    postIds: [postId],
    contractIds: [],
  })
  const ground: KeptGround = {
    date: null,
    vehicle: { ...DEFAULT_VEHICLES[0]!, source: words.source },
    calendars: DEFAULT_CALENDARS,
    closures: [],
    edits: [],
    learned: [],
  }
  const digest = digestOf(ground)
  const start = {
    postId,
    name: 'Poste',
    position: POSITION,
    isPositionUnconfirmed: false,
    isDemonstration: false,
  }
  await db.run(sql`
    insert into coverage_ground (digest, content) values (${digest}, ${JSON.stringify(ground)}::jsonb)
    on conflict do nothing`)
  await db.run(sql`
    insert into coverage_evidence (id, name, question, changes, posts, post_ids, additions, ground_digest, network_id,
                                   network_label, roads_digest, settlements_digest, geometry_version, border_digest,
                                   code_version, figures, is_demonstration)
    values (${evidenceId}, ${words.evidence}, ${JSON.stringify(question)}::jsonb, '[]', ${JSON.stringify([start])}::jsonb,
            array[${postId}]::uuid[], '[]', ${digest}, 1, 'Essai', 'a', 'b', 'c', 'd', 'e',
            ${JSON.stringify(figuresOf(start))}::jsonb, false)`)
  return { scenarioId, evidenceId }
}

function figuresOf(start: {
  postId: string
  name: string
  position: [number, number]
  isPositionUnconfirmed: boolean
  isDemonstration: boolean
}): CoverageFigures {
  const vehicle = DEFAULT_VEHICLES[0]!
  return {
    posts: [{ ...start, isUsed: true, leftOutBecause: null, offRoadMetres: 0, fromOfficeSeconds: 0 }],
    minutes: 60,
    access: { maxMetres: 2000, kmh: null },
    bands: [60],
    borderMetres: 1000,
    reachedBorderMetres: 1000,
    reachedBorderShare: 1,
    geometryVersion: 'c',
    skippedSegmentIds: [],
    segments: [],
    gaps: [],
    profiles: [{ segmentId: 's', atMetres: [500], p50Seconds: [60], p90Seconds: [90], postIndexes: [0] }],
    settlements: [],
    population: NOBODY,
    crossings: [],
    catchments: [],
    redundancy: { onePostMetres: 1000, morePostsMetres: 0, byPost: [] },
    reachedRoadMetres: 0,
    drawnToMetres: 1,
    border: {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'LineString', coordinates: [POSITION, [POSITION[0], POSITION[1] + 0.009]] },
          properties: { segmentId: 's', inReach: true, band: 60, fromMetres: 0, toMetres: 1000 },
        },
      ],
    },
    state: {
      date: null,
      vehicle: { id: vehicle.id, nameFr: vehicle.nameFr, nameEn: vehicle.nameEn },
      network: { id: 1, label: 'Essai' },
      phases: [],
      groundState: 'dry',
      closureCount: 0,
      unboundClosureIds: [],
      editCount: 0,
      learnedEdgeCount: 0,
      avoidedAreaCount: 0,
      engine: { name: 'own', limits: [] },
    },
    attribution: '—',
  }
}
