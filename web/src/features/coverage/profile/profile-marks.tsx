import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import { sequentialColours } from '../../../ui/sequential-scale.ts'
import { useTheme } from '../../../ui/theme.ts'
import { usePointedPlace } from './pointed-place.ts'
import styles from './profile.module.css'
import type { Span } from './profile-rows.ts'

/** The colour of the middle curve: that of the class in which a time lies. */
export const GRADIENT_ID = 'coverage-profile-classes'

export interface DrawnSegment {
  readonly segmentId: string
  readonly name: string
  readonly span: Span
}
export interface DrawnSpan {
  readonly span: Span
  /** Place of the class among the classes; null = out of reach. */
  readonly index: number | null
}
export interface DrawnPost {
  readonly postId: string
  readonly name: string
  readonly metres: number
}

const STRIP_PIXELS = 6
const VISIBLE_PIXELS = 3
/** About the width of a letter. */
const LETTER_PIXELS = 6.5

interface ProfileMarksProps {
  segments: readonly DrawnSegment[]
  gaps: readonly Span[]
  strip: readonly DrawnSpan[]
  posts: readonly DrawnPost[]
  visible: readonly Span[]
  bands: readonly number[]
  minutes: number
  /** The asked time in words. */
  asked: string
}

/** Gaps, segments, classes along the foot, posts, and what the map shows. */
export function ProfileMarks(props: ProfileMarksProps) {
  const { segments, gaps, strip, posts, visible, bands, minutes, asked } = props
  const { theme } = useTheme()
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  const plot = usePlotArea()
  if (!xOf || !yOf || !plot) return null
  const bottom = plot.y + plot.height
  const colours = sequentialColours(bands.length, theme)
  const place = ([from, to]: Span) => {
    const [left, right] = [from, to].map((metres) =>
      Math.min(plot.x + plot.width, Math.max(plot.x, xOf(metres) ?? 0)),
    ) as [number, number]
    return { x: left, width: right - left }
  }
  const shown = (span: Span) => place(span).width > 0
  return (
    <g pointerEvents="none">
      {gaps.filter(shown).map((gap) => (
        <g key={gap[0]} className={styles.gap}>
          <rect {...place(gap)} y={plot.y} height={plot.height} />
          <rect {...place(gap)} y={plot.y} height={3} data-edge />
        </g>
      ))}
      {strip
        .filter(({ span }) => shown(span))
        .map(({ span, index }) => (
          <rect
            key={span[0]}
            {...place(span)}
            y={bottom - STRIP_PIXELS}
            height={STRIP_PIXELS}
            fill={index === null ? 'var(--surface)' : colours[index]}
            stroke={index === null ? 'var(--alarm)' : 'none'}
            strokeWidth={1}
          />
        ))}
      {visible.filter(shown).map((span) => (
        <rect key={span[0]} {...place(span)} y={bottom} height={VISIBLE_PIXELS} className={styles.visible} />
      ))}
      {segments
        .filter(({ span }) => shown(span))
        .map(({ segmentId, name, span }) => {
          const { x, width } = place(span)
          const room = Math.floor((width - 8) / LETTER_PIXELS)
          return (
            <g key={segmentId} className={styles.segment}>
              <line x1={x} x2={x} y1={4} y2={bottom} />
              {room > 3 && (
                <text x={x + 5} y={14}>
                  {name.length > room ? `${name.slice(0, room - 1)}…` : name}
                </text>
              )}
            </g>
          )
        })}
      <text
        x={plot.x + plot.width - 4}
        y={(yOf(minutes) ?? 0) - 5}
        textAnchor="end"
        className={styles.thresholdWord}
      >
        {asked}
      </text>
      <Pointed xOf={xOf} left={plot.x} right={plot.x + plot.width} top={plot.y} bottom={bottom} />
      <Posts posts={posts} left={plot.x} right={plot.x + plot.width} bottom={bottom} xOf={xOf} />
    </g>
  )
}

interface PointedProps {
  xOf(value: number): number | undefined
  left: number
  right: number
  top: number
  bottom: number
}

/** The place under the pointer, also when that is on the map. */
function Pointed({ xOf, left, right, top, bottom }: PointedProps) {
  const metres = usePointedPlace()
  const x = metres === null ? undefined : xOf(metres)
  if (x === undefined || x < left || x > right) return null
  return <line x1={x} x2={x} y1={top} y2={bottom} className={styles.pointed} />
}

interface PostsProps {
  posts: readonly DrawnPost[]
  left: number
  right: number
  bottom: number
  xOf(value: number): number | undefined
}

/** Where the posts stand; a name that would cover another one is left out. */
function Posts({ posts, left, right, bottom, xOf }: PostsProps) {
  const placed = posts
    .map((post) => ({ ...post, x: xOf(post.metres) ?? -1 }))
    .filter(({ x }) => x >= left && x <= right)
    .sort((a, b) => a.x - b.x)
  let free = left
  return placed.map(({ postId, name, x }) => {
    const isNamed = x >= free
    if (isNamed) free = x + 12 + name.length * LETTER_PIXELS
    const top = bottom - STRIP_PIXELS
    const isLate = x + 10 + name.length * LETTER_PIXELS > right
    return (
      <g key={postId} className={styles.post}>
        <path d={`M${x} ${top}l-5 -9h10Z`} />
        {isNamed && (
          <text x={isLate ? x - 8 : x + 8} y={top - 2} textAnchor={isLate ? 'end' : 'start'}>
            {name}
          </text>
        )}
      </g>
    )
  })
}

/** The classes of time as bands of one upright gradient. */
export function TimeGradient({ bands, top }: { bands: readonly number[]; top: number }) {
  const { theme } = useTheme()
  const yOf = useYAxisScale()
  const colours = sequentialColours(bands.length, theme)
  const stops = bands.flatMap((band, index) => {
    const from = index === 0 ? 0 : bands[index - 1]!
    return [from, band].map((minutes) => ({ offset: minutes / top, colour: colours[index]! }))
  })
  const last = (bands.at(-1) ?? 0) / top
  return (
    <defs>
      <linearGradient
        id={GRADIENT_ID}
        gradientUnits="userSpaceOnUse"
        x1={0}
        x2={0}
        y1={yOf?.(0) ?? 0}
        y2={yOf?.(top) ?? 1}
      >
        {stops.map(({ offset, colour }, index) => (
          <stop key={index} offset={offset} stopColor={colour} />
        ))}
        <stop offset={last} className={styles.pastStop} />
        <stop offset={1} className={styles.pastStop} />
      </linearGradient>
    </defs>
  )
}
