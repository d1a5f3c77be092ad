import type { FastifyInstance } from 'fastify'
import type { Caller } from '../../platform/access/caller.ts'
import { dbInside } from '../../platform/ask-inside.ts'
import type { AskedAudience } from './audience-contract.ts'
import { openAudience } from './audience-queries.ts'
import type { Briefing } from './contract.ts'
import type { Showing } from './link-contract.ts'
import { gatherFacts } from './present/gather-facts.ts'
import { makePresentation, OWN } from './present/make-presentation.ts'
import { redactBriefing } from './redact/redact-briefing.ts'
import { redactFacts } from './redact/redact-facts.ts'
import { toldPostIds } from './redact/told-posts.ts'
import { forgetSnapshots, issueKey, type MadeFor, storeSnapshot } from './snapshots.ts'

type Shown = Pick<Briefing, 'title' | 'slides' | 'isDemonstration'>

/**
 * A presentation of the briefing as things are now: to its caller as they see them, or to an audience as far as its rules
 * let it.
 *
 * @throws problems of the audience, and of the routes that are asked.
 */
export async function prepareShowing(
  app: FastifyInstance,
  caller: Caller,
  briefing: Shown,
  asked: AskedAudience | null,
): Promise<MadeFor> {
  if (!asked) {
    const facts = await gatherFacts(app, caller, briefing)
    return { ...makePresentation(briefing, facts, { audience: OWN }), withheld: [] }
  }
  const { audience, donorId } = await openAudience(dbInside(app, caller), asked)
  const { rules, kind, names } = audience
  const facts = await gatherFacts(app, caller, briefing, {
    toldPostIds: (all) => toldPostIds(all, rules, donorId),
  })
  const redacted = redactFacts(facts, rules, donorId)
  const written = redactBriefing(briefing, facts, redacted, rules, donorId)
  const made = makePresentation(written.briefing, redacted.facts, { audience: { kind, name: names } })
  return { ...made, withheld: [...redacted.withheld, ...written.withheld] }
}

/** Makes a presentation and keeps it for the hours of its key. */
export async function makeShowing(
  app: FastifyInstance,
  caller: Caller,
  briefing: Shown & Pick<Briefing, 'id'>,
  asked: AskedAudience | null,
): Promise<Showing> {
  return keepShowing(app, caller, briefing.id, await prepareShowing(app, caller, briefing, asked))
}

/** Keeps what was made of a briefing, or of the page of a donor, for the hours of its key. */
export async function keepShowing(
  app: FastifyInstance,
  caller: Caller,
  briefingId: string | null,
  made: MadeFor,
): Promise<Showing> {
  await forgetSnapshots(app.systemDb)
  const snapshotId = await storeSnapshot(dbInside(app, caller), { briefingId, made, isOfLink: false })
  const { key, expiresAt } = await issueKey(app.systemDb, { snapshotId, linkId: null })
  return { presentation: made.presentation, withheld: [...made.withheld], key, expiresAt }
}
