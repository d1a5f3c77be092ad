import { randomUUID } from 'node:crypto'
import { OWN } from '../../api/src/features/briefings/present/make-presentation.ts'
import type { Asset } from '../../api/src/features/briefings/present/name-assets.ts'
import { Presentation } from '../../api/src/features/briefings/presentation-contract.ts'
import { issueKey } from '../../api/src/features/briefings/snapshots.ts'
import { hashPassword } from '../../api/src/platform/access/passwords.ts'
import { newToken, sha256 } from '../../api/src/platform/access/tokens.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'

/** A presentation without slides. */
export function presentation(facts: Partial<Presentation> = {}): Presentation {
  return Presentation.parse({
    format: 1,
    title: { fr: 'Visite', en: 'Visit' },
    madeAt: '2026-06-01T08:00:00.000Z',
    audience: OWN,
    isDemonstration: false,
    slides: [],
    logos: [],
    credits: [],
    ...facts,
  })
}

interface LinkFacts {
  readonly shown?: Presentation
  readonly assets?: readonly Asset[]
  readonly audienceId?: string
  readonly passphrase?: string
  readonly embedOrigins?: readonly string[]
  readonly label?: string
  readonly createdBy?: string
  readonly donorId?: string
}

export interface GivenLink {
  readonly linkId: string
  readonly token: string
  /** As a visitor has it who opened the link. */
  readonly key: string
}

/** A link to a briefing, or to the page of a donor, that is open for a day, and a key to what it shows. */
export async function linkTo(db: Db, briefingId: string | null, facts: LinkFacts = {}): Promise<GivenLink> {
  const { shown = presentation(), assets = [], audienceId = 'public', embedOrigins = [] } = facts
  const { passphrase, label = '', createdBy = null, donorId = null } = facts
  const [linkId, token] = [randomUUID(), newToken()]
  const digest = passphrase === undefined ? null : await hashPassword(passphrase)
  const { id: snapshotId } = await db.one<{ id: string }>(sql`
    insert into briefing_snapshot (briefing_id, presentation, assets, withheld, made_by)
    values (${briefingId}, ${JSON.stringify(shown)}::jsonb, ${JSON.stringify(assets)}::jsonb, '[]', ${createdBy})
    returning id`)
  await db.run(sql`
    insert into share_link (id, briefing_id, donor_id, audience_id, snapshot_id, label, token_sha256, passphrase_digest,
                            has_passphrase, embed_origins, expires_at, created_by)
    values (${linkId}, ${briefingId}, ${donorId}, ${audienceId}, ${snapshotId}, ${label}, ${sha256(token)}, ${digest},
            ${digest !== null}, ${embedOrigins}::text[], now() + interval '1 day', ${createdBy})`)
  const { key } = await issueKey(db, { snapshotId, linkId })
  return { linkId, token, key }
}
