import { type AccessMask, MODES, type Mode, modeBit } from '../../road-network/road-codes.ts'
import type { OsmTags } from './osm-source.ts'

export type Direction = 'forward' | 'backward'

/** Keys that speak to a mode, the most general first: a later one overrules. */
const KEYS: Readonly<Record<Mode, readonly string[]>> = {
  car: ['access', 'vehicle', 'motor_vehicle', 'motorcar'],
  lorry: ['access', 'vehicle', 'motor_vehicle', 'hgv'],
  motorbike: ['access', 'vehicle', 'motor_vehicle', 'motorcycle'],
  foot: ['access', 'foot'],
  boat: [],
}

/** A way or barrier that lets through whoever has business there is open to a mission. */
const OPEN_VALUES: ReadonlySet<string> = new Set([
  'yes',
  'permissive',
  'designated',
  'official',
  'public',
  'destination',
  'customers',
  'delivery',
  'residents',
  'discouraged',
])

const CLOSED_VALUES: ReadonlySet<string> = new Set([
  'no',
  'private',
  'permit',
  'restricted',
  'military',
  'agricultural',
  'forestry',
  'emergency',
  'bus',
  'psv',
  'use_sidepath',
])

/**
 * Who may pass, by OSM's hierarchy of access keys.
 *
 * `yes`, `designated`, `permissive`, `destination`, `customers`, `delivery` … are open; `no`, `private`, `agricultural`,
 * `forestry`, `military` … are closed. Of several values (`forestry;destination`) an open one wins; an unknown
 * value says nothing. Conditions (`…:conditional`) are not read.
 *
 * @param inherent Who may pass where no tag speaks.
 * @param direction Also reads `…:forward` or `…:backward`.
 * @see https://wiki.openstreetmap.org/wiki/Key:access
 */
export function readAccess(tags: OsmTags, inherent: AccessMask, direction: Direction): AccessMask {
  let mask = inherent
  for (const mode of MODES) {
    for (const key of KEYS[mode]) {
      for (const name of [key, `${key}:${direction}`]) {
        const isOpen = readValue(tags.get(name))
        if (isOpen === true) mask |= modeBit(mode)
        else if (isOpen === false) mask &= ~modeBit(mode)
      }
    }
  }
  return mask
}

/** Whether some access holds at times only. */
export function hasConditions(tags: OsmTags): boolean {
  for (const key of tags.keys()) {
    if (key.endsWith(':conditional') && CONDITIONAL_KEYS.has(key.split(':')[0]!)) return true
  }
  return false
}

const CONDITIONAL_KEYS: ReadonlySet<string> = new Set([...Object.values(KEYS).flat(), 'oneway'])

function readValue(value: string | undefined): boolean | null {
  if (value === undefined) return null
  const words = value.split(';').map((word) => word.trim())
  if (words.some((word) => OPEN_VALUES.has(word))) return true
  return words.some((word) => CLOSED_VALUES.has(word)) ? false : null
}
