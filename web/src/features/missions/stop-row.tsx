import type { BrokenMissionRule, MissionQuestion, TimedVisit } from '@borne/geodata/itinerary/mission-types'
import { IconAlertTriangle, IconEye, IconX } from '@tabler/icons-react'
import type { ComponentProps, KeyboardEvent } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './board.module.css'
import { clockTime } from './clock.ts'
import { planMessages } from './plan-messages.ts'
import { ruleMessages } from './rule-messages.ts'
import { brokenText, visitName } from './rule-words.ts'

interface StopRowProps {
  question: MissionQuestion
  visit: TimedVisit
  label: string
  broken: readonly BrokenMissionRule[]
  isFixed: boolean
  isDragged: boolean
  mark: 'before' | 'after' | undefined
  handleProps: ComponentProps<'button'>
  onKey(event: KeyboardEvent): void
  onDrop(): void
}

/** A stop with its times; its number is the handle. */
export function StopRow({
  question,
  visit,
  label,
  broken,
  isFixed,
  isDragged,
  mark,
  handleProps,
  onKey,
  onDrop,
}: StopRowProps) {
  const m = useMessages(planMessages)
  const formats = useFormats()
  const name = visitName(question, visit.visitId)
  const { waitSeconds, marginSeconds } = visit
  const notes = [
    waitSeconds >= 60 && m.waits(formats.duration(waitSeconds)),
    marginSeconds !== null && (marginSeconds < 60 ? m.noMargin : m.margin(formats.duration(marginSeconds))),
  ].filter(Boolean)
  return (
    <li
      className={styles.stop}
      data-stop={visit.visitId}
      data-dragged={isDragged || undefined}
      data-drop={mark}
    >
      <button
        type="button"
        className={styles.grip}
        aria-label={`${m.moveHandle(name)}, ${label}`}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight"
        title={m.moveHint}
        data-handle={visit.visitId}
        disabled={isFixed}
        onKeyDown={onKey}
        {...handleProps}
      >
        {label}
      </button>
      <div>
        <div className={styles.stopName}>{name}</div>
        <div className={styles.times}>
          {m.visitFromTo(clockTime(visit.beginsAt), clockTime(visit.endsAt))}
          {notes.length > 0 && <span className={styles.late}> · {notes.join(' · ')}</span>}
        </div>
      </div>
      {!isFixed && (
        <IconButton
          label={m.dropIt(name)}
          tip="before"
          className={styles.drop ?? ''}
          icon={<IconX />}
          onClick={onDrop}
        />
      )}
      <BrokenNotes question={question} broken={broken} />
    </li>
  )
}

/** What is broken here, by name and by how much. */
export function BrokenNotes({
  question,
  broken,
}: {
  question: MissionQuestion
  broken: readonly BrokenMissionRule[]
}) {
  const words = useMessages(ruleMessages)
  const m = useMessages(planMessages)
  const formats = useFormats()
  return broken.map((each) => (
    <span
      key={`${each.ruleId} ${each.kind} ${each.leg} ${each.visitId}`}
      className={styles.broken}
      data-level={each.level}
    >
      {each.level === 'forbid' ? (
        <IconAlertTriangle size={16} aria-hidden="true" />
      ) : (
        <IconEye size={16} aria-hidden="true" />
      )}
      <span>
        <span className="visually-hidden">{each.level === 'forbid' ? m.forbids : m.warns} </span>
        {brokenText(question, each, words, formats)}
      </span>
    </span>
  ))
}
