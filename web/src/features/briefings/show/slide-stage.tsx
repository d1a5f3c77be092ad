import type { Presentation, PresentedMap, PresentedSlide } from '@borne/api/contracts/briefings'
import { type CSSProperties, useRef, useState } from 'react'
import { useMessages } from '../../../ui/language.tsx'
import { showMessages } from './show-messages.ts'
import type { ShowSource } from './show-source.ts'
import { SlideContent } from './slide-content.tsx'
import { SlideFoot } from './slide-foot.tsx'
import type { SlideMapProps } from './slide-map.tsx'
import { SlideMapHolder } from './slide-map-holder.tsx'
import styles from './slide-stage.module.css'
import { SlideText } from './slide-text.tsx'
import { useTextIn } from './texts.ts'
import { useSize } from './use-size.ts'

/** Width of the stage for which all is drawn at its own size. */
const DRAWN_FOR = { width: 1280, height: 720 }

interface SlideStageProps extends Pick<SlideMapProps, 'month' | 'spotId' | 'isStill' | 'touch' | 'onReady'> {
  source: ShowSource
  slide: PresentedSlide
}

type Layout = 'title' | 'text' | 'content' | 'map' | 'map-text' | 'map-content'

/** One slide on a stage of any size: 16:9, a laptop, a phone held upright. The map stays while slides change. */
export function SlideStage({ source, slide, onReady, ...mapProps }: SlideStageProps) {
  const stage = useRef<HTMLElement>(null)
  const size = useSize(stage)
  const textOf = useTextIn()
  const { presentation } = source
  const isUpright = size !== undefined && size.height > size.width
  const unit = size ? unitOf(size.width, size.height, isUpright) : 0
  const layout = layoutOf(slide)
  // The map is made before the first slide that has one, and kept when a slide without it stands between.
  const [lastMap, setLastMap] = useState(() => slide.map ?? firstMap(presentation))
  if (slide.map && slide.map !== lastMap) setLastMap(slide.map)
  return (
    <article
      ref={stage}
      className={styles.stage}
      data-layout={layout}
      data-upright={isUpright || undefined}
      style={{ '--u': `${unit}px` } as CSSProperties}
      aria-label={textOf(slide.title)}
    >
      {size && (
        <>
          <SlideMapHolder
            shown={lastMap}
            source={source}
            isShown={slide.map !== null}
            alternative={textOf(slide.alternative)}
            scale={isUpright ? 1 : Math.max(1, size.width / DRAWN_FOR.width)}
            onReady={onReady}
            {...mapProps}
          />
          <SlideWords key={slide.id} slide={slide} source={source} unit={unit} layout={layout} />
          <SlideFoot slide={slide} source={source} isTitle={layout === 'title'} />
          {presentation.isDemonstration && <Ribbon />}
        </>
      )}
    </article>
  )
}

function firstMap({ slides }: Presentation): PresentedMap | null {
  return slides.find(({ map }) => map !== null)?.map ?? null
}

/** A hundredth of the width of 16:9. */
function unitOf(width: number, height: number, isUpright: boolean): number {
  if (isUpright) return Math.min(18, Math.max(11, width / 34))
  return Math.min(width / 100, height / 56.25)
}

function layoutOf({ map, content, body }: PresentedSlide): Layout {
  const hasText = body.fr.trim() !== '' || body.en.trim() !== ''
  if (map && content && ['chart', 'table', 'photo', 'photo-pair'].includes(content.kind)) return 'map-content'
  if (map) return hasText || content ? 'map-text' : 'map'
  if (content) return 'content'
  return hasText ? 'text' : 'title'
}

interface SlideWordsProps {
  slide: PresentedSlide
  source: ShowSource
  unit: number
  layout: Layout
}

function SlideWords({ slide, source, unit, layout }: SlideWordsProps) {
  const textOf = useTextIn()
  const body = textOf(slide.body)
  return (
    <div className={styles.words}>
      <h2 className={styles.title}>{textOf(slide.title)}</h2>
      {body && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that is longer than the stage is scrolled by the keyboard too
        <section className={styles.body} tabIndex={0} aria-label={textOf(slide.title)}>
          <SlideText text={body} />
        </section>
      )}
      {slide.content && (
        <div className={styles.content}>
          <SlideContent content={slide.content} source={source} em={Math.max(11, unit * 1.1)} />
        </div>
      )}
      {layout === 'title' && <p className={styles.of}>{textOf(source.presentation.title)}</p>}
    </div>
  )
}

function Ribbon() {
  const m = useMessages(showMessages)
  return (
    <aside className={styles.ribbon} aria-label={m.demonstration}>
      <strong>{m.demonstration}</strong> {m.demonstrationNote}
    </aside>
  )
}
