import { isPasswordRight } from '../../platform/access/passwords.ts'
import { takeAttempt } from '../../platform/access/sign-in-throttle.ts'
import { sha256 } from '../../platform/access/tokens.ts'
import type { Db } from '../../platform/db.ts'
import { ProblemError, problem } from '../../platform/problems.ts'
import { sql } from '../../platform/sql.ts'
import type { Presentation } from './presentation-contract.ts'

export interface OpenLink {
  readonly id: string
  readonly snapshotId: string
  readonly passphraseDigest: string | null
  readonly presentation: Presentation
  /** Null: of a briefing. */
  readonly donorPage: {
    readonly donorId: string
    readonly audienceId: string
    readonly createdBy: string | null
    readonly minutesOld: number
  } | null
}

/**
 * The link of a token and what it shows. One question, whatever the answer: a token that was never made, one that has
 * expired, one that was revoked and one whose briefing is archived are not told apart.
 */
export function findOpenLink(systemDb: Db, token: string): Promise<OpenLink | undefined> {
  return systemDb.maybeOne<OpenLink>(sql`
    select link.id,
           link.snapshot_id       as "snapshotId",
           link.passphrase_digest as "passphraseDigest",
           snapshot.presentation,
           case when link.briefing_id is null then
             json_build_object('donorId', link.donor_id, 'audienceId', link.audience_id, 'createdBy', link.created_by,
                               'minutesOld', extract(epoch from now() - link.snapshot_made_at) / 60)
           end as "donorPage"
      from share_link link
      join briefing_snapshot snapshot on snapshot.id = link.snapshot_id
      left join briefing on briefing.id = link.briefing_id
     where link.token_sha256 = ${sha256(token)}
       and link.revoked_at is null
       and link.expires_at > now()
       and briefing.archived_at is null`)
}

/**
 * Judges the passphrase of a link that asks for one; attempts are slowed down as those at a sign-in are.
 *
 * @throws problem `shared-passphrase-needed`, `shared-passphrase-wrong` or `shared-slowed`.
 */
export async function checkPassphrase(
  systemDb: Db,
  { id, passphraseDigest }: OpenLink,
  passphrase: string | undefined,
  address: string,
): Promise<void> {
  if (passphraseDigest === null) return
  if (passphrase === undefined) throw problem('shared-passphrase-needed')
  const succeed = await takeAttempt(systemDb, `share-link ${id}`, `share-link ${address}`).catch(slowDown)
  if (!(await isPasswordRight(passphrase, passphraseDigest))) throw problem('shared-passphrase-wrong')
  await succeed()
}

function slowDown(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error
  throw slowed(Number(error.params.seconds))
}

export function slowed(seconds: number): ProblemError {
  return problem('shared-slowed', { seconds }, { extra: { retryAfterSeconds: seconds } })
}

export async function countOpening(systemDb: Db, linkId: string): Promise<void> {
  await systemDb.run(sql`
    update share_link set opened_count = opened_count + 1, last_opened_at = now() where id = ${linkId}`)
}

/** Who may frame the page of a link: nobody, unless it lives and names them. */
export async function findFramers(systemDb: Db, linkId: string): Promise<readonly string[]> {
  const link = await systemDb.maybeOne<{ origins: string[] }>(sql`
    select link.embed_origins as origins
      from share_link link
      left join briefing on briefing.id = link.briefing_id
     where link.id = ${linkId}
       and link.revoked_at is null
       and link.expires_at > now()
       and briefing.archived_at is null`)
  return link?.origins ?? []
}
