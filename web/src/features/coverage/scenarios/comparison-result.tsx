import type { Coverage } from '@borne/api/contracts/coverage'
import { useMemo } from 'react'
import { useMapCamera } from '../../../map/camera.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { useTheme } from '../../../ui/theme.ts'
import { borderCourse, boundsOfSpan } from '../border-course.ts'
import { useSegmentName } from '../segment-name.ts'
import styles from './comparison.module.css'
import { comparisonMessages } from './comparison-messages.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { DIFFERENCE_COLOURS } from './difference-layers.ts'
import { type DifferenceRun, differenceRuns, longestRuns } from './difference-runs.ts'
import { useSignedDistance } from './use-signed.ts'

/** As many stretches and names are told before the rest is counted. */
const TOLD = 6

interface ComparisonResultProps {
  before: Coverage
  after: Coverage
  /** What the two are called: «A», «B». */
  names: readonly [string, string]
}

/** What two measures of the border have and have not in common. */
export function ComparisonResult({ before, after, names }: ComparisonResultProps) {
  const m = useMessages(comparisonMessages)
  const { distance } = useFormats()
  const signed = useSignedDistance()
  const runs = useMemo(() => differenceRuns(before, after), [before, after])
  const change = after.reachedBorderMetres - before.reachedBorderMetres
  const isSame = runs.every(({ kind }) => kind === 'kept' || kind === 'out')
  return (
    <>
      <div className={styles.headline}>
        <p className={styles.figure}>
          <strong>
            {m.headline(distance(before.reachedBorderMetres), distance(after.reachedBorderMetres))}
          </strong>{' '}
          <span data-loss={change < 0 || undefined} className={styles.signed}>
            {signed(change)}
          </span>
        </p>
        <p className={styles.muted}>{m.ofBorder(distance(after.borderMetres))}</p>
        {isSame ? <p>{m.same}</p> : <DifferenceLegend />}
      </div>
      <PanelSection title={m.figures}>
        <ComparisonTable before={before} after={after} names={names} />
      </PanelSection>
      <Stretches after={after} runs={runs} kind="gained" />
      <Stretches after={after} runs={runs} kind="lost" />
      <PlacesChanged before={before} after={after} />
      <p className={styles.note}>{m.version(after.geometryVersion)}</p>
    </>
  )
}

function DifferenceLegend() {
  const m = useMessages(comparisonMessages)
  const { theme } = useTheme()
  const colours = DIFFERENCE_COLOURS[theme]
  return (
    <ul className={styles.legend}>
      {(['gained', 'lost', 'kept', 'out'] as const).map((kind) => (
        <li key={kind}>
          <svg width="28" height="12" aria-hidden="true">
            {kind === 'gained' && <path d="M1 6h26" stroke={colours.gained} strokeWidth="9" />}
            {kind === 'lost' && (
              <>
                <path d="M1 6h26" stroke={colours.lost} strokeWidth="9" />
                <path d="M1 6h26" stroke={colours.ground} strokeWidth="4.5" />
              </>
            )}
            {kind === 'kept' && <path d="M1 6h26" stroke={colours.kept} strokeWidth="3.5" />}
            {kind === 'out' && (
              <path d="M1 6h26" stroke={colours.out} strokeWidth="1.8" strokeDasharray="5 3" />
            )}
          </svg>
          {m.legend[kind]}
        </li>
      ))}
    </ul>
  )
}

interface StretchesProps {
  after: Coverage
  runs: readonly DifferenceRun[]
  kind: 'gained' | 'lost'
}

/** The stretches that are gained or lost, the longest first; each leads to its place on the map. */
function Stretches({ after, runs, kind }: StretchesProps) {
  const m = useMessages(comparisonMessages)
  const { distance, number } = useFormats()
  const nameOf = useSegmentName()
  const camera = useMapCamera()
  const found = longestRuns(runs, kind)
  if (found.length === 0) return null
  const whole = found.reduce((sum, { fromMetres, toMetres }) => sum + toMetres - fromMetres, 0)
  const show = ({ segmentId, fromMetres, toMetres }: DifferenceRun) => {
    const course = borderCourse(after as unknown as Parameters<typeof borderCourse>[0])
    const segment = course.find((one) => one.segmentId === segmentId)
    if (!segment) return
    const bbox = boundsOfSpan(course, [segment.startMetres + fromMetres, segment.startMetres + toMetres])
    camera.show({ bbox: [...bbox] })
  }
  return (
    <PanelSection title={m[kind](distance(whole), found.length)}>
      <ul className={styles.stretches}>
        {found.slice(0, TOLD).map((run) => {
          const segment = after.segments.find(({ segmentId }) => segmentId === run.segmentId)
          const km = (metres: number) => number(metres / 1000, 1)
          return (
            <li key={`${run.segmentId} ${run.fromMetres}`}>
              <button type="button" onClick={() => show(run)}>
                <span>{m.stretch(segment ? nameOf(segment) : '', km(run.fromMetres), km(run.toMetres))}</span>
                <span className="number">{distance(run.toMetres - run.fromMetres)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </PanelSection>
  )
}

/** Settlements and crossings that only one of the two reaches. */
function PlacesChanged({ before, after }: Pick<ComparisonResultProps, 'before' | 'after'>) {
  const m = useMessages(comparisonMessages)
  const { list } = useFormats()
  const only = (one: Coverage, other: Coverage) => ({
    settlements: one.settlements.filter(({ id }) => !other.settlements.some((place) => place.id === id)),
    crossings: one.crossings.filter(
      ({ id, isWatched }) =>
        isWatched && !other.crossings.some((crossing) => crossing.id === id && crossing.isWatched),
    ),
  })
  const [gained, lost] = [only(after, before), only(before, after)]
  const tell = (places: readonly { name: string }[]) => {
    const names = places.map(({ name }) => name)
    const rest = names.length - TOLD
    return rest > 0 ? m.more(names.slice(0, TOLD).join(', '), rest) : list(names)
  }
  const lines = [
    ...(gained.settlements.length > 0 ? [m.settlementsGained(tell(gained.settlements))] : []),
    ...(lost.settlements.length > 0 ? [m.settlementsLost(tell(lost.settlements))] : []),
    ...(gained.crossings.length > 0 ? [m.crossingsGained(tell(gained.crossings))] : []),
    ...(lost.crossings.length > 0 ? [m.crossingsLost(tell(lost.crossings))] : []),
  ]
  if (lines.length === 0) return null
  return (
    <ul className={styles.places}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
