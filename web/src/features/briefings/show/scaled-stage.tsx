import type { PresentedSlide } from '@borne/api/contracts/briefings'
import { type CSSProperties, useRef } from 'react'
import styles from './presenter.module.css'
import type { ShowSource } from './show-source.ts'
import { SlideStage } from './slide-stage.tsx'
import { useSize } from './use-size.ts'

const DRAWN = { width: 1280, height: 720 }

/** A slide as the room sees it, made small as a whole. */
export function ScaledStage({ source, slide }: { source: ShowSource; slide: PresentedSlide }) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const scale = (size?.width ?? 0) / DRAWN.width
  return (
    <div ref={box} className={styles.scaled} inert>
      {scale > 0 && (
        <div style={{ ...DRAWN, transform: `scale(${scale})` } as CSSProperties} className={styles.drawn}>
          <SlideStage source={source} slide={slide} isStill touch="none" />
        </div>
      )}
    </div>
  )
}
