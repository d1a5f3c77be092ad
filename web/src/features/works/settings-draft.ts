import type { Checklist, CurrencyRate, Project, WorkCalendar } from '@borne/api/contracts/works'
import { CURRENCIES, type Currency } from '@borne/geodata/works/types'
import type { Language } from '../../ui/language.tsx'
import { readAmount, readDecimal, readShare, writeAmount, writeDecimal, writeShare } from './money.ts'

export type SettingFault = 'missing' | 'share' | 'sum' | 'twice' | 'amount' | 'rate' | 'yearlyDay' | 'order'
/** What is wrong, by the paths of the server. */
export type SettingFaults = Record<string, SettingFault>

const WHOLE_PPM = 1_000_000
const RATE_DECIMALS = 6
const MOST_MICRO = 1_000_000_000_000

/** The fields among these that are empty. */
export function checkFilled<D extends object>(
  draft: D,
  fields: readonly (keyof D & string)[],
): SettingFaults {
  return Object.fromEntries(
    fields.filter((field) => String(draft[field]).trim() === '').map((field) => [field, 'missing']),
  )
}

export interface ContributionDraft {
  readonly key: string
  readonly donorId: string
  readonly share: string
  readonly amount: string
}
export interface ProjectDraft {
  readonly name: string
  readonly programmeId: string
  readonly currency: Currency
  readonly contributions: readonly ContributionDraft[]
}

export function draftOfProject(project: Project | null, language: Language): ProjectDraft {
  if (!project) return { name: '', programmeId: '', currency: CURRENCIES[0], contributions: [] }
  return {
    name: project.name,
    programmeId: project.programmeId,
    currency: project.currency,
    contributions: (project.contributions ?? []).map(({ donorId, sharePpm, amountMinor }) => ({
      key: donorId,
      donorId,
      share: writeShare(sharePpm, language),
      amount: amountMinor === null ? '' : writeAmount(amountMinor, language),
    })),
  }
}

export function checkProject(draft: ProjectDraft): SettingFaults {
  const faults = checkFilled(draft, ['name', 'programmeId'])
  const seen = new Set<string>()
  let sum = 0
  for (const [index, { donorId, share, amount }] of draft.contributions.entries()) {
    const at = `contributions.${index}`
    const ppm = readShare(share)
    if (donorId === '') faults[`${at}.donorId`] = 'missing'
    else if (seen.has(donorId)) faults[`${at}.donorId`] = 'twice'
    if (ppm === null || ppm < 0 || ppm > WHOLE_PPM) faults[`${at}.sharePpm`] = 'share'
    if (amount.trim() !== '' && (readAmount(amount) ?? -1) < 0) faults[`${at}.amountMinor`] = 'amount'
    seen.add(donorId)
    sum += ppm ?? 0
  }
  if (draft.contributions.length > 0 && sum !== WHOLE_PPM) faults.contributions = 'sum'
  return faults
}

export function projectInputOf({ name, programmeId, currency, contributions }: ProjectDraft) {
  return {
    name: name.trim(),
    programmeId,
    currency,
    contributions: contributions.map(({ donorId, share, amount }) => ({
      donorId,
      sharePpm: readShare(share)!,
      amountMinor: amount.trim() === '' ? null : readAmount(amount)!,
    })),
  }
}

export interface RateDraft {
  readonly currency: CurrencyRate['currency']
  readonly validFrom: string
  /** Ouguiyas for one unit. */
  readonly rate: string
  readonly source: string
}

export function draftOfRate(rate: CurrencyRate | null, today: string, language: Language): RateDraft {
  if (!rate) return { currency: 'EUR', validFrom: today, rate: '', source: '' }
  const { currency, validFrom, mruMicro, source } = rate
  return { currency, validFrom, rate: writeRate(mruMicro, language), source }
}

export function writeRate(mruMicro: number, language: Language): string {
  return writeDecimal(mruMicro, RATE_DECIMALS, language)
}

export function checkRate(draft: RateDraft): SettingFaults {
  const faults = checkFilled(draft, ['validFrom', 'source'])
  const micro = readDecimal(draft.rate, RATE_DECIMALS)
  return micro !== null && micro > 0 && micro <= MOST_MICRO ? faults : { ...faults, mruMicro: 'rate' }
}

export function rateInputOf({ currency, validFrom, rate, source }: RateDraft): CurrencyRate {
  return { currency, validFrom, mruMicro: readDecimal(rate, RATE_DECIMALS)!, source: source.trim() }
}

export interface ExceptionDraft {
  readonly key: string
  readonly label: string
  /** It comes back each year: its days are typed as «28/11». */
  readonly isYearly: boolean
  readonly from: string
  readonly until: string
  readonly share: string
}
export interface CalendarDraft {
  readonly nameFr: string
  readonly nameEn: string
  readonly source: string
  /** From Monday on, percent of a full day. */
  readonly week: readonly string[]
  readonly exceptions: readonly ExceptionDraft[]
}

const SIX_DAYS = [1, 1, 1, 1, 1, 1, 0]

export function draftOfCalendar(calendar: WorkCalendar | null, language: Language): CalendarDraft {
  const percent = (share: number) => writeShare(Math.round(share * WHOLE_PPM), language)
  return {
    nameFr: calendar?.nameFr ?? '',
    nameEn: calendar?.nameEn ?? '',
    source: calendar?.source ?? '',
    week: (calendar?.weekShares ?? SIX_DAYS).map(percent),
    exceptions: (calendar?.exceptions ?? []).map(({ label, from, until, share }, index) => ({
      key: String(index),
      label,
      isYearly: isYearly(from),
      from: typedDay(from),
      until: typedDay(until),
      share: percent(share),
    })),
  }
}

export function checkCalendar(draft: CalendarDraft): SettingFaults {
  const faults = checkFilled(draft, ['nameFr', 'nameEn'])
  for (const [index, share] of draft.week.entries()) {
    if (!isShare(share)) faults[`weekShares.${index}`] = 'share'
  }
  for (const [index, exception] of draft.exceptions.entries()) {
    const at = `exceptions.${index}`
    const [from, until] = [readDay(exception, 'from'), readDay(exception, 'until')]
    const dayFault = exception.isYearly ? 'yearlyDay' : 'missing'
    if (exception.label.trim() === '') faults[`${at}.label`] = 'missing'
    if (!from) faults[`${at}.from`] = dayFault
    if (!until) faults[`${at}.until`] = dayFault
    else if (from && !exception.isYearly && until < from) faults[`${at}.until`] = 'order'
    if (!isShare(exception.share)) faults[`${at}.share`] = 'share'
  }
  return faults
}

export function calendarInputOf(draft: CalendarDraft) {
  const share = (text: string) => readShare(text)! / WHOLE_PPM
  return {
    nameFr: draft.nameFr.trim(),
    nameEn: draft.nameEn.trim(),
    source: draft.source.trim(),
    weekShares: draft.week.map(share),
    exceptions: draft.exceptions.map((exception) => ({
      label: exception.label.trim(),
      from: readDay(exception, 'from')!,
      until: readDay(exception, 'until')!,
      share: share(exception.share),
    })),
  }
}

export function isYearly(day: string): boolean {
  return day.length === 5
}

/** `11-28` → «28/11»; a day of one year stays as it is. */
export function typedDay(day: string): string {
  return isYearly(day) ? `${day.slice(3)}/${day.slice(0, 2)}` : day
}

function readDay(exception: ExceptionDraft, end: 'from' | 'until'): string | undefined {
  const text = exception[end].trim()
  if (!exception.isYearly) return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined
  const [, day = '', month = ''] = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? []
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // Of a leap year: the 29th of February may come back, too.
  const whole = new Date(`2000-${monthDay}T00:00:00Z`)
  return day && !Number.isNaN(whole.getTime()) && whole.toISOString().slice(5, 10) === monthDay
    ? monthDay
    : undefined
}

function isShare(text: string): boolean {
  const ppm = readShare(text)
  return ppm !== null && ppm >= 0 && ppm <= WHOLE_PPM
}

export interface ItemDraft {
  readonly key: string
  /** Null while it is new: answers of inspections name it. */
  readonly id: string | null
  readonly fr: string
  readonly en: string
}
export interface ChecklistDraft {
  readonly nameFr: string
  readonly nameEn: string
  readonly source: string
  readonly items: readonly ItemDraft[]
}

export function draftOfChecklist(list: Checklist | null): ChecklistDraft {
  return {
    nameFr: list?.nameFr ?? '',
    nameEn: list?.nameEn ?? '',
    source: list?.source ?? '',
    items: list?.items.map((item) => ({ ...item, key: item.id })) ?? [{ key: '0', id: null, fr: '', en: '' }],
  }
}

export function checkChecklist(draft: ChecklistDraft): SettingFaults {
  const faults = checkFilled(draft, ['nameFr', 'nameEn'])
  if (draft.items.length === 0) faults.items = 'missing'
  for (const [index, { fr, en }] of draft.items.entries()) {
    if (fr.trim() === '') faults[`items.${index}.fr`] = 'missing'
    if (en.trim() === '') faults[`items.${index}.en`] = 'missing'
  }
  return faults
}

export function checklistInputOf({ nameFr, nameEn, source, items }: ChecklistDraft) {
  const taken = new Set(items.flatMap(({ id }) => id ?? []))
  const named = items.map(({ id, fr, en }) => {
    const own = id ?? slugOf(fr, taken)
    taken.add(own)
    return { id: own, fr: fr.trim(), en: en.trim() }
  })
  return { nameFr: nameFr.trim(), nameEn: nameEn.trim(), source: source.trim(), items: named }
}

/** The name of a new setting in addresses, told from its words and from those that are taken. */
export function slugOf(text: string, taken: ReadonlySet<string>): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const base = plain.slice(0, 50).replace(/-+$/, '') || 'sans-nom'
  let slug = base
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`
  return slug
}
