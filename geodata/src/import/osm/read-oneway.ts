import { type AccessMask, MODES, type Mode, modeBit } from '../../road-network/road-codes.ts'
import type { OsmTags } from './osm-source.ts'

/** Keys that speak to a mode, the most general first. Walkers heed only what is said to them. */
const KEYS: Readonly<Record<Mode, readonly string[]>> = {
  car: ['oneway', 'oneway:vehicle', 'oneway:motor_vehicle', 'oneway:motorcar'],
  lorry: ['oneway', 'oneway:vehicle', 'oneway:motor_vehicle', 'oneway:hgv'],
  motorbike: ['oneway', 'oneway:vehicle', 'oneway:motor_vehicle', 'oneway:motorcycle'],
  foot: ['oneway:foot'],
  boat: [],
}

interface Directions {
  forward: boolean
  backward: boolean
}

const VALUES: Readonly<Record<string, Directions>> = {
  yes: { forward: true, backward: false },
  true: { forward: true, backward: false },
  '1': { forward: true, backward: false },
  '-1': { forward: false, backward: true },
  reverse: { forward: false, backward: true },
  no: { forward: true, backward: true },
  false: { forward: true, backward: true },
  '0': { forward: true, backward: true },
  // One lane, in turns: both ways, with some waiting.
  alternating: { forward: true, backward: true },
  // The direction changes with the hour, which is not known here: not to be counted on.
  reversible: { forward: false, backward: false },
}

const ROUNDABOUTS: ReadonlySet<string> = new Set(['roundabout', 'circular'])

export function isRoundabout(tags: OsmTags): boolean {
  return ROUNDABOUTS.has(tags.get('junction') ?? '')
}

/**
 * Modes that may go each way, as far as one-way tags tell. Roundabouts, circular junctions and motorways are one-way
 * unless a tag says otherwise.
 *
 * @see https://wiki.openstreetmap.org/wiki/Key:oneway
 */
export function readOneway(tags: OsmTags): { forward: AccessMask; backward: AccessMask } {
  const isImplied = isRoundabout(tags) || tags.get('highway') === 'motorway'
  const masks = { forward: 0, backward: 0 }
  for (const mode of MODES) {
    let directions = isImplied && mode !== 'foot' ? VALUES.yes! : VALUES.no!
    for (const key of KEYS[mode]) directions = VALUES[tags.get(key) ?? ''] ?? directions
    if (directions.forward) masks.forward |= modeBit(mode)
    if (directions.backward) masks.backward |= modeBit(mode)
  }
  return masks
}
