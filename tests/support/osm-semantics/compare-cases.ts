import { readFileSync } from 'node:fs'
import type { Position } from '@borne/geodata/geometry/position'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { HIGHWAYS } from '@borne/geodata/road-network/road-codes'
import { findRoute } from '@borne/geodata/road-network/route'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import { DEFAULT_VEHICLE } from '@borne/geodata/road-state/default-vehicles'
import { askShortest, type OsmMode } from './ask-valhalla.ts'
import { fixtureFile, shortestFor } from './open-extract.ts'

/** A question of `cases.json`. */
interface Case {
  name: string
  what: string
  from: Position
  to: Position
  mode: OsmMode
}

export interface ComparedCase extends Case {
  /** Whole metres; null = no way. */
  ours: number | null
  valhalla: number | null
}

/** More than roundings differ by. */
const SAME_WITHIN_METRES = 15

/** Why the answers to a block of the hand-made file differ. */
export const CASE_EXPLANATIONS: Readonly<Record<string, string>> = {
  path: 'In the region a 4×4 and a motorbike follow paths, at walking pace; Valhalla keeps all motors off them.',
  cycleway:
    'Valhalla keeps walkers off cycleways that do not say `foot=yes`. We let them walk there: in the region nothing would stop them.',
  bridleway: 'As cycleways.',
  private:
    'Valhalla takes `access=private` for open to those whose way begins or ends there, at a penalty. To us it is closed: a mission has no right to it.',
  reversible:
    'Valhalla does not read `oneway=reversible` and lets through both ways. We do not know the direction of the hour, and close the lane to motors.',
  'gate-private':
    'A private gate is passed by Valhalla at a penalty. To us it is closed, as a private road is.',
  bollard: 'Valhalla stops motorbikes at bollards; we let them past, since a bollard stops four wheels only.',
  'bollard-for-motors':
    'The bollard says `motor_vehicle=yes`: we let every motor past; Valhalla reads it for cars and lorries, not for motorbikes.',
  block: 'Valhalla stops motorbikes at a block; we let them past, since it stops four wheels only.',
  stile:
    'Valhalla does not read `barrier=stile` for motors. A stile is climbed over: we let walkers alone past.',
  'gate-at-junction': 'As a private gate: a penalty to Valhalla, closed to us.',
  motorway:
    'A motorway without the tag `oneway` runs both ways for Valhalla. OpenStreetMap’s wiki says that it implies one way, and so do we.',
  'turn-over-a-way':
    'Valhalla reads restrictions that lead over a way in between. We read those over a node, and count the others in the report of the import.',
}

export function blockOf({ name, mode }: Case): string {
  return name.slice(0, name.indexOf(` ${mode}`))
}

export function differs({ ours, valhalla }: ComparedCase): boolean {
  if (ours === null || valhalla === null) return ours !== valhalla
  return Math.abs(ours - valhalla) > SAME_WITHIN_METRES
}

/** Each question of `cases.json` to both engines, over the same file. */
export async function compareCases(graph: RoadGraph, url: string): Promise<ComparedCase[]> {
  const cases: Case[] = JSON.parse(readFileSync(fixtureFile('cases.json'), 'utf8'))
  const compared: ComparedCase[] = []
  for (const { name, what, from, to, mode } of cases) {
    const way = await askShortest(url, mode, from, to)
    compared.push({
      ...{ name, what, from, to, mode },
      ours: shortestMetres(graph, mode, from, to),
      valhalla: way && Math.round(way.metres),
    })
  }
  return compared
}

/** With a vehicle that takes every class: what is closed is closed by tags. */
function shortestMetres(graph: RoadGraph, mode: OsmMode, from: Position, to: Position): number | null {
  const kmhByHighway = Object.fromEntries(HIGHWAYS.map((highway) => [highway, 10]))
  const options = shortestFor(graph, { ...DEFAULT_VEHICLE, mode, kmhByHighway })
  const [start, end] = [from, to].map((place) => snapToRoad(graph, place, options, 1))
  if (!start || !end) return null
  const route = findRoute(graph, start, end, options)
  return route && Math.round(route.lengthMetres)
}
