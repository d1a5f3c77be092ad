import type { FastifyInstance } from 'fastify'
import { findAccountCaller } from '../../platform/access/account-caller.ts'
import type { Origin } from '../../platform/access/caller.ts'
import { dbInside } from '../../platform/ask-inside.ts'
import { ProblemError, problem } from '../../platform/problems.ts'
import { sql } from '../../platform/sql.ts'
import { prepareDonorPage } from './donor-page.ts'
import { showInLink } from './link-queries.ts'
import type { OpenLink } from './open-shared.ts'
import { forgetSnapshots, KEY_HOURS, storeSnapshot } from './snapshots.ts'

/** How long the page of a donor is shown as it was made. */
export const MINUTES_KEPT = 10

type Shown = Pick<OpenLink, 'snapshotId' | 'presentation'>

const inMaking = new Map<string, Promise<Shown>>()

/**
 * What a link shows: a briefing's as it was made; the page of a donor made anew after some minutes, with the rights that
 * whoever made the link has now. Who has left, or may share no longer, shows nothing.
 *
 * @throws problem `shared-not-open`
 */
export async function showLink(app: FastifyInstance, link: OpenLink, origin: Origin): Promise<Shown> {
  if (link.donorPage === null) return link
  const { createdBy } = link.donorPage
  const caller = createdBy === null ? undefined : await findAccountCaller(app.systemDb, createdBy, origin)
  if (!caller?.permissions.includes('briefings.share')) throw problem('shared-not-open')
  if (link.donorPage.minutesOld < MINUTES_KEPT) return link
  const begun = inMaking.get(link.id)
  if (begun) return begun
  const making = renew(app, link, { ...link.donorPage, caller })
    .catch(closeOnProblem)
    .finally(() => inMaking.delete(link.id))
  inMaking.set(link.id, making)
  return making
}

interface Renewing extends NonNullable<OpenLink['donorPage']> {
  readonly caller: Parameters<typeof prepareDonorPage>[1]
}

async function renew(
  app: FastifyInstance,
  { id, snapshotId: former }: OpenLink,
  { caller, donorId, audienceId }: Renewing,
): Promise<Shown> {
  const made = await prepareDonorPage(app, caller, donorId, { audienceId, donorId })
  const db = dbInside(app, caller)
  const snapshotId = await storeSnapshot(db, { briefingId: null, made, isOfLink: true })
  if (!(await showInLink(db, id, snapshotId))) throw problem('shared-not-open')
  // Whoever has the former one open goes on looking at it.
  await app.systemDb.run(sql`
    update briefing_snapshot set expires_at = now() + make_interval(hours => ${KEY_HOURS}) where id = ${former}`)
  await forgetSnapshots(app.systemDb)
  return { snapshotId, presentation: made.presentation }
}

/** An audience that is archived since, or a donor that is gone, is told to nobody. */
function closeOnProblem(error: unknown): never {
  throw error instanceof ProblemError ? problem('shared-not-open', {}, { cause: error }) : error
}
