import type { FastifyInstance } from 'fastify'
import type { Caller } from '../../../platform/access/caller.ts'
import type { Db } from '../../../platform/db.ts'
import { problem } from '../../../platform/problems.ts'
import { REGION_CAMERA } from '../briefing-templates.ts'
import { createBriefing } from '../change-briefing.ts'
import { checkBriefing } from '../check-briefing.ts'
import type { Briefing } from '../contract.ts'
import type { Facts } from '../facts.ts'
import { gatherFacts } from '../present/gather-facts.ts'
import { Slide } from '../slide-contract.ts'
import { DRAFT_COVERAGE } from './coverage-slide.ts'
import { draftBriefing } from './draft-briefing.ts'
import { findDraftPhotos } from './draft-photos.ts'
import { AFTER, BEFORE, type DraftQuestion } from './draft-scope.ts'

interface DraftAt {
  readonly app: FastifyInstance
  readonly caller: Caller
  readonly db: Db
}

/**
 * Begins a briefing with slides that are written from what the caller sees of a period; of a period that goes on, up to
 * today.
 *
 * @throws problems `briefing-period-reversed`, `briefing-period-to-come` and `briefing-donor-unknown`.
 */
export async function writeDraft({ app, caller, db }: DraftAt, asked: DraftQuestion): Promise<Briefing> {
  const { from, donorId } = asked
  const today = new Date().toISOString().slice(0, 10)
  if (from >= asked.to) throw problem('briefing-period-reversed', { from, to: asked.to }, { field: 'to' })
  if (from >= today) throw problem('briefing-period-to-come', { from }, { field: 'from' })
  await checkBriefing(db, { title: { fr: '', en: '' }, slides: [], donorId }, null)
  const [to = today] = [asked.to, today].sort()
  const question = { donorId, from, to }
  const slides = [askedOn(BEFORE, from), askedOn(AFTER, to)]
  const toldPostIds = (facts: Facts) => idsOf(facts, donorId)
  const facts = await gatherFacts(app, caller, { slides, isDemonstration: false }, { toldPostIds })
  const photos = await findDraftPhotos(db, to)
  return createBriefing(db, { ...draftBriefing(facts, photos, question), donorId })
}

/** A slide by which the posts, works and coverage of a day are asked for. */
function askedOn(id: string, on: string): Slide {
  return Slide.parse({
    id,
    title: { fr: '', en: '' },
    body: { fr: '', en: '' },
    frozenOn: on,
    view: { camera: REGION_CAMERA, layers: ['posts', 'coverage'], coverage: DRAFT_COVERAGE },
  })
}

/** Posts are counted by name on both days, so that both are counted alike. */
function idsOf(facts: Facts, donorId: string | null): string[] {
  const posts = [...facts.days.values()].flatMap((day) => day.posts)
  const told = posts.filter(({ donorIds }) => donorId === null || donorIds.includes(donorId))
  return [...new Set(told.map(({ id }) => id))]
}
