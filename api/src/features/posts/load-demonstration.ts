import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Position } from '@borne/geodata/geometry/position'
import type { Db } from '../../platform/db.ts'
import { closeImportRun, openImportRun, type RejectedRow } from '../../platform/import-run.ts'
import { sql } from '../../platform/sql.ts'
import { createPost, LOCAL_USER } from './change-post.ts'
import type { PostInput } from './contract.ts'

const FILE = new URL('../../../demo/border-posts.json', import.meta.url)
/** Marks the fictional posts' identifiers, apart from those of imported files. */
const PREFIX = 'demonstration:'

/** Where a fictional post stands: on a settlement, on a piece of evidence, or along the border line. */
type Place =
  | { readonly settlement: string }
  | { readonly evidence: string }
  | { readonly segment: string; readonly fromSettlement: string; readonly share: number }

interface Demonstration {
  /** The demonstration's today; this machine's clock may be before it. */
  readonly statusDate: string
  readonly posts: readonly (Omit<PostInput, 'position'> & { readonly key: string; readonly place: Place })[]
}
interface LoadOptions {
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Adds the fictional posts that are not there yet; those that are stay as people left them.
 *
 * @returns How many were added, and which could not be placed in the loaded region.
 */
export async function loadDemonstration(
  db: Db,
  { onProgress }: LoadOptions = {},
): Promise<{ added: number; rejects: readonly RejectedRow[] }> {
  const bytes = await readFile(FILE)
  const { posts, statusDate } = JSON.parse(bytes.toString('utf8')) as Demonstration
  const known = await findKnown(db)
  const missing = posts.filter(({ key }) => !known.has(PREFIX + key))
  if (missing.length === 0) return { added: 0, rejects: [] }
  return db.transaction(async () => {
    const importRunId = await openImportRun(db, {
      dataset: 'demonstration-posts',
      source: 'Jeu de démonstration fictif de Borne',
      licence: 'MIT',
      attribution: 'DÉMONSTRATION : données fictives',
      fileName: 'border-posts.json',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    const author = { changedBy: LOCAL_USER, importRunId }
    const rejects: RejectedRow[] = []
    for (const [index, { key, place, ...post }] of missing.entries()) {
      const position = await findPlace(db, place)
      if (position) {
        const origin = { externalId: PREFIX + key, isDemonstration: true }
        await createPost(db, { ...post, position }, { origin, author, today: statusDate })
      } else {
        rejects.push({ rowNumber: posts.findIndex((p) => p.key === key) + 1, ...unplaced(post.name, place) })
      }
      onProgress?.(index + 1, missing.length)
    }
    await closeImportRun(db, importRunId, missing.length, rejects)
    return { added: missing.length - rejects.length, rejects }
  })
}

/**
 * Takes the fictional posts away: those that nobody has touched are deleted, those that people have worked on are
 * archived, so that nothing that a person typed is lost.
 */
export async function removeDemonstration(db: Db): Promise<{ deleted: number; archived: number }> {
  return db.transaction(async () => {
    const deleted = await db.run(sql`
      delete from border_post post
       where is_demonstration
         and (select count(*) from post_change change where change.post_id = post.id) = 1
         and not exists (select from works_contract_post works where works.post_id = post.id)
         and not exists (select from mission_post link where link.post_id = post.id)
         and not exists (select from visit_request request where request.post_id = post.id)`)
    const archived = await db.run(sql`
      with archived as (
        update border_post
           set archived_at = now(), version = version + 1, revision = revision + 1, updated_at = now()
         where is_demonstration and archived_at is null
         returning id, version)
      insert into post_change (post_id, version, action, changed_by, fields)
      select id, version, 'archived', ${LOCAL_USER},
             '[{"field": "isArchived", "before": false, "after": true}]'::jsonb
        from archived`)
    return { deleted, archived }
  })
}

async function findKnown(db: Db): Promise<Set<string>> {
  const rows = await db.many<{ externalId: string }>(sql`
    select external_id as "externalId" from border_post where external_id like ${`${PREFIX}%`}`)
  return new Set(rows.map(({ externalId }) => externalId))
}

async function findPlace(db: Db, place: Place): Promise<Position | undefined> {
  const found = await db.maybeOne<{ position: Position }>(
    'settlement' in place
      ? sql`select st_asgeojson(geom, 6)::json -> 'coordinates' as position
              from settlement where id = ${place.settlement}`
      : 'evidence' in place
        ? sql`select st_asgeojson(geom, 6)::json -> 'coordinates' as position
                from post_evidence where id = ${place.evidence}`
        : placeAlongBorder(place),
  )
  return found?.position
}

/** Off the line by more than the two sources of boundaries differ here, so that the point is surely inside. */
const INSIDE_METRES = 2_000

/**
 * The point at a share of the border between a settlement and the end of the segment, moved inside the country:
 * of the points around it, the one inside the moughataas of the country that lies farthest from the border.
 */
function placeAlongBorder({ segment, fromSettlement, share }: Extract<Place, { share: number }>) {
  return sql`
    with line as (
      select geom from border_segment where id = ${segment}),
    start as (
      select st_linelocatepoint(line.geom, settlement.geom) as fraction
        from line, settlement where settlement.id = ${fromSettlement}),
    foot as (
      select st_lineinterpolatepoint(line.geom, start.fraction + (1 - start.fraction) * ${share}::float8) as geom
        from line, start),
    around as (
      select st_project(foot.geom::geography, ${INSIDE_METRES}::float8, radians(bearing))::geometry as geom
        from foot, generate_series(0, 350, 10) as bearing)
    select st_asgeojson(around.geom, 6)::json -> 'coordinates' as position
      from around, line
     where exists (select 1 from admin_unit unit
                    where unit.level = 2 and st_intersects(unit.geom, around.geom))
     order by st_distance(around.geom::geography, line.geom::geography) desc,
              st_x(around.geom), st_y(around.geom)
     limit 1`
}

function unplaced(name: string, place: Place): Omit<RejectedRow, 'rowNumber'> {
  return { reason: 'place-not-found', detail: `${name}: ${JSON.stringify(place)}` }
}
