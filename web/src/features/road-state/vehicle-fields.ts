import type { Vehicle } from '@borne/api/contracts/road-state'
import { GROUNDS, HIGHWAYS, SMOOTHNESSES } from '@borne/geodata/road-network/road-codes'

/** What may be changed of a vehicle. */
export type VehicleSettings = Omit<Vehicle, 'id' | 'mode' | 'version' | 'updatedAt'>

/** A number of a vehicle, under the path by which the server names it. */
export interface NumberField {
  readonly path: string
  readonly least: number
  readonly most: number
  /** May stay empty: the class may not be used. */
  readonly isOptional?: boolean
}

const KMH = { least: 0.1, most: 150 }
const FACTOR = { least: 0, most: 1 }

/** Every number of a vehicle that can be set, with the bounds of the contract. */
export function numberFields(hasFerry: boolean): NumberField[] {
  return [
    ...HIGHWAYS.map((highway) => ({ path: `kmhByHighway.${highway}`, ...KMH, isOptional: true })),
    ...GROUNDS.flatMap((ground) => [
      { path: `byGround.${ground}.dry`, ...FACTOR },
      { path: `byGround.${ground}.wet`, ...FACTOR },
      { path: `litresPer100KmByGround.${ground}`, least: 0, most: 200 },
    ]),
    ...[0, 1, 2, 3, 4].map((grade) => ({ path: `byTrackGrade.${grade}`, least: 0, most: 3 })),
    ...SMOOTHNESSES.map((_, place) => ({ path: `bySmoothness.${place}`, ...FACTOR })),
    { path: 'topKmh', ...KMH },
    ...(hasFerry
      ? [
          { path: 'ferry.kmh', ...KMH },
          { path: 'ferry.waitMinutes', least: 0, most: 1440 },
        ]
      : []),
    { path: 'crossCountryKmh', ...KMH },
    { path: 'detourFactor', least: 1, most: 5 },
    { path: 'maxConnectorMetres', least: 0, most: 50_000 },
  ]
}

/** A vehicle as it is typed: every number as a text, under its path. */
export interface VehicleDraft {
  readonly texts: Readonly<Record<string, string>>
  readonly passesFourWheelDrive: boolean
  readonly hasFerry: boolean
}

export function draftOfVehicle(vehicle: Vehicle): VehicleDraft {
  const paths = numberFields(vehicle.ferry !== null).map(({ path }) => path)
  return {
    texts: Object.fromEntries(
      [...paths, 'nameFr', 'nameEn', 'source'].map((path) => [path, textOf(valueAt(vehicle, path))]),
    ),
    passesFourWheelDrive: vehicle.passesFourWheelDrive,
    hasFerry: vehicle.ferry !== null,
  }
}

/** What keeps a draft from being sent, by path. */
export function checkVehicle({
  texts,
  hasFerry,
}: VehicleDraft): Record<string, NumberField | 'number' | 'text'> {
  const faults: Record<string, NumberField | 'number' | 'text'> = {}
  for (const field of numberFields(hasFerry)) {
    const text = texts[field.path]?.trim() ?? ''
    if (text === '' && field.isOptional) continue
    const number = readNumber(text)
    if (number === null) faults[field.path] = 'number'
    else if (number < field.least || number > field.most) faults[field.path] = field
  }
  for (const path of ['nameFr', 'nameEn', 'source']) if (!texts[path]?.trim()) faults[path] = 'text'
  return faults
}

/** The settings that a draft without faults makes. */
export function settingsOfDraft({ texts, passesFourWheelDrive, hasFerry }: VehicleDraft): VehicleSettings {
  const settings: Record<string, unknown> = {
    nameFr: texts.nameFr?.trim(),
    nameEn: texts.nameEn?.trim(),
    source: texts.source?.trim(),
    passesFourWheelDrive,
    ferry: null,
    byTrackGrade: [],
    bySmoothness: [],
    kmhByHighway: {},
  }
  for (const { path } of numberFields(hasFerry)) {
    const number = readNumber(texts[path] ?? '')
    if (number !== null) putAt(settings, path, number)
  }
  return settings as VehicleSettings
}

/** Decimals take a comma or a point. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

export function valueAt(of: unknown, path: string): unknown {
  return path.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], of)
}

function putAt(of: Record<string, unknown>, path: string, value: number): void {
  const keys = path.split('.')
  const last = keys.pop()!
  let target = of
  for (const key of keys) {
    target[key] ??= {}
    target = target[key] as Record<string, unknown>
  }
  target[last] = value
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}
