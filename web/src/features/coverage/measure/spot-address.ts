import type { BorderSpot } from '../border-course.ts'

/** A place of the border as the address holds it: `mrt-sen-04~12500`. */
export function writeSpot(spot: BorderSpot | null): string | undefined {
  return spot ? `${spot.segmentId}~${Math.round(spot.metres)}` : undefined
}

export function readSpot(text: string | undefined): BorderSpot | null {
  const [segmentId, metres] = text?.split('~') ?? []
  return segmentId && metres ? { segmentId, metres: Number(metres) } : null
}
