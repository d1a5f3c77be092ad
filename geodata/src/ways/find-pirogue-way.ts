import { roundPosition } from '../geometry/round-position.ts'
import { findMultimodal, type MultimodalStage } from '../road-network/find-multimodal.ts'
import { measureFuel } from '../road-network/measure-fuel.ts'
import { findNearSettlement } from '../road-network/places.ts'
import { withoutWait } from '../road-network/without-wait.ts'
import { drawAll } from './draw-pieces.ts'
import { snapStop } from './snap-stop.ts'
import type { FoundPirogueWay, PlacedStop, WayQuestion } from './types.ts'

/** Who travels where: to the landing, afloat, and on from the other landing. */
export interface PirogueQuestions<S = unknown> {
  before: WayQuestion<S>
  boat: WayQuestion<S>
  after: WayQuestion<S>
}

/** By road to a landing, on by pirogue, and by road again; null where there is no such way. */
export function findPirogueWay(
  { before, boat, after }: PirogueQuestions,
  [start, end]: readonly [PlacedStop, PlacedStop],
): FoundPirogueWay | null {
  const { network } = before
  const from = snapStop(network, start, before.options)
  const to = snapStop(network, end, after.options)
  if (!from || !to) return null
  const { byBoat } = findMultimodal(network.graph, from, to, {
    before: before.options,
    boat: { ...boat.options, conditions: withoutWait(network.graph, boat.options.conditions) },
    after: after.options,
    waitSeconds: (boat.options.conditions.vehicle.ferry?.waitMinutes ?? 0) * 60,
  })
  if (!byBoat) return null
  const { seconds, lengthMetres, waitSeconds, stages } = byBoat
  return {
    seconds,
    lengthMetres,
    waitSeconds,
    stages: stages.map((stage, index) => tellStage([before, boat, after][index]!, stage)),
  }
}

function tellStage(
  { network, options }: WayQuestion,
  { vehicleId, route }: MultimodalStage,
): FoundPirogueWay['stages'][number] {
  const position = route.pieces[0]?.coordinates[0] ?? route.from.snappedPosition
  return {
    vehicle: vehicleId,
    lengthMetres: route.lengthMetres,
    seconds: route.seconds,
    litres: measureFuel(network.graph, route.passages, options.conditions.vehicle).litres,
    position: roundPosition(position),
    near: findNearSettlement(network, position),
    pieces: drawAll([route]),
  }
}
