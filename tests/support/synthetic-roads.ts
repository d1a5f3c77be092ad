import { finishDraft, type SyntheticRoads } from './finish-draft.ts'
import { Random } from './random.ts'
import { type Join, joinThinned, RoadDraft } from './road-draft.ts'

const CELL_METRES = 8_000
const STREET_METRES = 95
const EDGES_A_CELL = 18
const KEPT_LINKS = 0.64
const KEPT_STREETS = 0.68
const [TRUNK, PRIMARY, SECONDARY, TERTIARY, UNCLASSIFIED, RESIDENTIAL, TRACK, PATH] = [0, 1, 2, 3, 4, 5, 6, 7]

/** A junction in open country, or the street nodes of a village. */
type Site = (towardsEast: number, towardsNorth: number) => number

/**
 * Makes a road network for measurements: the same arguments give the same network.
 *
 * It resembles the bundled network of Guidimakha and around in what a search feels: about 1.35 edges a node, a fifth
 * of dead ends, few nodes of degree 2, most of degree 3; villages of very unequal size (from a crossing to some
 * thousand junctions) that lie denser in some parts than in others, with streets of about 100 m, and roads of
 * kilometres between them; a few long roads of high class; half a per cent of one-way edges; bends of the geometry.
 * It is no copy of one tile, so that separators grow with the square root of the size, as in a plane.
 *
 * It differs from a real network in this: the country has no rivers, mountains or borders, which give real networks
 * smaller separators than here; high classes follow the lines of a shaken grid instead of joining towns; it is
 * connected, but one-way edges can cut off a few dead ends; there are no bridges over other roads, no motorways,
 * no loops, and 3 % of parallel edges (there 0.6 %).
 *
 * @param arcCount Directed arcs wanted; what is made is within an eighth of it from 20 000 arcs on.
 * @param seed Whole number; another seed gives another network.
 */
export function makeSyntheticRoads(arcCount: number, seed: number): SyntheticRoads {
  const side = Math.max(2, Math.round(Math.sqrt(arcCount / 2 / EDGES_A_CELL)))
  const first = finishDraft(grow(side, new Random(seed)), new Random(seed + 1))
  const ratio = arcCount / first.arcCount
  const better = Math.max(2, Math.round(side * Math.sqrt(ratio)))
  return better === side ? first : finishDraft(grow(better, new Random(seed)), new Random(seed + 1))
}

function grow(side: number, random: Random): RoadDraft {
  const draft = new RoadDraft()
  const density = densityField(random)
  const sites: Site[] = []
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const east = (column + 0.15 + 0.7 * random.next()) * CELL_METRES
      const north = (row + 0.15 + 0.7 * random.next()) * CELL_METRES
      sites.push(site(draft, east, north, villageSize(density(column, row), random), random))
    }
  }
  linkSites(draft, sites, side, random)
  return draft
}

/** Slow waves across the country: some parts are four times as populated as others. */
function densityField(random: Random): (column: number, row: number) => number {
  const waves = Array.from({ length: 5 }, () => ({
    x: (random.next() - 0.5) * 0.4,
    y: (random.next() - 0.5) * 0.4,
    phase: random.next() * 2 * Math.PI,
  }))
  return (column, row) =>
    Math.exp(0.45 * waves.reduce((sum, { x, y, phase }) => sum + Math.sin(x * column + y * row + phase), 0))
}

/** Street junctions of a village before thinning; 0 where only roads cross. Log-normal: a few are towns. */
function villageSize(density: number, random: Random): number {
  if (!random.chance(0.6)) return 0
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  return Math.min(6_000, Math.round(8 * density * Math.exp(1.25 * normal)))
}

function site(draft: RoadDraft, east: number, north: number, size: number, random: Random): Site {
  if (size < 4) {
    const junction = draft.point(east, north)
    return () => junction
  }
  const width = Math.max(2, Math.round(Math.sqrt(size) * (0.7 + 0.6 * random.next())))
  const height = Math.max(2, Math.round(size / width))
  const turn = random.next() * Math.PI
  const first = draft.east.length
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const along = (x - (width - 1) / 2 + 0.5 * (random.next() - 0.5)) * STREET_METRES
      const across = (y - (height - 1) / 2 + 0.5 * (random.next() - 0.5)) * STREET_METRES
      draft.point(
        east + along * Math.cos(turn) - across * Math.sin(turn),
        north + along * Math.sin(turn) + across * Math.cos(turn),
      )
    }
  }
  joinThinned(draft, streets(first, width, height), KEPT_STREETS, random)
  return (towardsEast, towardsNorth) => outermost(draft, first, width * height, towardsEast, towardsNorth)
}

function streets(first: number, width: number, height: number): Join[] {
  const joins: Join[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const a = first + y * width + x
      const onMainRow = y === height >> 1
      const onMainColumn = x === width >> 1
      const rowClass = onMainRow ? UNCLASSIFIED : RESIDENTIAL
      const columnClass = onMainColumn ? UNCLASSIFIED : RESIDENTIAL
      if (x + 1 < width) joins.push({ a, b: a + 1, roadClass: rowClass, isSure: onMainRow })
      if (y + 1 < height) joins.push({ a, b: a + width, roadClass: columnClass, isSure: onMainColumn })
    }
  }
  return joins
}

/** Node of a village that lies farthest in a direction. */
function outermost(draft: RoadDraft, first: number, count: number, east: number, north: number): number {
  let best = first
  let bestReach = -Infinity
  for (let node = first; node < first + count; node++) {
    const reach = draft.east[node]! * east + draft.north[node]! * north
    if (reach > bestReach) {
      bestReach = reach
      best = node
    }
  }
  return best
}

function linkSites(draft: RoadDraft, sites: Site[], side: number, random: Random): void {
  const offset = random.int(0, 31)
  const joins: Join[] = []
  const candidate = (a: Site, b: Site, east: number, north: number, line: number) => {
    const roadClass = lineClass(line + offset, random)
    joins.push({ a: a(east, north), b: b(-east, -north), roadClass, isSure: roadClass <= TERTIARY })
  }
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const here = sites[row * side + column]!
      if (column + 1 < side) candidate(here, sites[row * side + column + 1]!, 1, 0, row)
      if (row + 1 < side) candidate(here, sites[(row + 1) * side + column]!, 0, 1, column)
    }
  }
  const roads = new RoadDraft()
  roads.east = draft.east
  roads.north = draft.north
  joinThinned(roads, joins, KEPT_LINKS, random, draft)
  for (let i = 0; i < roads.from.length; i++) {
    branchOut(draft, roads.from[i]!, roads.to[i]!, roads.roadClass[i]!, random)
  }
}

function lineClass(line: number, random: Random): number {
  if (line % 32 === 0) return TRUNK
  if (line % 16 === 0) return PRIMARY
  if (line % 8 === 0) return SECONDARY
  if (line % 4 === 0 && random.chance(0.7)) return TERTIARY
  if (random.chance(0.65)) return UNCLASSIFIED
  return random.chance(0.85) ? TRACK : PATH
}

/** A road between two sites, with bends and with tracks that leave it, most of them for nowhere. */
function branchOut(draft: RoadDraft, from: number, to: number, roadClass: number, random: Random): void {
  const east = draft.east[to]! - draft.east[from]!
  const north = draft.north[to]! - draft.north[from]!
  const branches = random.int(0, 8)
  let last = from
  let lastSpur = -1
  for (let i = 1; i <= branches; i++) {
    const share = (i + 0.6 * (random.next() - 0.5)) / (branches + 1)
    const bend = 0.06 * (random.next() - 0.5)
    const at = draft.point(
      draft.east[from]! + share * east - bend * north,
      draft.north[from]! + share * north + bend * east,
    )
    draft.join(last, at, roadClass)
    last = at
    if (!random.chance(0.75)) continue
    const reach = (random.chance(0.5) ? 1 : -1) * (0.02 + 0.2 * random.next())
    const spur = draft.point(draft.east[at]! - reach * north, draft.north[at]! + reach * east)
    draft.join(at, spur, random.chance(0.5) ? TRACK : UNCLASSIFIED)
    if (lastSpur >= 0 && random.chance(0.55)) draft.join(lastSpur, spur, TRACK)
    lastSpur = spur
  }
  draft.join(last, to, roadClass)
}
