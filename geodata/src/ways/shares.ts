import { type FuelByGround, noFuel } from '../road-network/measure-fuel.ts'
import type { RoadGrade, RouteShare, Surface } from '../road-network/types.ts'

const NOTHING: RouteShare = { lengthMetres: 0, seconds: 0 }

export const NO_GRADES: Record<RoadGrade, RouteShare> = {
  mapped: NOTHING,
  documented: NOTHING,
  presumed: NOTHING,
}
export const NO_SURFACES: Record<Surface, RouteShare> = { road: NOTHING, track: NOTHING, ferry: NOTHING }
export const NO_GROUNDS: FuelByGround = noFuel(null)
