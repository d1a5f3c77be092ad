import type { StartPost } from '@borne/geodata/coverage/coverage-types'
import type { RoadAddition } from '@borne/geodata/road-network/types'
import type { RoadState } from '@borne/geodata/road-state/conditions'
import type { LearnedSpeed } from '@borne/geodata/road-state/types'
import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { CoverageEvidenceRow, CoverageFigures } from './evidence-contract.ts'
import type { CoverageChange, CoverageQuestion } from './question-contract.ts'
import type { KeptSiting } from './siting-contract.ts'

/** `RoadState` of geodata as JSON keeps it. */
export type KeptGround = Omit<RoadState, 'learned'> & { readonly learned: readonly [number, LearnedSpeed][] }

/** A record with all that it was made from but the ground, which is read by its digest. */
export interface StoredEvidence extends CoverageEvidenceRow {
  readonly question: CoverageQuestion
  readonly changes: CoverageChange[]
  readonly posts: readonly StartPost[]
  readonly additions: readonly RoadAddition[]
  readonly figures: CoverageFigures
  readonly siting: KeptSiting | null
}
export type WrittenEvidence = Pick<
  StoredEvidence,
  | 'name'
  | 'question'
  | 'changes'
  | 'posts'
  | 'additions'
  | 'figures'
  | 'siting'
  | 'inputs'
  | 'isDemonstration'
> & { readonly madeBy: string; readonly postIds: readonly string[]; readonly againstId: string | null }

const ROW = sql`
  evidence.id, evidence.name, ${instant(sql`evidence.made_at`)} as "madeAt", account.name as "madeBy",
  (evidence.question -> 'minutes')::float8                      as minutes,
  (evidence.figures -> 'borderMetres')::float8                  as "borderMetres",
  (evidence.figures -> 'reachedBorderMetres')::float8           as "reachedBorderMetres",
  json_build_object(
    'network', json_build_object('id', evidence.network_id, 'label', evidence.network_label,
                                 'digest', evidence.roads_digest),
    'settlementsDigest', evidence.settlements_digest,
    'geometryVersion', evidence.geometry_version,
    'borderDigest', evidence.border_digest,
    'groundDigest', evidence.ground_digest,
    'codeVersion', evidence.code_version)                       as inputs,
  evidence.is_demonstration                                     as "isDemonstration",
  case when evidence.siting is not null then
    json_build_object(
      'model', evidence.siting #> '{answer,model}', 'unit', evidence.siting #> '{answer,unit}',
      'isOptimal', evidence.siting #> '{answer,isOptimal}',
      'placeNames', (select coalesce(json_agg(place -> 'name' order by ordinal), '[]')
                       from jsonb_array_elements(evidence.siting #> '{answer,places}') with ordinality named(place, ordinal)),
      'before', evidence.siting #> '{answer,before,objective}',
      'after', evidence.siting #> '{answer,value,objective}')
  end                                                           as proposal,
  case when other.id is not null then
    json_build_object('id', other.id, 'name', other.name,
                      'reachedBorderMetres', (other.figures -> 'reachedBorderMetres')::float8)
  end                                                           as against`
const FROM = sql`
  coverage_evidence evidence
  left join coverage_evidence other on other.id = evidence.against_id
  left join account on account.id = evidence.made_by`

/** What was measured, the latest first. */
export function findEvidences(db: Db): Promise<CoverageEvidenceRow[]> {
  return db.many(sql`
    select ${ROW}
      from ${FROM}
     order by evidence.made_at desc, evidence.id`)
}

export function findEvidence(db: Db, evidenceId: string): Promise<StoredEvidence | undefined> {
  return db.maybeOne(sql`
    select ${ROW}, evidence.question, evidence.changes, evidence.posts, evidence.additions, evidence.figures, evidence.siting
      from ${FROM}
     where evidence.id = ${evidenceId}`)
}

export async function findGround(db: Db, digest: string): Promise<KeptGround | null> {
  const found = await db.maybeOne<{ content: KeptGround | null }>(sql`
    select content from coverage_ground where digest = ${digest}`)
  return found?.content ?? null
}

const asJson = (value: unknown): Sql => sql`${JSON.stringify(value)}::jsonb`

/** What is known of the roads is kept once, however many measures rest on it. */
export async function insertEvidence(
  db: Db,
  id: string,
  { inputs, ...written }: WrittenEvidence,
  ground: KeptGround,
): Promise<void> {
  await db.run(sql`
    insert into public.coverage_ground (digest, content) values (${inputs.groundDigest}, ${asJson(ground)})
    on conflict do nothing`)
  await db.run(sql`
    insert into public.coverage_evidence
      (id, name, made_by, question, changes, posts, post_ids, additions, ground_digest, network_id, network_label,
       roads_digest, settlements_digest, geometry_version, border_digest, code_version, figures, is_demonstration,
       siting, against_id)
    values (${id}, ${written.name}, ${written.madeBy}, ${asJson(written.question)}, ${asJson(written.changes)},
            ${asJson(written.posts)}, ${written.postIds}::uuid[], ${asJson(written.additions)}, ${inputs.groundDigest},
            ${inputs.network.id}, ${inputs.network.label}, ${inputs.network.digest}, ${inputs.settlementsDigest},
            ${inputs.geometryVersion}, ${inputs.borderDigest}, ${inputs.codeVersion}, ${asJson(written.figures)},
            ${written.isDemonstration}, ${written.siting && asJson(written.siting)}, ${written.againstId}::uuid)`)
}
