import type { Calendar } from '@borne/api/contracts/road-state'
import { useState } from 'react'
import { reasonOf } from '../../platform/api.ts'
import { thisDay } from '../../ui/days.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { SeasonBands } from '../../ui/season-bands.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CalendarForm } from './calendar-form.tsx'
import { SettingFoot } from './setting-foot.tsx'
import styles from './settings.module.css'
import { settingsMessages } from './settings-messages.ts'
import { useSaveSetting } from './use-setting-form.ts'

interface CalendarPartProps {
  calendar: Calendar
  mayEdit: boolean
}

/** One calendar: its phases on a year and in words, which become fields when it is edited. */
export function CalendarPart({ calendar, mayEdit }: CalendarPartProps) {
  const m = useMessages(settingsMessages)
  const nameOf = useOwnName()
  const { distance } = useFormats()
  const toast = useToast()
  const [isEditing, setIsEditing] = useState(false)
  const { reset } = useSaveSetting('/api/season-calendars', calendar)
  const year = thisDay().slice(0, 4)
  if (isEditing) return <CalendarForm calendar={calendar} onLeave={() => setIsEditing(false)} />
  return (
    <section className={styles.part}>
      <h3>{nameOf(calendar)}</h3>
      <SeasonBands calendars={[calendar]} year={year} marked={thisDay()} />
      <PhaseList calendar={calendar} year={year} />
      {calendar.reachMetres !== null && <p>{m.reachIs(distance(calendar.reachMetres))}</p>}
      <SettingFoot
        name={nameOf(calendar)}
        {...calendar}
        mayEdit={mayEdit}
        isPending={reset.isPending}
        onEdit={() => setIsEditing(true)}
        onReset={() =>
          reset.mutate(undefined, {
            onSuccess: (saved) => toast.show(m.wasReset(nameOf(saved))),
            onError: (error) => toast.show(reasonOf(error)),
          })
        }
      />
    </section>
  )
}

function PhaseList({ calendar, year }: { calendar: Calendar; year: string }) {
  const m = useMessages(settingsMessages)
  const nameOf = useOwnName()
  const { language } = useLanguage()
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const dayOf = (monthDay: string) => format.format(Date.parse(`${year}-${monthDay}`))
  if (calendar.phases.length === 0) return <p className={styles.hint}>{m.noPhases}</p>
  return (
    <ol className={styles.phases}>
      {calendar.phases.map((phase) => (
        <li key={phase.starts} className={styles.phase}>
          <span>
            <strong>{nameOf(phase)}</strong>{' '}
            <span className={styles.phaseDays}>
              {dayOf(phase.starts)} – {dayOf(phase.ends)}
            </span>
          </span>
          <ul>
            {phase.effects.length === 0 && <li>{m.noEffect}</li>}
            {phase.effects.map((effect) => (
              <li key={effect.on}>
                <EffectText effect={effect} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function EffectText({ effect }: { effect: Calendar['phases'][number]['effects'][number] }) {
  const m = useMessages(settingsMessages)
  const { percent } = useFormats()
  const { on, level, speedFactor } = effect
  if (on === 'wet-ground') return m.wetWords(m.exposures[on])
  return m.effectWords(m.exposures[on], m.levels[level], level === 'cut' ? '' : percent(speedFactor))
}
