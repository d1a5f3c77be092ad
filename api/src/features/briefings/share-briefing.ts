import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { authorOf } from '../../platform/access/gate.ts'
import { hashPassword } from '../../platform/access/passwords.ts'
import { newToken, sha256 } from '../../platform/access/tokens.ts'
import { type AuditEntry, appendAudit } from '../../platform/audit.ts'
import { checkText } from '../../platform/check-text.ts'
import { problem } from '../../platform/problems.ts'
import type { AskedAudience } from './audience-contract.ts'
import type { MadeShareLink, RefreshedShareLink, ShareLink, ShareLinkInput } from './link-contract.ts'
import { findLink, findLinks, insertLink, type LinkOwner, revokeLink, showInLink } from './link-queries.ts'
import { forgetSnapshots, type MadeFor, storeSnapshot } from './snapshots.ts'

export const MOST_OPEN_LINKS = 100
export const MOST_DAYS = 366
const DAY_MS = 86_400_000

/** What a link shows, made anew for an audience with the rights of whoever asks. */
export type Prepare = (asked: AskedAudience) => Promise<MadeFor>

/**
 * Makes a link and the snapshot that it shows. Its address is told here and kept nowhere.
 *
 * @throws problem `share-day-refused`, `text-not-storable` or `share-links-many`, besides those of the audience.
 */
export async function makeShareLink(
  request: FastifyRequest,
  owner: LinkOwner,
  input: z.output<typeof ShareLinkInput>,
  prepare: Prepare,
): Promise<z.infer<typeof MadeShareLink>> {
  const { db, server } = request
  checkLastDay(input.lastDay)
  checkText({ label: input.label, passphrase: input.passphrase })
  const made = await prepare(input)
  const passphraseDigest = input.passphrase === null ? null : await hashPassword(input.passphrase)
  const [id, token] = [randomUUID(), newToken()]
  await forgetSnapshots(server.systemDb)
  const link = await db.transaction(async () => {
    const open = (await findLinks(db, owner)).filter(isOpen)
    if (open.length >= MOST_OPEN_LINKS) throw problem('share-links-many', { most: MOST_OPEN_LINKS })
    const snapshotId = await storeSnapshot(db, { briefingId: owner.briefingId, made, isOfLink: true })
    const { audienceId, donorId, label, embedOrigins, lastDay } = input
    await insertLink(db, {
      id,
      briefingId: owner.briefingId,
      donorId: owner.donorId ?? donorId,
      audienceId,
      snapshotId,
      label,
      tokenSha256: sha256(token),
      passphraseDigest,
      embedOrigins: [...new Set(embedOrigins)],
      lastDay,
    })
    await note(request, { action: 'share', subjectId: id, detail: { action: 'created', audienceId } })
    return getLink(request, owner, id)
  })
  return { link, ...addressesOf(server, request, link, token), withheld: [...made.withheld] }
}

/** Shows things as they are now. Whoever had it open opens it again: keys to what it showed are gone. */
export async function refreshShareLink(
  request: FastifyRequest,
  owner: LinkOwner,
  linkId: string,
  prepare: Prepare,
): Promise<z.infer<typeof RefreshedShareLink>> {
  const { db, server } = request
  const { audienceId, donorId, ...current } = await getLink(request, owner, linkId)
  if (!isOpen(current)) throw problem('share-link-over')
  const made = await prepare({ audienceId, donorId })
  const link = await db.transaction(async () => {
    const snapshotId = await storeSnapshot(db, { briefingId: owner.briefingId, made, isOfLink: true })
    if (!(await showInLink(db, linkId, snapshotId))) throw problem('share-link-over')
    await note(request, { action: 'share', subjectId: linkId, detail: { action: 'refreshed' } })
    return getLink(request, owner, linkId)
  })
  await forgetSnapshots(server.systemDb)
  return { link, withheld: [...made.withheld] }
}

/** Closes it at once, for those too who have it open. Again: nothing happens. */
export async function revokeShareLink(
  request: FastifyRequest,
  owner: LinkOwner,
  linkId: string,
): Promise<ShareLink> {
  const { db, server } = request
  const link = await db.transaction(async () => {
    await getLink(request, owner, linkId)
    if (await revokeLink(db, linkId))
      await note(request, { action: 'change', subjectId: linkId, detail: { action: 'revoked' } })
    return getLink(request, owner, linkId)
  })
  await forgetSnapshots(server.systemDb)
  return link
}

async function getLink({ db }: FastifyRequest, owner: LinkOwner, linkId: string): Promise<ShareLink> {
  const link = await findLink(db, owner, linkId)
  if (!link) throw problem('share-link-not-found', { linkId })
  return link
}

const isOpen = ({ revokedAt, expiresAt }: Pick<ShareLink, 'revokedAt' | 'expiresAt'>): boolean =>
  revokedAt === null && Date.parse(expiresAt) > Date.now()

function checkLastDay(lastDay: string): void {
  const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  const [first, last] = [dayIn(0), dayIn(MOST_DAYS)]
  if (lastDay < first || lastDay > last)
    throw problem('share-day-refused', { first, last, most: MOST_DAYS }, { field: 'lastDay' })
}

/** What stands after `#` is sent to no server, also not to the one that embeds the page. */
function addressesOf(
  app: FastifyInstance,
  request: FastifyRequest,
  { id, embedOrigins }: ShareLink,
  token: string,
): { url: string; embedUrl: string | null } {
  const origin = app.config.publicUrl ?? `${request.protocol}://${request.host}`
  const embedUrl = embedOrigins.length > 0 ? `${origin}/embed/${id}#${token}` : null
  return { url: `${origin}/presentation#${token}`, embedUrl }
}

function note(request: FastifyRequest, entry: Omit<AuditEntry, 'subject'>): Promise<number> {
  return appendAudit(request.db, authorOf(request), { ...entry, subject: 'share-link' })
}
