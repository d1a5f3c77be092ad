import type { Theme } from './theme.ts'

/** Told apart by most eyes; vermilion stays the alarm's. Days beyond come round again, with their number. */
const COLOURS: Record<Theme, readonly string[]> = {
  day: ['#0072b2', '#b3468c', '#00795a', '#8a5a00', '#5b3fa8', '#2f6f8f', '#7a3b3b'],
  night: ['#56b4e9', '#e59ac6', '#2fc295', '#f0b429', '#b9a3f5', '#9fd3e6', '#e3a5a5'],
}

export function dayColour(index: number, theme: Theme): string {
  const colours = COLOURS[theme]
  return colours[index % colours.length]!
}

/** Dashes of each team's lines, in widths of the line, so that two teams on one day are told apart. */
const TEAM_DASHES: readonly (readonly [number, number] | null)[] = [null, [3, 1.4], [1.2, 1.2], [5, 1.4]]

export function teamDashes(index: number): readonly [number, number] | null {
  return TEAM_DASHES[index % TEAM_DASHES.length]!
}
