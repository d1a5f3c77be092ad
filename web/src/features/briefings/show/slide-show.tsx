import { type CSSProperties, useRef } from 'react'
import type { ShowSource } from './show-source.ts'
import styles from './slide-show.module.css'
import { SlideStage } from './slide-stage.tsx'
import { StepBar } from './step-bar.tsx'
import type { PlayedSteps } from './use-steps.ts'
import { useSwipe } from './use-swipe.ts'

interface SlideShowProps {
  source: ShowSource
  index: number
  played: PlayedSteps | null
  onStep(step: 'next' | 'previous'): void
  onReady?: (() => void) | undefined
}

/** The slide of the moment, and the bar of what plays on it. */
export function SlideShow({ source, index, played, onStep, onReady }: SlideShowProps) {
  const box = useRef<HTMLDivElement>(null)
  const { slides } = source.presentation
  const slide = slides[index]!
  useSwipe(box, onStep)
  return (
    <div ref={box} className={styles.show}>
      <SlideStage
        source={source}
        slide={slide}
        onReady={onReady}
        month={played?.step.month ?? null}
        spotId={played?.step.spot?.id ?? null}
      />
      {slide.map && played && (
        <div className={styles.steps}>
          <StepBar map={slide.map} played={played} />
        </div>
      )}
      <span
        className={styles.progress}
        style={{ '--done': slides.length < 2 ? 1 : index / (slides.length - 1) } as CSSProperties}
        aria-hidden="true"
      />
    </div>
  )
}
