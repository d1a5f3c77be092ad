import type { MapState } from '@borne/api/contracts/briefings'
import type { ReactNode } from 'react'
import { GAP_COLOURS } from '../../../map/border-draws.ts'
import { useMapTheme } from '../../../map/theme.ts'
import { ClosureSign } from '../../../ui/closure-sign.tsx'
import { dayColour } from '../../../ui/day-colours.ts'
import { type Formats, useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { LineKey } from '../../../ui/line-key.tsx'
import { sequentialColours } from '../../../ui/sequential-scale.ts'
import { MARK_STATUSES, StatusMark, statusMessages } from '../../../ui/status-mark.tsx'
import { showMessages } from './show-messages.ts'
import styles from './slide-legend.module.css'

interface LegendEntry {
  readonly key: string
  readonly sample: ReactNode
  readonly words: string
}

/** What the marks and lines of a map mean: only what is on it. */
export function SlideLegend({ state, compared }: { state: MapState; compared?: MapState | undefined }) {
  const m = useMessages(showMessages)
  const states = compared ? [state, compared] : [state]
  const entries = [
    ...usePostEntries(states),
    ...useBorderEntries(state),
    ...useWayEntries(state),
    ...usePlaqueEntries(state),
  ]
  if (entries.length === 0) return null
  return (
    <ul className={styles.legend} aria-label={m.legend} data-long={entries.length > 8 || undefined}>
      {entries.map(({ key, sample, words }) => (
        <li key={key}>
          <span className={styles.sample}>{sample}</span>
          {words}
        </li>
      ))}
    </ul>
  )
}

function usePostEntries(states: readonly MapState[]): LegendEntry[] {
  const m = useMessages(showMessages)
  const words = useMessages(statusMessages)
  const formats = useFormats()
  const posts = states.flatMap((state) => state.posts)
  const widest = Math.max(0, ...posts.map(({ precisionMetres }) => precisionMetres))
  const circle = (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <circle
        cx="10"
        cy="10"
        r="8.5"
        fill="none"
        stroke="var(--muted)"
        strokeWidth="1.2"
        strokeDasharray="3 2"
      />
    </svg>
  )
  return [
    ...MARK_STATUSES.filter((status) => posts.some((post) => post.status === status)).map((status) => ({
      key: status,
      sample: <StatusMark status={status} progressPercent={status === 'under-works' ? 60 : null} size={18} />,
      words: words[status],
    })),
    ...(widest > 0
      ? [{ key: 'precision', sample: circle, words: m.precision(precisionWords(widest, formats)) }]
      : []),
  ]
}

function precisionWords(metres: number, { number }: Formats): string {
  return metres < 1000 ? `${number(metres)}\u202fm` : `${number(metres / 1000, 1)}\u202fkm`
}

function useBorderEntries({ border, bands, gaps }: MapState): LegendEntry[] {
  const m = useMessages(showMessages)
  const theme = useMapTheme()
  const { duration } = useFormats()
  const entries: LegendEntry[] = []
  if (border.length > 0 && bands === null)
    entries.push({
      key: 'border',
      sample: <LineKey colour={theme === 'day' ? '#4b3a55' : '#c3aed1'} dashes={null} />,
      words: m.border,
    })
  if (border.length > 0 && bands !== null) {
    const colours = sequentialColours(bands.length, theme)
    bands.forEach((minutes, index) => {
      if (!border.some(({ band }) => band === index)) return
      const words = m.withinMinutes(duration(minutes * 60))
      entries.push({
        key: `band ${index}`,
        sample: <LineKey colour={colours[index]!} dashes={null} />,
        words,
      })
    })
  }
  if (gaps.length > 0)
    entries.push({ key: 'gap', sample: <GapKey colour={GAP_COLOURS[theme]} />, words: m.gap })
  return entries
}

/** As the map draws it: open between two edges. */
function GapKey({ colour }: { colour: string }) {
  return (
    <svg viewBox="0 0 32 10" width="28" height="9" aria-hidden="true">
      <path d="M0 5h32" stroke={colour} strokeWidth="9" />
      <path d="M0 5h32" stroke="var(--surface)" strokeWidth="4.5" />
    </svg>
  )
}

function useWayEntries({ closures, mission }: MapState): LegendEntry[] {
  const m = useMessages(showMessages)
  const theme = useMapTheme()
  const { day } = useFormats()
  const kinds = (['cut', 'four-by-four', 'slow'] as const).filter((kind) =>
    closures.some((closure) => closure.kind === kind),
  )
  const days = mission?.days ?? []
  return [
    ...kinds.map((kind) => ({
      key: kind,
      sample: <ClosureSign effect={kind === 'four-by-four' ? 'four-wheel-drive' : kind} size={18} />,
      words: m.closures[kind],
    })),
    ...days.map(({ on }, index) => ({
      key: on,
      sample: <LineKey colour={dayColour(index, theme)} dashes={null} />,
      words: m.day(index + 1, day(on)),
    })),
  ]
}

const PLAQUE_LOOKS = {
  seen: ['operational', 'm6.5 10 2.4 2.4 4.6-4.9'],
  missing: ['suspended', 'm7 7 6 6M13 7l-6 6'],
  damaged: ['under-works', 'M10 6v4.5M10 13v1'],
  wrong: ['under-works', 'M6.5 8h7M6.5 12h7'],
  unknown: ['planned', 'M7.5 10h5'],
} as const

function usePlaqueEntries({ plaques }: MapState): LegendEntry[] {
  const m = useMessages(showMessages)
  const states = (['seen', 'missing', 'damaged', 'wrong', 'unknown'] as const).filter((state) =>
    plaques.some((plaque) => plaque.state === state),
  )
  return states.map((state) => {
    const [colour, sign] = PLAQUE_LOOKS[state]
    return {
      key: `plaque ${state}`,
      sample: (
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <rect x="3" y="3" width="14" height="14" rx="1.5" fill={`var(--${colour})`} />
          <path d={sign} fill="none" stroke="var(--surface)" strokeWidth="2" strokeLinecap="round" />
        </svg>
      ),
      words: m.plaques[state],
    }
  })
}
