import { GROUNDS, type Ground, SMOOTHNESSES, type Smoothness } from '../../road-network/road-codes.ts'
import type { OsmTags } from './osm-source.ts'

const SURFACES: Readonly<Partial<Record<Ground, readonly string[]>>> = {
  paved: [
    'paved',
    'asphalt',
    'chipseal',
    'concrete',
    'concrete:plates',
    'concrete:lanes',
    'paving_stones',
    'paving_stones:lanes',
    'sett',
    'cobblestone',
    'cobblestone:flattened',
    'unhewn_cobblestone',
    'bricks',
    'brick',
    'metal',
    'metal_grid',
    'wood',
  ],
  // Laterite is what graded roads of the region are made of.
  gravel: ['gravel', 'fine_gravel', 'pebblestone', 'compacted', 'laterite', 'shells', 'grass_paver'],
  earth: ['unpaved', 'earth', 'dirt', 'ground', 'mud', 'clay', 'soil', 'grass', 'woodchips'],
  sand: ['sand', 'dirt/sand'],
  rock: ['rock', 'rocks', 'rocky', 'stone', 'stones', 'bare_rock'],
}

const GROUND_OF = new Map(
  Object.entries(SURFACES).flatMap(([ground, values]) => values.map((value) => [value, ground as Ground])),
)

/** From `surface`; of several values the last of `GROUNDS`, which is the harder to drive on. */
export function readGround(tags: OsmTags): Ground {
  const found = (tags.get('surface') ?? '')
    .split(';')
    .map((value) => GROUNDS.indexOf(GROUND_OF.get(value.trim().toLowerCase()) ?? 'unknown'))
  return GROUNDS[Math.max(...found)]!
}

/** From `tracktype`. */
export function readTrackGrade(tags: OsmTags): 1 | 2 | 3 | 4 | 5 | null {
  const grade = /^grade([1-5])$/.exec(tags.get('tracktype') ?? '')?.[1]
  return grade ? (Number(grade) as 1 | 2 | 3 | 4 | 5) : null
}

/** From `smoothness`, and `impassable=yes`. */
export function readSmoothness(tags: OsmTags): Smoothness | null {
  if (tags.get('impassable') === 'yes') return 'impassable'
  return SMOOTHNESSES.find((word) => word === tags.get('smoothness')) ?? null
}
