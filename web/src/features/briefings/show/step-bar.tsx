import type { PresentedMap } from '@borne/api/contracts/briefings'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { IconButton } from '../../../ui/button.tsx'
import { type Language, useLanguage, useMessages } from '../../../ui/language.tsx'
import { tourStops } from './show-camera.ts'
import { showMessages } from './show-messages.ts'
import styles from './step-bar.module.css'
import type { PlayedSteps } from './use-steps.ts'

/** Where a tour or a replay is, to be played, stopped and moved by hand. */
export function StepBar({ map, played }: { map: PresentedMap; played: PlayedSteps }) {
  const m = useMessages(showMessages)
  const { language } = useLanguage()
  const { steps, at, isPlaying, show, toggle } = played
  if (!steps) return null
  const words =
    steps.kind === 'replay'
      ? monthName(map.replay![at]!.month, language)
      : at === 0
        ? m.overview
        : (tourStops(map)[at - 1]?.name ?? '')
  return (
    <div className={styles.bar} dir="ltr">
      <IconButton
        label={isPlaying ? m.pause : m.play}
        shortcut="P"
        tip="above"
        icon={isPlaying ? <IconPlayerPauseFilled /> : <IconPlayerPlayFilled />}
        onClick={toggle}
      />
      <input
        type="range"
        min={0}
        max={steps.count - 1}
        value={at}
        aria-label={steps.kind === 'replay' ? m.month : m.stop}
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
