import type { PresentedMap } from '@borne/api/contracts/briefings'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { IconButton } from '../../../ui/button.tsx'
import { type Language, useLanguage, useMessages } from '../../../ui/language.tsx'
import { showMessages } from './show-messages.ts'
import styles from './step-bar.module.css'
import type { PlayedSteps } from './use-steps.ts'

/** Where a tour or a replay is, to be played, stopped and moved by hand. */
export function StepBar({ map, played }: { map: PresentedMap; played: PlayedSteps }) {
  const m = useMessages(showMessages)
  const { language } = useLanguage()
  const { steps, at, step, isPlaying, show, toggle } = played
  const month = step.month === null ? undefined : map.replay?.[step.month]?.month
  const words = month ? monthName(month, language) : (step.spot?.name ?? m.overview)
  return (
    <div className={styles.bar} dir="ltr">
      <IconButton
        label={isPlaying ? m.pause : m.play}
        shortcut="P"
        tip="below"
        icon={isPlaying ? <IconPlayerPauseFilled /> : <IconPlayerPlayFilled />}
        onClick={toggle}
      />
      <input
        type="range"
        min={0}
        max={steps.all.length - 1}
        value={at}
        aria-label={m.steps}
        aria-valuetext={words}
        onChange={({ target }) => show(Number(target.value))}
      />
      <output className={styles.words}>{words}</output>
    </div>
  )
}

function monthName(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(Date.parse(`${month}-15`))
}
