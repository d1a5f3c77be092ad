import { roundPosition } from '@borne/geodata/geometry/round-position'
import { findMultimodal, type MultimodalStage } from '@borne/geodata/road-network/find-multimodal'
import { findNearSettlement } from '@borne/geodata/road-network/places'
import { withoutWait } from '@borne/geodata/road-network/without-wait'
import type { RoadQuestion } from '../../platform/road-state.ts'
import type { PirogueWay } from './contract.ts'
import { drawAll } from './draw-pieces.ts'
import { type PlacedStop, snapStop } from './snap-stop.ts'

/** Who travels where: to the landing, afloat, and on from the other landing. */
export interface PirogueQuestions {
  before: RoadQuestion
  boat: RoadQuestion
  after: RoadQuestion
}

/** By road to a landing, on by pirogue, and by road again; null where there is no such way. */
export function findPirogueWay(
  { before, boat, after }: PirogueQuestions,
  [start, end]: readonly [PlacedStop, PlacedStop],
): PirogueWay | null {
  const { network } = before
  const from = snapStop(network, start, before.options)
  const to = snapStop(network, end, after.options)
  if (!from || !to) return null
  const { byBoat } = findMultimodal(network.graph, from, to, {
    before: before.options,
    boat: { ...boat.options, conditions: withoutWait(network.graph, boat.options.conditions) },
    after: after.options,
    waitSeconds: (boat.vehicle.ferry?.waitMinutes ?? 0) * 60,
  })
  if (!byBoat) return null
  const { seconds, lengthMetres, waitSeconds, stages } = byBoat
  return { seconds, lengthMetres, waitSeconds, stages: stages.map((stage) => tellStage(before, stage)) }
}

function tellStage(
  { network }: RoadQuestion,
  { vehicleId, route }: MultimodalStage,
): PirogueWay['stages'][number] {
  const position = route.pieces[0]?.coordinates[0] ?? route.from.snappedPosition
  return {
    vehicle: vehicleId,
    lengthMetres: route.lengthMetres,
    seconds: route.seconds,
    position: roundPosition(position),
    near: findNearSettlement(network, position),
    pieces: drawAll([route]),
  }
}
