import type { RecordedEvent } from '@borne/api/contracts/works'
import { eventsInForce } from '@borne/geodata/works/events-in-force'
import { CHAIN_STEPS } from '@borne/geodata/works/state'
import { useMemo } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import styles from './chronicle.module.css'
import { ChronicleLine } from './chronicle-line.tsx'
import { chronicleMessages } from './chronicle-messages.ts'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import { TimeTravel } from './time-travel.tsx'

const DAY_MS = 86_400_000

/** The chain of the contract and everything that was recorded; what was corrected or withdrawn stays readable. */
export function ChronicleTab({ view }: { view: ContractView }) {
  const m = useMessages(chronicleMessages)
  const { entries, inForce, withdrawn } = useMemo(() => readChronicle(view), [view])
  return (
    <>
      <div className={styles.travel}>
        <TimeTravel view={view} />
      </div>
      <div className={styles.sides}>
        <PanelSection title={m.chain}>
          <Chain view={view} />
        </PanelSection>
        <PanelSection title={m.events}>
          <ol className={styles.events}>
            {entries.map((event) => (
              <ChronicleLine
                key={event.id}
                event={event}
                counts={inForce.has(event.id)}
                isWithdrawn={withdrawn.has(event.id)}
                view={view}
              />
            ))}
          </ol>
        </PanelSection>
      </div>
    </>
  )
}

/** What was known then and had happened by the day, the latest first. */
function readChronicle({ events, knownAt, on }: ContractView) {
  const known = events.filter(
    ({ recordedAt, happenedOn }) => Date.parse(recordedAt) <= Date.parse(knownAt) && happenedOn <= on,
  )
  const inForce = new Set(eventsInForce(known, knownAt).map(({ event }) => event.id))
  const withdrawn = new Set(
    known.flatMap(({ kind, about }) => (kind === 'withdrawal' && about !== null ? [about] : [])),
  )
  const entries: RecordedEvent[] = [...known].sort(
    (a, b) => b.happenedOn.localeCompare(a.happenedOn) || b.ordinal - a.ordinal,
  )
  return { entries, inForce, withdrawn }
}

function Chain({ view: { state, clock } }: { view: ContractView }) {
  const m = useMessages(chronicleMessages)
  const words = useMessages(eventWords)
  const { day, number } = useFormats()
  const steps = CHAIN_STEPS.filter((step) => step !== 'termination' || state.chain.termination !== null)
  return (
    <ol className={styles.chain}>
      {steps.map((step) => (
        <li key={step} data-done={state.chain[step] !== null || undefined}>
          <span>{words.kinds[step]}</span>
          <span className={styles.when}>{state.chain[step] ? day(state.chain[step]) : m.notYet}</span>
          {step === 'start-order' && state.suspensions.length > 0 && (
            <ul className={styles.stops}>
              {state.suspensions.map(({ id, from, to, cause }) => (
                <li key={id}>
                  {day(from)} · {words.causes[cause]} ·{' '}
                  {to === null
                    ? m.suspendedStill
                    : m.suspended(m.days(number(Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS))))}
                </li>
              ))}
            </ul>
          )}
          {step === 'provisional-acceptance' && clock.guaranteeEnd && (
            <span className={styles.until}>→ {day(clock.guaranteeEnd)}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
