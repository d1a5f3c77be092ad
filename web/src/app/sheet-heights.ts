/** The three heights of the sheet on a phone: a strip, half of the stage, all of it. */
export const SHEET_STOPS = ['peek', 'half', 'full'] as const
export type SheetStop = (typeof SHEET_STOPS)[number]

export const PEEK_PIXELS = 132
/** Pixels per millisecond from which a flick goes to the next height whatever the distance. */
const FLICK_SPEED = 0.5

export function stopHeight(stop: SheetStop, stageHeight: number): number {
  if (stop === 'full') return stageHeight
  return stop === 'half' ? Math.round(stageHeight / 2) : Math.min(PEEK_PIXELS, Math.round(stageHeight / 2))
}

export function stopAbove(stop: SheetStop): SheetStop {
  return SHEET_STOPS[Math.min(SHEET_STOPS.indexOf(stop) + 1, SHEET_STOPS.length - 1)]!
}

export function stopBelow(stop: SheetStop): SheetStop {
  return SHEET_STOPS[Math.max(SHEET_STOPS.indexOf(stop) - 1, 0)]!
}

/**
 * Where a sheet that is let go comes to rest.
 *
 * @param height Height in pixels at which it was let go.
 * @param speed Pixels per millisecond, positive while it grows.
 */
export function settleSheet(height: number, speed: number, stageHeight: number): SheetStop {
  const heights = SHEET_STOPS.map((stop) => ({ stop, height: stopHeight(stop, stageHeight) }))
  if (speed > FLICK_SPEED) return heights.find((at) => at.height > height)?.stop ?? 'full'
  if (speed < -FLICK_SPEED) return heights.findLast((at) => at.height < height)?.stop ?? 'peek'
  return heights.reduce((best, at) =>
    Math.abs(at.height - height) < Math.abs(best.height - height) ? at : best,
  ).stop
}
