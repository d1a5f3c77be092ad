import type { WorksProgress } from '@borne/api/contracts/works'
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlayerSkipForward } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { defineMessages, useLanguage, useMessages } from '../../ui/language.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { isRunning } from './stage-marks.ts'
import { useWorksSearch } from './use-works-search.ts'
import { monthIndex } from './works-marks.ts'
import { progressQuery } from './works-queries.ts'
import styles from './works-replay.module.css'

const STEP_MS = 650

const messages = defineMessages({
  fr: {
    label: 'Les travaux mois par mois',
    play: 'Rejouer les travaux',
    pause: 'Arrêter',
    next: 'Mois suivant',
    month: 'Mois montré sur la carte',
    running: (count: number) =>
      count === 0
        ? 'aucun poste en travaux'
        : count === 1
          ? '1 poste en travaux'
          : `${count} postes en travaux`,
  },
  en: {
    label: 'The works month by month',
    play: 'Replay the works',
    pause: 'Stop',
    next: 'Next month',
    month: 'Month shown on the map',
    running: (count: number) =>
      count === 0 ? 'no post under works' : count === 1 ? '1 post under works' : `${count} posts under works`,
  },
})

/** Replays the works on the map, month by month. */
export function WorksReplay() {
  const m = useMessages(messages)
  const { data } = useQuery(progressQuery)
  if (!data || data.months.length < 2) return null
  return (
    <Drawer label={m.label}>
      <ReplayBar progress={data} />
    </Drawer>
  )
}

function ReplayBar({ progress }: { progress: WorksProgress }) {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { search, change } = useWorksSearch()
  const id = useId()
  const last = progress.months.length - 1
  const at = monthIndex(progress, search.month)
  const go = (to: number) => change({ month: to >= last ? undefined : progress.months[to]?.slice(0, 7) })
  const { isPlaying, toggle } = usePlay(at, last, go)
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)')
  const name = monthName(progress.months[at] ?? '', language)
  const running = progress.posts.filter(({ stages }) => stages[at] && isRunning(stages[at])).length

  return (
    <div className={styles.bar}>
      {isStill ? (
        <IconButton
          label={m.next}
          icon={<IconPlayerSkipForward />}
          tip="above"
          onClick={() => go(at >= last ? 0 : at + 1)}
        />
      ) : (
        <IconButton
          label={isPlaying ? m.pause : m.play}
          icon={isPlaying ? <IconPlayerPauseFilled /> : <IconPlayerPlayFilled />}
          tip="above"
          onClick={toggle}
        />
      )}
      <div className={styles.words}>
        <label htmlFor={id}>
          <span className="visually-hidden">{m.month}</span>
          <strong>{name}</strong>
        </label>
        <span>{m.running(running)}</span>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        value={at}
        aria-valuetext={`${name}, ${m.running(running)}`}
        className={styles.slider}
        onChange={(event) => go(Number(event.target.value))}
      />
      <span className={styles.end}>{monthName(progress.months[last] ?? '', language)}</span>
    </div>
  )
}

/** Goes on by a month at each step, from the beginning when it was at the end, and stops there. */
function usePlay(at: number, last: number, go: (to: number) => void) {
  const [isPlaying, setIsPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    if (at >= last) {
      setIsPlaying(false)
      return
    }
    const timer = setTimeout(() => go(at + 1), STEP_MS)
    return () => clearTimeout(timer)
  }, [isPlaying, at, last, go])
  function toggle() {
    if (!isPlaying && at >= last) go(0)
    setIsPlaying(!isPlaying)
  }
  return { isPlaying, toggle }
}

function monthName(day: string, language: 'fr' | 'en'): string {
  return MONTHS[language].format(Date.parse(day))
}

const MONTHS = {
  fr: new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
}
