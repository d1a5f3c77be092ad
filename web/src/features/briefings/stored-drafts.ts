import type { BriefingDraft } from './briefing-draft.ts'

/** A draft that the server had not taken when the page was left, and what it began from. */
export interface StoredDraft {
  readonly accountId: string
  readonly briefingId: string
  readonly base: BriefingDraft
  readonly draft: BriefingDraft
}
type Owner = Pick<StoredDraft, 'accountId' | 'briefingId'>

const NAME = 'borne.briefings'
const MOST_KEPT = 5

/** Keeps the draft of a briefing; of too many the oldest goes. */
export function storeDraft(stored: StoredDraft): void {
  write([stored, ...readAll().filter(isOther(stored))])
}

export function storedDraft({ accountId, briefingId }: Owner): StoredDraft | null {
  return readAll().find((one) => one.accountId === accountId && one.briefingId === briefingId) ?? null
}

export function dropStoredDraft(owner: Owner): void {
  const all = readAll()
  const others = all.filter(isOther(owner))
  if (others.length < all.length) write(others)
}

function isOther({ accountId, briefingId }: Owner) {
  return (one: StoredDraft) => one.accountId !== accountId || one.briefingId !== briefingId
}

function readAll(): StoredDraft[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isStored) : []
  } catch {
    return []
  }
}

function isStored(value: unknown): value is StoredDraft {
  const { accountId, briefingId, base, draft } = (value ?? {}) as Partial<StoredDraft>
  return (
    typeof accountId === 'string' &&
    typeof briefingId === 'string' &&
    Array.isArray(base?.slides) &&
    Array.isArray(draft?.slides)
  )
}

function write(all: readonly StoredDraft[]): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(all.slice(0, MOST_KEPT)))
  } catch {
    // Storage is full, or switched off: the draft stays in the page.
  }
}
