import { basename } from 'node:path'
import type { Bbox } from '@borne/geodata/geometry/position'
import { problem } from './platform/problems.ts'

/** What may stand behind `import roads FILE`, for `parseArgs`. */
export const ROAD_OPTIONS = {
  bbox: { type: 'string' },
  label: { type: 'string' },
  'valid-from': { type: 'string' },
  accept: { type: 'boolean' },
} as const

export interface RoadOptions {
  readonly bbox?: string | undefined
  readonly label?: string | undefined
  readonly 'valid-from'?: string | undefined
  readonly accept?: boolean | undefined
}

const MAX_LABEL = 120

/** A value that begins with a minus, as west of Greenwich, has to be one word with its option. */
export function bindNegative(argv: readonly string[]): string[] {
  const at = argv.indexOf('--bbox')
  if (at < 0 || at + 1 === argv.length) return [...argv]
  return [...argv.slice(0, at), `--bbox=${argv[at + 1]}`, ...argv.slice(at + 2)]
}

/**
 * The options with their defaults: the whole file, its name, today.
 *
 * @throws problem `network-bbox-unreadable`, `network-date-unreadable` or `network-label-length`.
 */
export function readRoadOptions(
  path: string,
  options: RoadOptions,
  today = new Date().toISOString().slice(0, 10),
): { bbox: Bbox | undefined; label: string; validFrom: string } {
  const label = (options.label ?? basename(path)).trim()
  if (label === '' || label.length > MAX_LABEL) throw problem('network-label-length')
  const bbox = options.bbox === undefined ? undefined : readBbox(options.bbox)
  return { bbox, label, validFrom: readDay(options['valid-from'] ?? today) }
}

function readBbox(value: string): Bbox {
  const numbers = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [west, south, east, north] = numbers as Bbox
  const isBox =
    numbers.length === 4 &&
    numbers.every(Number.isFinite) &&
    -180 <= west &&
    west < east &&
    east <= 180 &&
    -90 <= south &&
    south < north &&
    north <= 90
  if (!isBox) throw problem('network-bbox-unreadable', { value: value.slice(0, 100) })
  return [west, south, east, north]
}

function readDay(value: string): string {
  const isDay =
    /^[1-9]\d{3}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value)
  if (!isDay) throw problem('network-date-unreadable', { value: value.slice(0, 100) })
  return value
}

/** @throws problem `network-id-unreadable`. */
export function readNetworkId(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw problem('network-id-unreadable', { value: value.slice(0, 100) })
  return Number(value)
}
