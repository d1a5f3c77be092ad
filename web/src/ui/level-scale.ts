import type { WorseLevel } from './road-words.ts'
import type { Theme } from './theme.ts'

export type RoadChange = 'closes' | 'worse' | 'better' | 'opens'

/** Vermilion is the alarm, and only what is cut is one. The others keep away from the browns of roads and the blues of water. */
export const LEVEL_COLOURS: Record<Theme, Record<WorseLevel, string>> = {
  day: { cut: '#d55e00', 'four-wheel-drive': '#6f3a96', slow: '#b8860b' },
  night: { cut: '#ff8a3d', 'four-wheel-drive': '#c79cf0', slow: '#e8c34a' },
}

/** Dashes in widths of the line, so that the levels are told apart without their colours. */
export const LEVEL_DASHES: Record<WorseLevel, readonly [number, number] | null> = {
  cut: [1, 0.7],
  'four-wheel-drive': [3, 1.2],
  slow: null,
}

export const CHANGE_COLOURS: Record<Theme, Record<RoadChange, string>> = {
  day: { closes: '#d55e00', worse: '#6f3a96', better: '#3a8fb7', opens: '#007a5a' },
  night: { closes: '#ff8a3d', worse: '#c79cf0', better: '#7cc7e8', opens: '#43d6a4' },
}

export const CHANGE_DASHES: Record<RoadChange, readonly [number, number] | null> = {
  closes: [1, 0.7],
  worse: [3, 1.2],
  better: [3, 1.2],
  opens: null,
}

/** Worst first: what closes is drawn last, on top. */
export const ROAD_CHANGES = ['closes', 'worse', 'better', 'opens'] as const satisfies readonly RoadChange[]
