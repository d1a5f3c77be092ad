import type { Mission } from '@borne/api/contracts/missions'
import { IconArrowRight, IconBroadcast, IconMapPinCheck, IconRouteX2 } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { clockTime } from '../clock.ts'
import { CheckInForm, type CheckInKind } from './check-in-form.tsx'
import { checkInMessages } from './check-in-messages.ts'
import styles from './day.module.css'
import { clearedDays, courseOfTeam, nextLeg } from './mission-course.ts'
import { useRecordField } from './use-record.ts'

interface CheckInPartProps {
  mission: Mission
  nameOf(placeId: string): string
}

/** Check-ins of a team: one tap says what, a second one records it. */
export function CheckInPart({ mission, nameOf }: CheckInPartProps) {
  const m = useMessages(checkInMessages)
  const [chosen, setChosen] = useState<string>()
  const [open, setOpen] = useState<CheckInKind>()
  const { record, failure } = useRecordField(mission)
  const team = mission.teams.find(({ id }) => id === chosen) ?? mission.teams[0]
  if (!mission.mayRecord.includes('checked-in') || !team) return null
  const course = courseOfTeam(clearedDays(mission.events), mission.events, team.id)
  const next = nextLeg(course)
  const from = next?.leg.fromPlaceId ?? course.at(-1)?.leg.toPlaceId
  const places = [...new Set(course.flatMap(({ leg }) => [leg.toPlaceId, leg.fromPlaceId]))]
  return (
    <PanelSection title={m.title}>
      {mission.teams.length > 1 && (
        <Segmented
          label={m.team}
          options={mission.teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={team.id}
          onChange={(id) => {
            setChosen(id)
            setOpen(undefined)
          }}
        />
      )}
      <p className={styles.muted}>
        {next
          ? m.next(
              nameOf(next.leg.toPlaceId),
              clockTime(next.leg.arrivesAt),
              clockTime(next.leg.arrivesP90At),
            )
          : m.atEnd}
      </p>
      {failure !== null && <ErrorState problem={failure} what={m.keepFailed} />}
      {open ? (
        <CheckInForm
          key={`${team.id} ${open}`}
          kind={open}
          teamId={team.id}
          placeId={open === 'left' ? from : next?.leg.toPlaceId}
          places={places}
          nameOf={nameOf}
          onRecord={(event) => {
            setOpen(undefined)
            void record(event)
          }}
          onCancel={() => setOpen(undefined)}
        />
      ) : (
        <div className={styles.taps}>
          <Button
            variant="primary"
            icon={<IconMapPinCheck aria-hidden="true" />}
            onClick={() => setOpen('arrived')}
          >
            {next ? m.arrivedAt(nameOf(next.leg.toPlaceId)) : m.acts.arrived}
          </Button>
          <Button icon={<IconArrowRight aria-hidden="true" />} onClick={() => setOpen('left')}>
            {m.acts.left}
          </Button>
          <Button icon={<IconBroadcast aria-hidden="true" />} onClick={() => setOpen('radio')}>
            {m.acts.radio}
          </Button>
          <Button icon={<IconRouteX2 aria-hidden="true" />} onClick={() => setOpen('deviated')}>
            {m.acts.deviated}
          </Button>
        </div>
      )}
    </PanelSection>
  )
}
