import type { PresentedMap } from '@borne/api/contracts/briefings'
import { lazy, Suspense, useCallback, useState } from 'react'
import { canDrawMaps } from '../../../map/can-draw-maps.ts'
import { useMessages } from '../../../ui/language.tsx'
import { showMessages } from './show-messages.ts'
import type { SlideMapProps } from './slide-map.tsx'
import styles from './slide-stage.module.css'

export const loadSlideMap = () => import('./slide-map.tsx')
const SlideMap = lazy(async () => ({ default: (await loadSlideMap()).SlideMap }))

interface SlideMapHolderProps extends Omit<SlideMapProps, 'shown' | 'onFailure'> {
  /** Null: no slide so far has a map. */
  shown: PresentedMap | null
  isShown: boolean
  /** In the place of a map that cannot be drawn. */
  alternative: string
}

/** The place of the map: MapLibre is loaded when the first slide has one, and where it cannot draw, words say what it would show. */
export function SlideMapHolder({ shown, isShown, alternative, ...props }: SlideMapHolderProps) {
  const m = useMessages(showMessages)
  const [hasFailed, setHasFailed] = useState(() => !canDrawMaps())
  const onFailure = useCallback(() => setHasFailed(true), [])
  if (!shown) return null
  return (
    <div className={styles.map} data-hidden={!isShown || undefined} inert={!isShown}>
      {hasFailed ? (
        <p className={styles.noMap}>
          <strong>{m.noMap}</strong> {alternative}
        </p>
      ) : (
        <Suspense fallback={null}>
          <SlideMap {...props} shown={shown} onFailure={onFailure} />
        </Suspense>
      )}
    </div>
  )
}
