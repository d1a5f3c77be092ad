import type { BrokenMissionRule, MissionQuestion, TimedLeg } from '@borne/geodata/itinerary/mission-types'
import { IconRouteAltLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './board.module.css'
import { clockTime } from './clock.ts'
import { planMessages } from './plan-messages.ts'
import { ruleMessages } from './rule-messages.ts'
import { placeName } from './rule-words.ts'
import { BrokenNotes } from './stop-row.tsx'
import { wayMessages } from './way-messages.ts'

interface LegRowProps {
  question: MissionQuestion
  leg: TimedLeg
  isFirst: boolean
  broken: readonly BrokenMissionRule[]
  /** Null: it cannot be changed. */
  onChoose: (() => void) | null
  /** What its way leads over, where it is chosen. */
  way: ReactNode
}

/** A leg with its times; its way can be forced over points. */
export function LegRow({ question, leg, isFirst, broken, onChoose, way }: LegRowProps) {
  const m = useMessages(planMessages)
  const words = useMessages(ruleMessages)
  const ways = useMessages(wayMessages)
  const formats = useFormats()
  const row = useRef<HTMLLIElement>(null)
  const isForbidden = broken.some(({ level }) => level === 'forbid')
  const isChosen = way !== null
  const names = leg.via?.flatMap(({ name, passes }) => (passes ? [name ?? ways.point] : [])) ?? []
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li
      ref={row}
      className={styles.leg}
      data-broken={!leg.hasWay || isForbidden || undefined}
      data-chosen={isChosen || undefined}
    >
      <span>
        {isFirst && (
          <>
            {m.leaves(placeName(question, leg.fromPlaceId), clockTime(leg.departsAt))}
            <br />
          </>
        )}
        {leg.hasWay ? m.drives(formats.duration(leg.driveSeconds), formats.distance(leg.metres)) : m.noWay}
        {names.length > 0 && ` ${ways.passes(formats.list(names))}`}
        {leg.restSeconds >= 60 && ` · ${m.rests(formats.duration(leg.restSeconds))}`}
        {leg.hasWay && (
          <>
            <br />
            {m.arrives(clockTime(leg.arrivesAt), clockTime(leg.arrivesP90At))}
          </>
        )}
        {leg.ignoresAreas && ` · ${m.overAreas}`}
        <BrokenNotes question={question} broken={broken} />
      </span>
      {onChoose && (
        <IconButton
          label={ways.passBy(
            words.onLeg(placeName(question, leg.fromPlaceId), placeName(question, leg.toPlaceId)),
          )}
          tip="before"
          className={styles.passBy ?? ''}
          icon={<IconRouteAltLeft />}
          aria-expanded={isChosen}
          onClick={onChoose}
        />
      )}
      {way}
    </li>
  )
}
