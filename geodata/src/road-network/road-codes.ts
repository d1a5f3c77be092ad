/**
 * Words of the road network and their codes: a code is the place of a word in its list.
 * Codes are written into cached files, so a change of a list goes with a new `GRAPH_FORMAT`.
 */

/** OSM class of a stretch; `river` is open water for boats, `gap` a connector across a hole of the map. */
export const HIGHWAYS = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'road',
  'track',
  'path',
  'pedestrian',
  'footway',
  'cycleway',
  'bridleway',
  'steps',
  'ferry',
  'river',
  'gap',
] as const
export type Highway = (typeof HIGHWAYS)[number]

/** What a road is made of, from OSM `surface`; `unknown` where no tag says. */
export const GROUNDS = ['unknown', 'paved', 'gravel', 'earth', 'sand', 'rock', 'water'] as const
export type Ground = (typeof GROUNDS)[number]

/** By what access rules one travels. A mode is a bit of an access mask, in this order: car 1, lorry 2, … */
export const MODES = ['car', 'lorry', 'motorbike', 'foot', 'boat'] as const
export type Mode = (typeof MODES)[number]
/** Bits of `MODES`. */
export type AccessMask = number

export const ALL_MODES: AccessMask = 0b11111
/** Those who may walk against a one-way street. */
export const FOOT_ONLY: AccessMask = 0b01000
export const MOTOR_MODES: AccessMask = 0b00111

/** OSM `smoothness`, best first. */
export const SMOOTHNESSES = [
  'excellent',
  'good',
  'intermediate',
  'bad',
  'very_bad',
  'horrible',
  'very_horrible',
  'impassable',
] as const
export type Smoothness = (typeof SMOOTHNESSES)[number]

export function modeBit(mode: Mode): AccessMask {
  return 1 << MODES.indexOf(mode)
}

export function isHighway(word: string): word is Highway {
  return (HIGHWAYS as readonly string[]).includes(word)
}
