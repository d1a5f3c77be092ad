import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { checkBriefing } from './check-briefing.ts'
import type { Briefing, BriefingAtVersion } from './contract.ts'
import {
  findBriefing,
  findVersion,
  insertBriefing,
  insertVersion,
  lockBriefing,
  replaceVersion,
  setBriefingArchived,
  updateBriefing,
  type WrittenBriefing,
} from './queries.ts'
import { MOST_TITLE_CHARACTERS, type Slide, Slides, type Texts } from './slide-contract.ts'

/** What one person saves within this time of the first of it is one version. */
const VERSION_SECONDS = 300

/** @throws problem `briefing-not-found`, also for what the caller may not see. */
export async function getBriefing(db: Db, briefingId: string): Promise<Briefing> {
  const briefing = await findBriefing(db, briefingId)
  if (!briefing) throw problem('briefing-not-found', { briefingId })
  // What an older release kept gets the defaults of what came since.
  return { ...briefing, slides: Slides.parse(briefing.slides) }
}

/** @throws problem `briefing-version-not-found`, also for one that a later save took the place of. */
export async function getVersion(db: Db, briefingId: string, version: number): Promise<BriefingAtVersion> {
  const briefing = await getBriefing(db, briefingId)
  const found = await findVersion(db, briefingId, version)
  if (!found) throw problem('briefing-version-not-found', { version, title: titleOf(briefing) })
  return { ...found, slides: Slides.parse(found.slides) }
}

export function createBriefing(db: Db, written: WrittenBriefing): Promise<Briefing> {
  return db.transaction(async () => {
    await checkBriefing(db, written, null)
    const id = randomUUID()
    await insertBriefing(db, id, written)
    return getBriefing(db, id)
  })
}

/** @throws problem `briefing-changed-meanwhile` with the current one, when `version` is no longer it. */
export function changeBriefing(
  db: Db,
  briefingId: string,
  { version, ...written }: WrittenBriefing & { readonly version: number },
): Promise<Briefing> {
  return db.transaction(async () => {
    const current = await openForChange(db, briefingId)
    if (current.version !== version) throw changedMeanwhile(current, version)
    await checkBriefing(db, written, current)
    return save(db, current, written)
  })
}

/** At the end, whatever version there is. One whose id is taken gets another. */
export function addSlide(db: Db, briefingId: string, slide: Slide): Promise<Briefing> {
  return db.transaction(async () => {
    const current = await openForChange(db, briefingId)
    const isTaken = current.slides.some(({ id }) => id === slide.id)
    const added = isTaken ? { ...slide, id: newSlideId() } : slide
    const written = { ...current, slides: [...current.slides, added] }
    await checkBriefing(db, written, current)
    return save(db, current, written)
  })
}

/** As a new version, so that what was there before it stays in the history. */
export function restoreVersion(db: Db, briefingId: string, version: number): Promise<Briefing> {
  return db.transaction(async () => {
    const current = await openForChange(db, briefingId)
    const { title, slides } = await getVersion(db, briefingId, version)
    const next = current.version + 1
    await updateBriefing(db, { id: briefingId, version: next }, { title, slides, donorId: current.donorId })
    await insertVersion(db, briefingId, next, { title, slides })
    return getBriefing(db, briefingId)
  })
}

/** Its slides under another name, from version 1 on; links and history stay with the first one. */
export function duplicateBriefing(db: Db, briefingId: string): Promise<Briefing> {
  return db.transaction(async () => {
    const { title, slides, donorId } = await getBriefing(db, briefingId)
    const id = randomUUID()
    await insertBriefing(db, id, { title: titleOfCopy(title), slides, donorId })
    return getBriefing(db, id)
  })
}

/** Out of the list, or back: nothing is deleted. */
export function setArchived(db: Db, briefingId: string, isArchived: boolean): Promise<Briefing> {
  return db.transaction(async () => {
    await lockBriefing(db, briefingId)
    const current = await getBriefing(db, briefingId)
    if (current.isArchived === isArchived) return current
    await setBriefingArchived(db, briefingId, isArchived)
    return getBriefing(db, briefingId)
  })
}

async function openForChange(db: Db, briefingId: string): Promise<Briefing> {
  await lockBriefing(db, briefingId)
  const current = await getBriefing(db, briefingId)
  if (current.isArchived) throw problem('briefing-archived', { title: titleOf(current) })
  return current
}

async function save(db: Db, current: Briefing, written: WrittenBriefing): Promise<Briefing> {
  const { id, version: last } = current
  const version = last + 1
  await updateBriefing(db, { id, version }, written)
  const place = { last, version, withinSeconds: VERSION_SECONDS }
  if (!(await replaceVersion(db, id, place, written))) await insertVersion(db, id, version, written)
  return getBriefing(db, id)
}

function changedMeanwhile(current: Briefing, yours: number) {
  const words = { yours, current: current.version, title: titleOf(current) }
  return problem('briefing-changed-meanwhile', words, { extra: { current } })
}

/** Of the letters that an id of a slide may have. */
export const newSlideId = (): string => randomUUID().replaceAll('-', '').slice(0, 12)

const titleOf = ({ title }: { readonly title: Texts }): string => title.fr || title.en || '—'

function titleOfCopy({ fr, en }: Texts): Texts {
  // A title cut in the middle of an emoji would end with half of it.
  const copy = (title: string, before: string) =>
    title === '' ? '' : `${before}${title}`.slice(0, MOST_TITLE_CHARACTERS).replace(/[\ud800-\udbff]$/, '')
  return { fr: copy(fr, 'Copie de '), en: copy(en, 'Copy of ') }
}
