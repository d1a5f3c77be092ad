import type { RoadGrade, Surface, WayShare } from './contract.ts'

const NOTHING: WayShare = { lengthMetres: 0, seconds: 0 }

export const NO_GRADES: Record<RoadGrade, WayShare> = {
  mapped: NOTHING,
  documented: NOTHING,
  presumed: NOTHING,
}
export const NO_SURFACES: Record<Surface, WayShare> = { road: NOTHING, track: NOTHING, ferry: NOTHING }
