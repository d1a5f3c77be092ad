import type { Mission, MissionEvent } from '@borne/api/contracts/missions'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import styles from './day.module.css'
import { dayMessages } from './day-messages.ts'
import type { KeptEvent } from './kept-events.ts'
import { useMoment } from './use-moment.ts'

interface EventListProps {
  mission: Mission
  kept: readonly KeptEvent[]
  nameOf(placeId: string): string
}

/** All that happened, the latest first; nothing of it is ever taken out. */
export function EventList({ mission, kept, nameOf }: EventListProps) {
  const m = useMessages(dayMessages)
  const waiting = new Set(kept.map(({ event }) => event.id))
  return (
    <PanelSection title={m.events}>
      {mission.events.length === 0 && <p className={styles.muted}>{m.noEvents}</p>}
      <ol className={styles.events} aria-label={m.events}>
        {mission.events.toReversed().map((event) => (
          <li key={event.id} data-waits={waiting.has(event.id) || undefined}>
            <EventLine event={event} mission={mission} waits={waiting.has(event.id)} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    </PanelSection>
  )
}

interface EventLineProps {
  event: MissionEvent
  mission: Mission
  waits: boolean
  nameOf(placeId: string): string
}

function EventLine({ event, mission, waits, nameOf }: EventLineProps) {
  const m = useMessages(dayMessages)
  const formats = useFormats()
  const moment = useMoment()
  const team = 'teamId' in event.payload ? event.payload.teamId : null
  const teamName = mission.teams.length > 1 ? mission.teams.find(({ id }) => id === team)?.name : undefined
  const position = 'position' in event.payload ? event.payload.position : null
  return (
    <>
      <p>
        <strong>{toldOf(event, m, nameOf)}</strong>
        {teamName && ` · ${teamName}`}
      </p>
      <p className={styles.muted}>
        <span title={formats.relative(event.happenedAt)}>{moment(event.happenedAt)}</span> ·{' '}
        {waits ? m.waits : (event.recordedByName ?? m.somebody)}
        {position && ` · ${formats.position([position[0]!, position[1]!])}`}
      </p>
      {event.payload.note && <p>{event.payload.note}</p>}
    </>
  )
}

function toldOf(
  event: MissionEvent,
  m: (typeof dayMessages)['fr'],
  nameOf: (placeId: string) => string,
): string {
  if (event.kind !== 'checked-in') return m.kinds[event.kind]
  return event.payload.placeId === null ? m.onTheWay : m.arrivedAt(nameOf(event.payload.placeId))
}
