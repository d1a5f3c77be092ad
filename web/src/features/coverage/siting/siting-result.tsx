import type { SitingAnswer } from '@borne/api/contracts/coverage'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useMapCamera } from '../../../map/camera.ts'
import { type ChartCell, ChartFrame, type ChartTable } from '../../../ui/chart-frame.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { AddToScenario, type AddToScenarioProps } from './add-to-scenario.tsx'
import styles from './siting.module.css'
import { sitingMessages } from './siting-messages.ts'
import { useNoteText } from './use-note-text.ts'
import { useSitingFormats } from './use-siting-formats.ts'

// The library of charts comes with the first one that is drawn.
const SitingCurve = lazy(() => import('./siting-curve.tsx'))

const PLACE_ZOOM = 10
/** As many places on no road are named before the rest is counted. */
const TOLD_LEFT_OUT = 5

interface SitingResultProps extends Omit<AddToScenarioProps, 'places'> {
  answer: SitingAnswer
}

/** The proposed places, how sure it is that they are the best, and what comes next. */
export function SitingResult({ answer, ...rest }: SitingResultProps) {
  const m = useMessages(sitingMessages)
  const { number } = useFormats()
  const tellNote = useNoteText(answer)
  return (
    <>
      <Headline answer={answer} />
      <PanelSection title={m.places}>
        {answer.places.length === 0 ? <p>{m.none}</p> : <Places answer={answer} />}
        <Notes texts={answer.notes.map(tellNote)} />
        {answer.places.length > 0 && <AddToScenario places={answer.places} {...rest} />}
      </PanelSection>
      {answer.runnerUp && (
        <PanelSection title={m.runnerUp}>
          <RunnerUp answer={answer} runnerUp={answer.runnerUp} />
        </PanelSection>
      )}
      {answer.curve.length > 1 && (
        <PanelSection title={m.curve}>
          <Curve answer={answer} />
        </PanelSection>
      )}
      <LeftOut answer={answer} />
      <p className={styles.method}>
        {m.method(number(answer.candidateCount), number(answer.demandCount))}{' '}
        {answer.demand === 'border' && `${m.inPieces} `}
        {m.computed(number(answer.computeMilliseconds / 1000, 1))}
      </p>
    </>
  )
}

function Headline({ answer }: { answer: SitingAnswer }) {
  const m = useMessages(sitingMessages)
  const formats = useSitingFormats(answer)
  const { before, value, unit, model } = answer
  const told = model === 'covering' ? m.reached[unit] : model === 'median' ? m.mean : m.longest
  return (
    <div className={styles.headline}>
      <p className={styles.figure}>
        <strong>{m.headline(formats.objective(before.objective), formats.objective(value.objective))}</strong>{' '}
        <span className={styles.muted}>{told}</span>
      </p>
      <Proof answer={answer} />
    </div>
  )
}

function Proof({ answer: { isOptimal, gap } }: { answer: SitingAnswer }) {
  const m = useMessages(sitingMessages)
  const { percent } = useFormats()
  if (isOptimal)
    return (
      <p className={styles.proof} data-proven>
        <IconCircleCheck size={18} aria-hidden="true" />
        <strong>{m.optimal}</strong> <span className={styles.muted}>{m.optimalHint}</span>
      </p>
    )
  return (
    <p className={styles.proof}>
      <IconCircleDashed size={18} aria-hidden="true" />
      <strong>{gap === null ? m.unproven : m.gap(percent(gap, 1))}</strong>{' '}
      <span className={styles.muted}>{gap === null ? m.unprovenHint : m.gapHint}</span>
    </p>
  )
}

function Places({ answer }: { answer: SitingAnswer }) {
  const m = useMessages(sitingMessages)
  const { number } = useFormats()
  const formats = useSitingFormats(answer)
  const camera = useMapCamera()
  const hasCosts = answer.places.some(({ cost }) => cost !== 1)
  return (
    <ol className={styles.places}>
      {answer.places.map(({ id, name, kind, cost, gain, position }, index) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => camera.show({ center: [position[0], position[1]], zoom: PLACE_ZOOM })}
          >
            <span className={styles.rank} aria-hidden="true">
              {index + 1}
            </span>
            <span className={styles.place}>
              {name}
              <span className={styles.hint}>
                {m.kinds[kind]}
                {hasCosts && ` · ${m.cost(number(cost))}`}
              </span>
            </span>
            <span className="number">
              {gain === null ? '—' : (formats.isTime ? m.saved : m.gain)(formats.objective(gain))}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function Notes({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <ul className={styles.notes}>
      {texts.map((text) => (
        <li key={text}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  )
}

interface RunnerUpProps {
  answer: SitingAnswer
  runnerUp: NonNullable<SitingAnswer['runnerUp']>
}

function RunnerUp({ answer, runnerUp }: RunnerUpProps) {
  const m = useMessages(sitingMessages)
  const { list, percent } = useFormats()
  const formats = useSitingFormats(answer)
  const { places, behind, behindShare, isOptimal } = runnerUp
  const names = list(places.map(({ name }) => name))
  const tell = formats.isTime ? m.runnerUpSlower : m.runnerUpTold
  return (
    <>
      <p>
        {behind === 0 || behind === null
          ? m.runnerUpEqual(names)
          : tell(names, formats.objective(behind), percent(behindShare, 1))}
      </p>
      {!isOptimal && <p className={styles.hint}>{m.runnerUpUnproven}</p>}
    </>
  )
}

function Curve({ answer }: { answer: SitingAnswer }) {
  const m = useMessages(sitingMessages)
  const formats = useSitingFormats(answer)
  const { percent } = useFormats()
  const proofOf = ({ isOptimal, objective, bound }: SitingAnswer['curve'][number]) => {
    if (isOptimal) return m.optimal
    if (objective === null || bound === null || objective === 0) return m.unproven
    return m.gap(percent(Math.abs(bound - objective) / Math.max(objective, bound), 1))
  }
  const table: ChartTable = {
    columns: [
      { label: m.curveColumns.count, isNumber: true },
      {
        label: formats.isTime ? m.curveColumns.time : m.curveColumns.value,
        isNumber: true,
        format: (value: ChartCell) => formats.objective(value === null ? null : Number(value)),
      },
      { label: m.curveColumns.proof },
    ],
    rows: answer.curve.map((point) => [point.count, point.objective, proofOf(point)]),
  }
  return (
    <ChartFrame title={m.curve} table={table}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <SitingCurve answer={answer} />
      </Suspense>
    </ChartFrame>
  )
}

function LeftOut({ answer: { leftOut } }: { answer: SitingAnswer }) {
  const m = useMessages(sitingMessages)
  const { list } = useFormats()
  if (leftOut.length === 0) return null
  const names = leftOut.slice(0, TOLD_LEFT_OUT).map(({ name }) => name)
  const rest = leftOut.length - names.length
  return (
    <p className={styles.method}>
      {m.leftOut(leftOut.length, rest > 0 ? m.more(names.join(', '), rest) : list(names))}
    </p>
  )
}
