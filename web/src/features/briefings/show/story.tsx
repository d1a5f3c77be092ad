import type { PresentedSlide } from '@borne/api/contracts/briefings'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import type { ShowSource } from './show-source.ts'
import { SlideContent } from './slide-content.tsx'
import { SlideFoot, SlideMarks } from './slide-foot.tsx'
import { SlideLegend } from './slide-legend.tsx'
import { SlideMapHolder } from './slide-map-holder.tsx'
import { SlideText } from './slide-text.tsx'
import { StepBar } from './step-bar.tsx'
import styles from './story.module.css'
import { storyMessages } from './story-messages.ts'
import { useTextIn } from './texts.ts'
import { useSteps } from './use-steps.ts'

/** Beside the text there is room for the map and its legend. */
const WIDE = '(min-width: 900px)'

interface StoryProps {
  source: ShowSource
  /** The words alone, with what each map shows in their place. */
  isWithoutMap: boolean
}

/** A briefing that is read by scrolling: the map stays in view and goes where the text is. */
export function Story({ source, isWithoutMap }: StoryProps) {
  const { slides } = source.presentation
  const hasMap = !isWithoutMap && slides.some(({ map }) => map !== null)
  const text = useRef<HTMLDivElement>(null)
  const current = useSlideInView(text, slides.length)
  return (
    <div
      className={styles.story}
      data-map={hasMap || undefined}
      data-dashboard={source.presentation.isDashboard || undefined}
    >
      {hasMap && <PinnedMap source={source} slide={slides[current]!} />}
      <div ref={text} className={styles.text} id="story-text">
        {slides.map((slide, index) => (
          <StorySlide
            key={slide.id}
            slide={slide}
            source={source}
            isCurrent={hasMap && index === current}
            isWithoutMap={isWithoutMap}
          />
        ))}
        <StoryEnd source={source} />
      </div>
    </div>
  )
}

function PinnedMap({ source, slide }: { source: ShowSource; slide: PresentedSlide }) {
  const textOf = useTextIn()
  const isWide = useMediaQuery(WIDE)
  const played = useSteps(slide, false)
  const { slides } = source.presentation
  // A slide without a map leaves the one before in view.
  const [shown, setShown] = useState(() => slide.map ?? slides.find(({ map }) => map !== null)!.map!)
  if (slide.map && slide.map !== shown) setShown(slide.map)
  return (
    <div className={styles.pinned}>
      <SlideMapHolder
        shown={shown}
        source={source}
        isShown
        alternative={textOf(slide.alternative)}
        touch="calm"
        hasLegend={isWide}
        month={played?.step.month ?? null}
        spotId={played?.step.spot?.id ?? null}
      />
      {slide.map && played && (
        <div className={styles.steps}>
          <StepBar map={slide.map} played={played} />
        </div>
      )}
    </div>
  )
}

interface StorySlideProps {
  slide: PresentedSlide
  source: ShowSource
  isCurrent: boolean
  isWithoutMap: boolean
}

function StorySlide({ slide, source, isCurrent, isWithoutMap }: StorySlideProps) {
  const m = useMessages(storyMessages)
  const textOf = useTextIn()
  const alternative = textOf(slide.alternative)
  const isWide = useMediaQuery(WIDE)
  return (
    <article className={styles.slide} data-slide="" data-current={isCurrent || undefined}>
      <h2>{textOf(slide.title)}</h2>
      <SlideText text={textOf(slide.body)} />
      {slide.content && (
        <div className={styles.content} data-kind={slide.content.kind}>
          <SlideContent content={slide.content} source={source} em={13} />
        </div>
      )}
      {!isWide && !isWithoutMap && slide.map && (
        <details className={styles.legend}>
          <summary>{m.legend}</summary>
          <SlideLegend state={slide.map.states.at(-1)!} compared={slide.map.states[0]} />
        </details>
      )}
      {alternative && (
        <section className={isWithoutMap ? styles.alternative : 'visually-hidden'} aria-label={m.whatItShows}>
          <h3>{m.whatItShows}</h3>
          <p>{alternative}</p>
        </section>
      )}
      <div className={styles.marks}>
        <SlideMarks slide={slide} />
      </div>
    </article>
  )
}

function StoryEnd({ source }: { source: ShowSource }) {
  const m = useMessages(storyMessages)
  const { day } = useFormats()
  const { presentation } = source
  const last = presentation.slides.at(-1)
  return (
    <footer className={styles.end}>
      {last && <SlideFoot slide={{ ...last, sources: [], content: null }} source={source} isTitle />}
      <p>{m.madeAt(day(presentation.madeAt.slice(0, 10)))}</p>
    </footer>
  )
}

/** Below this share of the height of the window a slide begins to be read. */
const READ_FROM = 0.62

/** The slide that the line of reading goes through. */
function useSlideInView(text: RefObject<HTMLElement | null>, count: number): number {
  const [current, setCurrent] = useState(0)
  useEffect(() => {
    const slides = [...(text.current?.querySelectorAll('[data-slide]') ?? [])].slice(0, count)
    const rootMargin = `-${READ_FROM * 100}% 0px -${(1 - READ_FROM) * 100 - 1}% 0px`
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.find(({ isIntersecting }) => isIntersecting)
        if (entered) setCurrent(slides.indexOf(entered.target))
      },
      { rootMargin },
    )
    for (const slide of slides) observer.observe(slide)
    return () => observer.disconnect()
  }, [text, count])
  return current
}
