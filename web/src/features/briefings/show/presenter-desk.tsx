import {
  IconArrowLeft,
  IconArrowRight,
  IconRestore,
  IconSquare,
  IconSquareFilled,
  IconTextDecrease,
  IconTextIncrease,
} from '@tabler/icons-react'
import { type CSSProperties, useEffect, useState } from 'react'
import { Button, IconButton } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { presentMessages } from './present-messages.ts'
import styles from './presenter.module.css'
import { ScaledStage } from './scaled-stage.tsx'
import type { ShowMessage, ShowState } from './show-channel.ts'
import { secondsLeft, tellElapsed } from './show-clock.ts'
import type { ShowSource } from './show-source.ts'
import { SlideText } from './slide-text.tsx'
import { useTextIn } from './texts.ts'
import { useNow } from './use-now.ts'

interface PresenterDeskProps {
  source: ShowSource
  state: ShowState
  isOver: boolean
  tell(message: ShowMessage): void
}

export function PresenterDesk({ source, state, isOver, tell }: PresenterDeskProps) {
  const m = useMessages(presentMessages)
  const textOf = useTextIn()
  const { presentation } = source
  const { slides } = presentation
  const slide = slides[state.index]!
  const next = slides[state.index + 1]
  const title = textOf(presentation.title)
  useEffect(() => {
    document.title = m.presenterTitle(title)
  }, [m, title])
  return (
    <main className={styles.desk}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <Clocks state={state} seconds={slide.seconds} onRestart={() => tell({ kind: 'restart' })} />
      </header>
      {isOver && (
        <p className={styles.over} role="alert">
          {m.presenter.over}
        </p>
      )}
      <section className={styles.current} aria-label={m.presenter.current}>
        <h2 className={styles.label}>
          {m.presenter.current} · {m.place(state.index + 1, slides.length)}
        </h2>
        <ScaledStage source={source} slide={slide} />
        {state.blank !== 'none' && (
          <p className={styles.blank}>{state.blank === 'black' ? m.black : m.white}</p>
        )}
      </section>
      <section className={styles.next} aria-label={m.presenter.upNext}>
        <h2 className={styles.label}>
          {m.presenter.upNext}
          {next && ` · ${textOf(next.title)}`}
        </h2>
        {next ? (
          <ScaledStage source={source} slide={next} />
        ) : (
          <p className={styles.end}>{m.presenter.end}</p>
        )}
      </section>
      <Notes text={slide.notes ?? ''} />
      <DeskControls source={source} state={state} tell={tell} />
    </main>
  )
}

function Clocks({
  state,
  seconds,
  onRestart,
}: {
  state: ShowState
  seconds: number | null
  onRestart(): void
}) {
  const m = useMessages(presentMessages).presenter
  const now = useNow()
  const left = secondsLeft(seconds, now - state.slideSince)
  return (
    <dl className={styles.clocks}>
      <div>
        <dt>{m.elapsed}</dt>
        <dd>{tellElapsed(now - state.startedAt)}</dd>
      </div>
      <div>
        <dt>{m.onSlide}</dt>
        <dd>
          {tellElapsed(now - state.slideSince)}
          {left !== null && <small> {state.isAuto ? m.left(left) : m.planned(seconds ?? 0)}</small>}
        </dd>
      </div>
      <div>
        <dt className="visually-hidden">{m.restart}</dt>
        <dd>
          <IconButton label={m.restart} tip="below-end" icon={<IconRestore />} onClick={onRestart} />
        </dd>
      </div>
    </dl>
  )
}

const NOTE_PIXELS = [16, 20, 24, 30] as const

function Notes({ text }: { text: string }) {
  const m = useMessages(presentMessages).presenter
  const [step, setStep] = useState(1)
  return (
    <section className={styles.notes} aria-label={m.notes}>
      <div className={styles.notesHead}>
        <h2>{m.notes}</h2>
        <IconButton
          label={m.smaller}
          tip="below-end"
          icon={<IconTextDecrease />}
          disabled={step === 0}
          onClick={() => setStep(step - 1)}
        />
        <IconButton
          label={m.larger}
          tip="below-end"
          icon={<IconTextIncrease />}
          disabled={step === NOTE_PIXELS.length - 1}
          onClick={() => setStep(step + 1)}
        />
      </div>
      <section
        className={styles.noteText}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long notes are scrolled by the keyboard too
        tabIndex={0}
        aria-label={m.notes}
        style={{ fontSize: NOTE_PIXELS[step] } as CSSProperties}
      >
        {text.trim() ? <SlideText text={text} /> : <p className={styles.none}>{m.noNotes}</p>}
      </section>
    </section>
  )
}

function DeskControls({ source, state, tell }: Omit<PresenterDeskProps, 'isOver'>) {
  const m = useMessages(presentMessages)
  const textOf = useTextIn()
  const { slides } = source.presentation
  return (
    <div className={styles.controls}>
      <Button
        icon={<IconArrowLeft aria-hidden="true" />}
        disabled={state.index === 0}
        onClick={() => tell({ kind: 'act', action: 'previous' })}
      >
        {m.previous}
      </Button>
      <Button
        variant="primary"
        icon={<IconArrowRight aria-hidden="true" />}
        disabled={state.index === slides.length - 1}
        onClick={() => tell({ kind: 'act', action: 'next' })}
      >
        {m.next}
      </Button>
      <Button
        icon={<IconSquareFilled aria-hidden="true" />}
        aria-pressed={state.blank === 'black'}
        onClick={() => tell({ kind: 'act', action: 'black' })}
      >
        {m.black}
      </Button>
      <Button
        icon={<IconSquare aria-hidden="true" />}
        aria-pressed={state.blank === 'white'}
        onClick={() => tell({ kind: 'act', action: 'white' })}
      >
        {m.white}
      </Button>
      <select
        aria-label={m.presenter.slides}
        value={state.index}
        onChange={({ target }) => tell({ kind: 'go', index: Number(target.value) })}
      >
        {slides.map(({ id, title }, index) => (
          <option key={id} value={index}>
            {index + 1}. {textOf(title)}
          </option>
        ))}
      </select>
    </div>
  )
}
