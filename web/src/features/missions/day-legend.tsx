import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { getRouteApi } from '@tanstack/react-router'
import { type CSSProperties, useId } from 'react'
import { dayColour } from '../../ui/day-colours.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useTheme } from '../../ui/theme.ts'
import board from './board.module.css'
import { shortDay } from './clock.ts'
import styles from './plan.module.css'
import { planMessages } from './plan-messages.ts'

const route = getRouteApi('/missions/$missionId')

/** The key of the map's lines, and the choice of a day. */
export function DayLegend({ question, day }: { question: MissionQuestion; day: string | null }) {
  const m = useMessages(planMessages)
  const { language } = useLanguage()
  const { theme } = useTheme()
  const navigate = route.useNavigate()
  const labelId = useId()
  const choose = (next: string | undefined) =>
    void navigate({ search: (old) => ({ ...old, day: next }), replace: true })
  return (
    <fieldset className={styles.legend} aria-labelledby={labelId}>
      <span id={labelId} className="visually-hidden">
        {m.showDay}
      </span>
      <button type="button" data-all="" aria-pressed={day === null} onClick={() => choose(undefined)}>
        {m.allDays}
      </button>
      {question.dates.map((date, index) => (
        <button
          key={date}
          type="button"
          aria-pressed={day === date}
          onClick={() => choose(day === date ? undefined : date)}
        >
          <span className={board.chip} style={{ '--day': dayColour(index, theme) } as CSSProperties}>
            {index + 1}
          </span>
          {shortDay(date, language)}
        </button>
      ))}
    </fieldset>
  )
}
