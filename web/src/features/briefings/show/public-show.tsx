import { IconArrowLeft, IconArrowRight, IconBook2, IconMap2, IconMaximize } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button, IconButton } from '../../../ui/button.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { presentMessages } from './present-messages.ts'
import styles from './public.module.css'
import { VISITOR_ACTIONS } from './show-keys.ts'
import { showMessages } from './show-messages.ts'
import type { ShowSource } from './show-source.ts'
import { SlideShow } from './slide-show.tsx'
import { Story } from './story.tsx'
import { storyMessages } from './story-messages.ts'
import { useTextIn } from './texts.ts'
import { useShowKeys } from './use-show-keys.ts'
import { useShowState } from './use-show-state.ts'
import { useSteps } from './use-steps.ts'

type Mode = 'slides' | 'story'

/** On a wide screen slide by slide or as a story, on a narrow one as a story. */
export function PublicShow({ source, isEmbedded }: { source: ShowSource; isEmbedded: boolean }) {
  const title = useTextIn()(source.presentation.title)
  const isWide = useMediaQuery('(min-width: 900px) and (min-height: 480px)')
  // The page of a donor is looked at, not told.
  const [chosen, setChosen] = useState<Mode>(source.presentation.isDashboard ? 'story' : 'slides')
  const [isWithoutMap, setIsWithoutMap] = useState(false)
  const mode: Mode = isWide && !isWithoutMap ? chosen : 'story'
  const head = (
    <Head
      source={source}
      mode={isWide ? mode : null}
      isWithoutMap={isWithoutMap}
      onMode={setChosen}
      onWithoutMap={setIsWithoutMap}
    />
  )
  return (
    <main className={styles.public} data-mode={mode}>
      {mode === 'slides' ? (
        <>
          <h1 className="visually-hidden">{title}</h1>
          <Slides source={source} isEmbedded={isEmbedded} tools={head} />
        </>
      ) : (
        <>
          {source.presentation.isDemonstration && <Ribbon />}
          <h1 className={styles.title}>{title}</h1>
          {head}
          <Story source={source} isWithoutMap={isWithoutMap} />
        </>
      )}
    </main>
  )
}

interface HeadProps {
  source: ShowSource
  /** Null: there is no choice. */
  mode: Mode | null
  isWithoutMap: boolean
  onMode(mode: Mode): void
  onWithoutMap(isWithoutMap: boolean): void
}

function Head({ source, mode, isWithoutMap, onMode, onWithoutMap }: HeadProps) {
  const m = useMessages(storyMessages)
  const { language, setLanguage } = useLanguage()
  const other = language === 'fr' ? 'en' : 'fr'
  const hasMap = source.presentation.slides.some(({ map }) => map !== null)
  return (
    <div className={styles.head}>
      {mode && !isWithoutMap && (
        <Segmented<Mode>
          label={m.mode}
          options={[
            { value: 'slides', label: m.asSlides },
            { value: 'story', label: m.asStory },
          ]}
          value={mode}
          onChange={onMode}
        />
      )}
      {hasMap && (
        <Button
          size="small"
          variant="quiet"
          icon={isWithoutMap ? <IconMap2 aria-hidden="true" /> : <IconBook2 aria-hidden="true" />}
          onClick={() => onWithoutMap(!isWithoutMap)}
        >
          {isWithoutMap ? m.withMap : m.withoutMap}
        </Button>
      )}
      <Button size="small" variant="quiet" lang={other} onClick={() => setLanguage(other)}>
        {m.otherLanguage}
      </Button>
    </div>
  )
}

function Slides({
  source,
  isEmbedded,
  tools,
}: {
  source: ShowSource
  isEmbedded: boolean
  tools: ReactNode
}) {
  const m = useMessages(presentMessages)
  const textOf = useTextIn()
  const box = useRef<HTMLDivElement>(null)
  const { presentation } = source
  const { slides } = presentation
  const { state, goTo } = useShowState(presentation)
  const { index } = state
  const slide = slides[index]!
  const played = useSteps(slide, true)
  useShowKeys((action) => {
    if (!VISITOR_ACTIONS.includes(action)) return false
    if (action === 'next') goTo(index + 1)
    if (action === 'previous') goTo(index - 1)
    if (action === 'first') goTo(0)
    if (action === 'last') goTo(slides.length - 1)
    if (action === 'pause') played?.toggle()
    return true
  })
  return (
    <div ref={box} className={styles.slides}>
      <div className={styles.screen}>
        <SlideShow
          source={source}
          index={index}
          played={played}
          onStep={(step) => goTo(index + (step === 'next' ? 1 : -1))}
        />
      </div>
      <div className={styles.bar}>
        <IconButton
          label={m.previous}
          tip="above"
          icon={<IconArrowLeft />}
          disabled={index === 0}
          onClick={() => goTo(index - 1)}
        />
        <span className={styles.place}>{m.place(index + 1, slides.length)}</span>
        <IconButton
          label={m.next}
          tip="above"
          icon={<IconArrowRight />}
          disabled={index === slides.length - 1}
          onClick={() => goTo(index + 1)}
        />
        <p className={styles.now} role="status">
          {m.placeTold(index + 1, slides.length, textOf(slide.title))}
        </p>
        {tools}
        {!isEmbedded && document.fullscreenEnabled && (
          <IconButton
            label={m.fullScreen}
            tip="above-end"
            icon={<IconMaximize />}
            onClick={() => void box.current?.requestFullscreen().catch(() => {})}
          />
        )}
      </div>
    </div>
  )
}

/** What is fictional says so. */
export function Ribbon() {
  const m = useMessages(showMessages)
  return (
    <aside className={styles.ribbon} aria-label={m.demonstration}>
      <strong>{m.demonstration}</strong> {m.demonstrationNote}
    </aside>
  )
}
