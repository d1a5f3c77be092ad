import type { Language } from '../../../ui/language.tsx'

/** A part of a setting that a person fills in. `at` is its path in what is sent: «demand.hours». */
export type SettingField = { readonly at: string; readonly label: string; readonly hint?: string } & (
  | { readonly is: 'text' | 'note'; readonly isRequired?: boolean; readonly longest?: number }
  /** What is sent is so many times what is typed: 100 for an amount. */
  | { readonly is: 'number'; readonly times?: number; readonly unit?: string }
  | { readonly is: 'day'; readonly isRequired?: boolean }
  /** «07-15» for 15 July, typed as «15/07»; nothing = null. */
  | { readonly is: 'monthDay' }
  | { readonly is: 'clock' }
  | {
      readonly is: 'choice'
      readonly options: readonly Option[]
      readonly none?: string
      readonly isRequired?: boolean
    }
  /** `isInverse`: ticked = false. */
  | { readonly is: 'flag'; readonly isInverse?: boolean }
  | { readonly is: 'weekdays' }
  | { readonly is: 'hours' }
  | { readonly is: 'point' }
  | { readonly is: 'area' }
)
export interface Option {
  readonly value: string
  readonly label: string
}

export interface HoursDraft {
  readonly key: string
  /** Empty: every day. */
  readonly weekdays: readonly number[]
  readonly opens: string
  readonly closes: string
}
export interface PointDraft {
  readonly lat: string
  readonly lon: string
}
export type Corner = [lon: number, lat: number]
export type DraftValue =
  | string
  | boolean
  | readonly number[]
  | readonly HoursDraft[]
  | PointDraft
  | readonly Corner[]
/** What is typed so far, by the paths of the fields. */
export type SettingDraft = Readonly<Record<string, DraftValue>>

export type SettingFault = 'missing' | 'number' | 'monthDay' | 'position' | 'corners' | 'weekdays'
export type SettingFaults = Readonly<Record<string, SettingFault>>

const DECIMALS = 6

/** What a person types as a number («12,5»); null when it is none. */
export function readNumber(typed: string): number | null {
  const plain = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

export function writeNumber(value: number, language: Language): string {
  const text = String(Number(value.toFixed(DECIMALS)))
  return language === 'fr' ? text.replace('.', ',') : text
}

/** The value at a path; undefined where there is none. */
export function valueAt(row: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], row)
}

/** What the fields begin with. */
export function draftOf(fields: readonly SettingField[], row: object, language: Language): SettingDraft {
  return Object.fromEntries(
    fields.map((field) => [field.at, draftValue(field, valueAt(row, field.at), language)]),
  )
}

function draftValue(field: SettingField, value: unknown, language: Language): DraftValue {
  switch (field.is) {
    case 'number':
      return typeof value === 'number' ? writeNumber(value / (field.times ?? 1), language) : ''
    case 'flag':
      return field.isInverse ? value === false : value === true
    case 'monthDay':
      return typeof value === 'string' ? value.split('-').reverse().join('/') : ''
    case 'weekdays':
      return (value as number[] | undefined) ?? []
    case 'hours':
      return ((value as HoursRow[] | undefined) ?? []).map(({ weekdays, opens, closes }, index) => ({
        key: String(index),
        weekdays: weekdays ?? [],
        opens,
        closes,
      }))
    case 'point': {
      const [lon, lat] = (value as Corner | undefined) ?? []
      const written = (degrees: number | undefined) =>
        degrees === undefined ? '' : writeNumber(degrees, language)
      return { lat: written(lat), lon: written(lon) }
    }
    case 'area':
      return ((value as { coordinates: Corner[][] } | undefined)?.coordinates[0] ?? []).slice(0, -1)
    default:
      return typeof value === 'string' ? value : ''
  }
}

interface HoursRow {
  readonly weekdays: number[] | null
  readonly date: string | null
  readonly opens: string
  readonly closes: string
}

/** What is sent, and what is wrong with it by the paths of the fields. */
export function readDraft(
  fields: readonly SettingField[],
  draft: SettingDraft,
): { input: Record<string, unknown>; faults: SettingFaults } {
  const input: Record<string, unknown> = {}
  const faults: Record<string, SettingFault> = {}
  for (const field of fields) {
    const { value, fault } = readValue(field, draft[field.at])
    if (fault) faults[field.at] = fault
    put(input, field.at, value)
  }
  return { input, faults }
}

interface Read {
  readonly value: unknown
  readonly fault?: SettingFault | undefined
}

function readValue(field: SettingField, typed: DraftValue | undefined): Read {
  switch (field.is) {
    case 'text':
    case 'note': {
      const text = String(typed ?? '').trim()
      return { value: text, fault: field.isRequired && text === '' ? 'missing' : undefined }
    }
    case 'number': {
      const number = readNumber(String(typed ?? ''))
      // What is typed in hundredths is whole: 12,35 × 100 is 1235 and not 1234,999….
      const times = field.times ?? 1
      const value = number === null ? null : Number((number * times).toFixed(DECIMALS))
      return {
        value,
        fault: value === null || (times === 100 && !Number.isInteger(value)) ? 'number' : undefined,
      }
    }
    case 'day':
    case 'choice': {
      const value = String(typed ?? '') || null
      return { value, fault: field.isRequired && value === null ? 'missing' : undefined }
    }
    case 'clock':
      return { value: typed, fault: typed ? undefined : 'missing' }
    case 'flag':
      return { value: field.isInverse ? typed !== true : typed === true }
    case 'monthDay':
      return readMonthDay(String(typed ?? '').trim())
    case 'weekdays': {
      const value = typed as readonly number[]
      return { value, fault: value.length === 0 ? 'weekdays' : undefined }
    }
    case 'hours':
      return readHours(typed as readonly HoursDraft[])
    case 'point': {
      const at = readPoint(typed as PointDraft)
      return { value: at, fault: at ? undefined : 'position' }
    }
    case 'area':
      return readArea(typed as readonly Corner[])
  }
}

function readMonthDay(typed: string): Read {
  if (typed === '') return { value: null }
  const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(typed) ?? []
  if (!day || !month) return { value: null, fault: 'monthDay' }
  return { value: `${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
}

function readHours(rows: readonly HoursDraft[]): Read {
  const value = rows.map(({ weekdays, opens, closes }) => ({
    weekdays: weekdays.length === 0 ? null : weekdays,
    date: null,
    opens,
    closes,
  }))
  return { value, fault: rows.some(({ opens, closes }) => !opens || !closes) ? 'missing' : undefined }
}

/** Null while it is no position. */
export function readPoint({ lat, lon }: PointDraft): Corner | null {
  const [east, north] = [readNumber(lon), readNumber(lat)]
  return east === null || north === null ? null : [east, north]
}

const LEAST_CORNERS = 3

function readArea(corners: readonly Corner[]): Read {
  const [first] = corners
  if (!first || corners.length < LEAST_CORNERS) return { value: null, fault: 'corners' }
  return { value: { type: 'Polygon', coordinates: [[...corners, first]] } }
}

function put(input: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop()!
  let inner = input
  for (const key of keys) {
    inner[key] ??= {}
    inner = inner[key] as Record<string, unknown>
  }
  inner[last] = value
}
