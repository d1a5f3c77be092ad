import type { Coverage } from '@borne/api/contracts/coverage'
import type { CoverageDifference } from '@borne/geodata/coverage/coverage-types'
import { bboxOf } from '@borne/geodata/geometry/bbox'
import { useMemo } from 'react'
import { useMapCamera } from '../../../map/camera.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { useTheme } from '../../../ui/theme.ts'
import { useSegmentName } from '../segment-name.ts'
import styles from './comparison.module.css'
import { comparisonMessages } from './comparison-messages.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { DIFFERENCE_COLOURS } from './difference-layers.ts'
import { differenceOf } from './difference-of.ts'
import { useSignedDistance } from './use-signed.ts'

/** As many stretches and names are told before the rest is counted. */
const TOLD = 6

interface ComparisonResultProps {
  before: Coverage
  after: Coverage
  /** What the two are called: «A», «B». */
  names: readonly [string, string]
}

/** The length in reach of two measures, and how far they are apart. */
export function ComparisonHeadline({ before, after }: Pick<ComparisonResultProps, 'before' | 'after'>) {
  const m = useMessages(comparisonMessages)
  const { distance } = useFormats()
  const signed = useSignedDistance()
  const change = after.reachedBorderMetres - before.reachedBorderMetres
  return (
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
    </div>
  )
}

/** What two measures of the border have and have not in common. */
export function ComparisonResult({ before, after, names }: ComparisonResultProps) {
  const m = useMessages(comparisonMessages)
  const difference = useMemo(() => differenceOf(before, after), [before, after])
  if (!difference) return <EmptyState title={m.otherBorder} />
  const isSame = difference.gained.length + difference.lost.length === 0
  return (
    <>
      <div className={styles.key}>{isSame ? <p>{m.same}</p> : <DifferenceLegend />}</div>
      <PanelSection title={m.figures}>
        <ComparisonTable before={before} after={after} names={names} />
      </PanelSection>
      <Stretches coverage={after} difference={difference} kind="gained" />
      <Stretches coverage={after} difference={difference} kind="lost" />
      <PlacesChanged difference={difference} />
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
  coverage: Coverage
  difference: CoverageDifference
  kind: 'gained' | 'lost'
}

/** The stretches that are gained or lost, the longest first; each leads to its place on the map. */
function Stretches({ coverage, difference, kind }: StretchesProps) {
  const m = useMessages(comparisonMessages)
  const { distance, number } = useFormats()
  const nameOf = useSegmentName()
  const camera = useMapCamera()
  const found = difference[kind].toSorted((a, b) => b.lengthMetres - a.lengthMetres)
  if (found.length === 0) return null
  const km = (metres: number) => number(metres / 1000, 1)
  return (
    <PanelSection title={m[kind](distance(difference[`${kind}Metres`]), found.length)}>
      <ul className={styles.stretches}>
        {found.slice(0, TOLD).map(({ segmentId, fromMetres, toMetres, lengthMetres, coordinates }) => {
          const segment = coverage.segments.find((one) => one.segmentId === segmentId)
          return (
            <li key={`${segmentId} ${fromMetres}`}>
              <button type="button" onClick={() => camera.show({ bbox: [...bboxOf(coordinates)] })}>
                <span>{m.stretch(segment ? nameOf(segment) : '', km(fromMetres), km(toMetres))}</span>
                <span className="number">{distance(lengthMetres)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </PanelSection>
  )
}

/** Settlements and crossings that only one of the two reaches. */
function PlacesChanged({ difference }: { difference: CoverageDifference }) {
  const m = useMessages(comparisonMessages)
  const { list } = useFormats()
  const tell = (places: readonly { name: string }[]) => {
    const names = places.map(({ name }) => name)
    const rest = names.length - TOLD
    return rest > 0 ? m.more(names.slice(0, TOLD).join(', '), rest) : list(names)
  }
  const lines = (['settlementsGained', 'settlementsLost', 'crossingsGained', 'crossingsLost'] as const)
    .filter((key) => difference[key].length > 0)
    .map((key) => m[key](tell(difference[key])))
  if (lines.length === 0) return null
  return (
    <ul className={styles.places}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
