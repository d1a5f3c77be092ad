import type { PackageProgress } from '@borne/geodata/works/state'
import type { Bill, Day, Instant, StopCause, WorksPayloads } from '@borne/geodata/works/types'

export interface VisitPhoto {
  /** Chosen on the device, so that sending it twice keeps it once. */
  readonly id: string
  readonly fileName: string
  readonly takenAt: Instant
  /** «façade nord»: photos from one place and angle share it. */
  readonly viewpoint: string | null
}

export interface VisitPunch {
  readonly id: string
  readonly label: string
  readonly severity: WorksPayloads['punch-item']['severity']
  readonly dueInDays: number
  readonly photoId: string | null
  /** Shares of the photo's width and height from the top left. */
  readonly pin: { readonly x: number; readonly y: number } | null
}

/** A visit of a site as it is being noted, on one device by one account. Ids are chosen here. */
export interface VisitDraft {
  readonly reportId: string
  readonly lostDayId: string
  readonly contractId: string
  /** What the person calls it, for the place where waiting visits are listed. */
  readonly title: string
  readonly accountId: string
  readonly startedAt: Instant
  readonly on: Day
  /** By package, only where it was moved; 0–100. */
  readonly percents: Readonly<Record<string, number>>
  readonly fallReason: string
  readonly lostCause: StopCause | null
  /** As typed. */
  readonly rainMillimetres: string
  readonly punches: readonly VisitPunch[]
  readonly photos: readonly VisitPhoto[]
  readonly note: string
}

export function newVisit(
  { id, title }: { id: string; title: string },
  accountId: string,
  now: Date,
): VisitDraft {
  return {
    reportId: crypto.randomUUID(),
    lostDayId: crypto.randomUUID(),
    contractId: id,
    title,
    accountId,
    startedAt: now.toISOString(),
    // Mauritania's clock is that of Greenwich.
    on: now.toISOString().slice(0, 10),
    percents: {},
    fallReason: '',
    lostCause: null,
    rainMillimetres: '',
    punches: [],
    photos: [],
    note: '',
  }
}

/** Whether anything was noted that would be lost. */
export function hasNotes({ percents, lostCause, punches, photos, note }: VisitDraft): boolean {
  return (
    Object.keys(percents).length > 0 ||
    lostCause !== null ||
    punches.length > 0 ||
    photos.length > 0 ||
    note.trim() !== ''
  )
}

export interface VisitPackage {
  readonly code: string
  readonly label: string
  /** As last reported, waiting reports included. */
  readonly last: number
  readonly percent: number
}

/** The packages of the bill with their last value, and the one noted in this visit. */
export function visitPackages(
  bill: Bill | undefined,
  progress: readonly PackageProgress[],
  { percents }: Pick<VisitDraft, 'percents'>,
): VisitPackage[] {
  return (bill?.packages ?? []).map(({ code, label }) => {
    const last = progress.find(({ packageCode }) => packageCode === code)?.percent ?? 0
    return { code, label, last, percent: percents[code] ?? last }
  })
}

/** The next multiple of five, up or down, inside 0 to 100: whole steps for a thumb. */
export function stepPercent(percent: number, direction: 1 | -1): number {
  const next = direction === 1 ? Math.floor(percent / 5) * 5 + 5 : Math.ceil(percent / 5) * 5 - 5
  return Math.min(100, Math.max(0, next))
}
