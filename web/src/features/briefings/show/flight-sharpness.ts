/** Slower than this, a flight jerks: a little less than 1/30 s. */
const SLOW_MS = 31
const FRAMES_TO_JUDGE = 4
const STEP = 0.75
const LEAST = 0.45

/** How sharp the map is drawn while it flies, 0–1: as sharp as the machine can keep up with. */
export interface FlightSharpness {
  readonly share: number
  readonly frames: readonly number[]
}

export const FULL_SHARPNESS: FlightSharpness = { share: 1, frames: [] }

/** After another frame, drawn at `now` (milliseconds): fewer pixels when the last ones came too slowly. */
export function judgeFrame({ share, frames }: FlightSharpness, now: number): FlightSharpness {
  const all = [...frames, now]
  if (all.length <= FRAMES_TO_JUDGE) return { share, frames: all }
  const mean = (now - all[0]!) / FRAMES_TO_JUDGE
  return { share: mean > SLOW_MS ? Math.max(LEAST, share * STEP) : share, frames: [now] }
}
