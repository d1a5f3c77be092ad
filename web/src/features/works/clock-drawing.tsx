import type { ClockPhase, ContractClock } from '@borne/geodata/works/results'
import type { Day } from '@borne/geodata/works/types'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts } from '../../ui/panel.tsx'
import styles from './clock-drawing.module.css'
import { summaryMessages } from './summary-messages.ts'

const DAY_MS = 86_400_000

/** The time of a contract, drawn: what has run, what stood still, what is left or late, and the days between them. */
export function ClockDrawing({ clock }: { clock: ContractClock }) {
  const m = useMessages(summaryMessages)
  const { day, number } = useFormats()
  const span = spanOf(clock)
  if (!span) return <p className={styles.none}>{m.clockNone}</p>
  const count = (days: number) => m.days(days, number(days))
  const shown = [...new Set(clock.phases.map(({ kind }) => kind))]
  return (
    <div className={styles.clock}>
      <div className={styles.strip} dir="ltr">
        {clock.phases.map((phase) => (
          <PhaseBar key={phase.from} phase={phase} span={span} />
        ))}
        {isWithin(clock.on, span) && (
          <span
            className={styles.today}
            style={{ left: `${at(clock.on, span)}%` }}
            data-side={sideOf(clock.on, span)}
          >
            <span>{m.today}</span>
          </span>
        )}
      </div>
      <ul className={styles.key}>
        {shown.map((kind) => (
          <li key={kind}>
            <span className={styles.sample} data-kind={kind} aria-hidden="true" />
            {m.phases[kind]}
          </li>
        ))}
      </ul>
      <Facts>
        <Fact label={m.start}>{day(clock.startedOn)}</Fact>
        <Fact label={m.duration}>{count(clock.durationDays)}</Fact>
        {clock.startedOn && <Fact label={m.elapsed}>{count(clock.elapsedDays)}</Fact>}
        {clock.suspendedDays > 0 && <Fact label={m.suspended}>{count(clock.suspendedDays)}</Fact>}
        {clock.signedEnd !== clock.plannedEnd && <Fact label={m.signedEnd}>{day(clock.signedEnd)}</Fact>}
        <Fact label={m.plannedEnd}>{day(clock.plannedEnd)}</Fact>
        {clock.guaranteeEnd && <Fact label={m.guaranteeEnd}>{day(clock.guaranteeEnd)}</Fact>}
      </Facts>
    </div>
  )
}

function PhaseBar({ phase, span }: { phase: ClockPhase; span: Span }) {
  const m = useMessages(summaryMessages)
  const { day, number } = useFormats()
  const days = Math.round((Date.parse(phase.to) - Date.parse(phase.from)) / DAY_MS)
  const told = `${m.phases[phase.kind]} : ${day(phase.from)} – ${day(phase.to)}, ${m.days(days, number(days))}`
  return (
    <span
      role="img"
      aria-label={told}
      title={told}
      className={styles.phase}
      data-kind={phase.kind}
      style={{ left: `${at(phase.from, span)}%`, width: `${at(phase.to, span) - at(phase.from, span)}%` }}
    />
  )
}

interface Span {
  readonly from: number
  readonly to: number
}

function spanOf({ phases }: ContractClock): Span | null {
  const [first] = phases
  const last = phases.at(-1)
  if (!first || !last) return null
  return { from: Date.parse(first.from), to: Math.max(Date.parse(last.to), Date.parse(first.from) + DAY_MS) }
}

function at(day: Day, { from, to }: Span): number {
  return (100 * (Date.parse(day) - from)) / (to - from)
}

function isWithin(day: Day, { from, to }: Span): boolean {
  return Date.parse(day) >= from && Date.parse(day) <= to
}

/** Near the end, the word stands before its line. */
function sideOf(day: Day, span: Span): 'before' | 'after' {
  return at(day, span) > 70 ? 'before' : 'after'
}
