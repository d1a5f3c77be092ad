import type { Theme } from './theme.ts'

/** Viridis in six steps, without its palest end, which paper swallows. By night the near end is the bright one. */
const VIRIDIS = ['#440154', '#414487', '#2a788e', '#22a884', '#5ec962', '#a5c220'] as const
const VIRIDIS_NIGHT = ['#fde725', '#a0da39', '#4ac16d', '#1fa187', '#2e8f9e', '#5a7fb8'] as const

/**
 * One colour per class, nearest class first: the same on map, legend and chart.
 *
 * @param count Number of classes, 1–6: the colours are spread over the whole scale.
 */
export function sequentialColours(count: number, theme: Theme): string[] {
  const scale = theme === 'night' ? VIRIDIS_NIGHT : VIRIDIS
  const last = scale.length - 1
  return Array.from({ length: count }, (_, index) => {
    const place = count > 1 ? Math.round((index * last) / (count - 1)) : 1
    return scale[Math.min(last, place)] ?? scale[last]!
  })
}
