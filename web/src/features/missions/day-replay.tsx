import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlayerSkipForward } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { IconButton } from '../../ui/button.tsx'
import { dayColour } from '../../ui/day-colours.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useTheme } from '../../ui/theme.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { clockTime, shortDay } from './clock.ts'
import { daySpan, type Whereabouts, whereAt } from './day-course.ts'
import { DayStrip } from './day-strip.tsx'
import { vehicleDots } from './itinerary-layers.ts'
import styles from './profile.module.css'
import { profileMessages } from './profile-messages.ts'
import { placeName } from './rule-words.ts'

interface DayReplayProps {
  question: MissionQuestion
  timed: TimedPlan
  /** Null: the first day on which anybody drives. */
  day: string | null
}

const MINUTE_MS = 60_000
/** A day is played in about so long. */
const PLAYED_MS = 14_000

/** A day against sunrise and sunset, and where the teams are at each of its hours. */
export function DayReplay({ question, timed, day }: DayReplayProps) {
  const m = useMessages(profileMessages)
  const { days } = timed.itinerary
  const date = day ?? days.find(({ metres }) => metres > 0)?.date ?? question.dates[0]!
  const hasDriving = days.some((each) => each.date === date && each.legs.length > 0)
  if (!hasDriving) return null
  return (
    <Drawer label={m.label}>
      <ReplayBar key={date} question={question} timed={timed} date={date} />
    </Drawer>
  )
}

function ReplayBar({ question, timed, date }: { question: MissionQuestion; timed: TimedPlan; date: string }) {
  const m = useMessages(profileMessages)
  const { language } = useLanguage()
  const { theme } = useTheme()
  const ofDate = useMemo(
    () =>
      timed.itinerary.days.flatMap((each, index) =>
        each.date === date ? [{ day: each, lines: timed.lines[index] ?? [] }] : [],
      ),
    [timed, date],
  )
  const days = ofDate.map((each) => each.day)
  const span = daySpan(days)
  const [asked, setTime] = useState<number | null>(null)
  const first = Math.min(
    ...days.flatMap(({ legs }) => legs.slice(0, 1).map((leg) => Date.parse(leg.departsAt))),
  )
  const time = Math.min(span[1], Math.max(span[0], asked ?? first))
  const play = usePlay(time, span, setTime)
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)')
  const where = ofDate.map(({ day, lines }) => whereAt(question, day, lines, time))
  useVehicles(question, where)
  const told = where.map(({ placeId, isDriving }, index) => {
    const team = question.teams.find(({ id }) => id === days[index]!.teamId)?.name ?? ''
    return (isDriving ? m.towards : m.at)(team, placeName(question, placeId))
  })
  const next = nextStep(days, time) ?? first
  const [{ sunrise, sunset }] = days as [(typeof days)[number]]
  return (
    <div className={styles.drawer}>
      <div className={styles.words}>
        <strong>
          {shortDay(date, language)}, {clockTime(new Date(time).toISOString())}
        </strong>
        {told.map((text) => (
          <span key={text}>{text}</span>
        ))}
        <span>{m.sun(clockTime(sunrise), clockTime(sunset))}</span>
      </div>
      {isStill ? (
        <IconButton
          label={m.next}
          tip="above"
          icon={<IconPlayerSkipForward />}
          onClick={() => setTime(next)}
        />
      ) : (
        <IconButton
          label={play.isPlaying ? m.pause : m.play}
          tip="above"
          icon={play.isPlaying ? <IconPlayerPauseFilled /> : <IconPlayerPlayFilled />}
          onClick={play.toggle}
        />
      )}
      <div className={styles.rows}>
        <DayStrip
          question={question}
          days={days}
          span={span}
          time={time}
          colour={dayColour(question.dates.indexOf(date), theme)}
        />
        <input
          type="range"
          className={styles.slider}
          min={span[0]}
          max={span[1]}
          step={5 * MINUTE_MS}
          value={time}
          aria-label={m.time}
          aria-valuetext={[clockTime(new Date(time).toISOString()), ...told].join(', ')}
          onChange={({ target }) => setTime(Number(target.value))}
        />
      </div>
      <StripKey />
    </div>
  )
}

const SAMPLES = {
  drive: <rect x="0" y="4" width="22" height="6" fill="currentColor" />,
  visit: <rect x="1" y="1" width="20" height="12" rx="3" fill="none" stroke="currentColor" strokeWidth="2" />,
  wait: <path d="M1 13 9 1M8 13 16 1M15 13 21 4" stroke="currentColor" strokeWidth="2.5" />,
  late: <path d="M0 10h22" stroke="currentColor" strokeWidth="2" />,
  night: <rect x="0" y="0" width="22" height="14" className={styles.night} />,
}

function StripKey() {
  const m = useMessages(profileMessages)
  return (
    <p className={styles.key}>
      {(Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]).map((part) => (
        <span key={part}>
          <svg width="22" height="14" aria-hidden="true">
            {SAMPLES[part]}
          </svg>
          {m[part]}
        </span>
      ))}
    </p>
  )
}

/** Departures, beginnings and ends of visits: where a replay without motion goes from one to the next. */
function nextStep(days: TimedPlan['itinerary']['days'], time: number): number | undefined {
  const steps = days.flatMap(({ legs, visits }) => [
    ...legs.flatMap(({ departsAt, arrivesAt }) => {
      const [departs, arrives] = [Date.parse(departsAt), Date.parse(arrivesAt)]
      return [departs, (departs + arrives) / 2, arrives]
    }),
    ...visits.map(({ beginsAt }) => Date.parse(beginsAt)),
  ])
  return steps.toSorted((a, b) => a - b).find((step) => step > time + MINUTE_MS / 2)
}

function useVehicles(question: MissionQuestion, where: readonly Whereabouts[]) {
  const key = JSON.stringify(where)
  const count = question.teams.length
  const layers = useMemo(
    () =>
      vehicleDots(
        (JSON.parse(key) as Whereabouts[]).map(({ position }, index) => ({
          position,
          label: count > 1 ? String.fromCharCode(65 + index) : '',
        })),
      ),
    [key, count],
  )
  useMapLayers('drawing', layers)
}

function usePlay(time: number, [from, until]: readonly [number, number], setTime: (time: number) => void) {
  const [isPlaying, setIsPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    let last = performance.now()
    const step = (until - from) / PLAYED_MS
    const frame = requestAnimationFrame((now) => {
      const to = time + (now - last) * step
      last = now
      if (to >= until) setIsPlaying(false)
      setTime(Math.min(until, to))
    })
    return () => cancelAnimationFrame(frame)
  }, [isPlaying, time, from, until, setTime])
  return {
    isPlaying,
    toggle() {
      if (!isPlaying && time >= until) setTime(from)
      setIsPlaying(!isPlaying)
    },
  }
}
