/** The briefing that this device worked on last, and whose. */
interface LastBriefing {
  readonly accountId: string
  readonly briefingId: string
}

const NAME = 'borne.lastBriefing'

export function noteBriefing(last: LastBriefing): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(last))
  } catch {
    // Storage is full, or switched off: it is asked the next time.
  }
}

export function lastBriefing(accountId: string): string | null {
  try {
    const last = JSON.parse(localStorage.getItem(NAME) ?? 'null') as Partial<LastBriefing> | null
    return last?.accountId === accountId && typeof last.briefingId === 'string' ? last.briefingId : null
  } catch {
    return null
  }
}
