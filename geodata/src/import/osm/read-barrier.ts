import { type AccessMask, FOOT_ONLY, MOTOR_MODES, modeBit } from '../../road-network/road-codes.ts'
import type { OsmTags } from './osm-source.ts'
import { readAccess } from './read-access.ts'

/** What stands on a node of a way. */
export interface NodeBarrier {
  /** Who gets past, either way. */
  access: AccessMask
  isFord: boolean
}

const EVERYONE: AccessMask = MOTOR_MODES | FOOT_ONLY
const ON_TWO_WHEELS: AccessMask = FOOT_ONLY | modeBit('motorbike')

/** Barriers that open, or are no obstacle; a gate is open unless its tags say otherwise. */
const OPEN: ReadonlySet<string> = new Set([
  'no',
  'gate',
  'lift_gate',
  'swing_gate',
  'sliding_gate',
  'hampshire_gate',
  'bump_gate',
  'border_control',
  'border_checkpoint',
  'checkpoint',
  'toll_booth',
  'sally_port',
  'cattle_grid',
  'entrance',
  'height_restrictor',
  'arch',
  'kerb',
  'spikes',
])

const WALKERS_ONLY: ReadonlySet<string> = new Set([
  'stile',
  'horse_stile',
  'turnstile',
  'full-height_turnstile',
  'kissing_gate',
  'wicket_gate',
  'cycle_barrier',
  'motorcycle_barrier',
  'step',
  'wall',
  'fence',
  'hedge',
])

/**
 * What a node lets through: `barrier` with its access tags, and `ford` (or the old `highway=ford`). Barriers that
 * neither open nor are made for walkers (bollard, block, jersey_barrier, unknown ones) stop what has four wheels.
 *
 * @returns Null where nothing stands in the way.
 */
export function readBarrier(tags: OsmTags): NodeBarrier | null {
  const isFord = (tags.has('ford') && tags.get('ford') !== 'no') || tags.get('highway') === 'ford'
  const barrier = tags.get('barrier')
  const access = barrier === undefined ? EVERYONE : readAccess(tags, inherentAccess(barrier, tags), 'forward')
  return access === EVERYONE && !isFord ? null : { access, isFord }
}

function inherentAccess(barrier: string, tags: OsmTags): AccessMask {
  if (OPEN.has(barrier) || tags.get('bollard') === 'rising') return EVERYONE
  return WALKERS_ONLY.has(barrier) ? FOOT_ONLY : ON_TWO_WHEELS
}
