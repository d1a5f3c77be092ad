import { type RefObject, useEffect, useRef } from 'react'

const LEAST_PIXELS = 50
/** A swipe goes along more than across. */
const LEAST_RATIO = 1.6
/** What a finger moves there is not the slide. */
const OWN_TOUCH = '.maplibregl-map, [role=slider], input, table'

/** A finger that goes to the left asks for the next slide, to the right for the one before. */
export function useSwipe(
  element: RefObject<HTMLElement | null>,
  act: (step: 'next' | 'previous') => void,
): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const watched = element.current
    if (!watched) return
    let from: Touch | undefined
    const onStart = ({ touches, target }: TouchEvent) => {
      const isOwn = target instanceof Element && target.closest(OWN_TOUCH) !== null
      from = touches.length === 1 && !isOwn ? touches[0] : undefined
    }
    const onEnd = ({ changedTouches: [to] }: TouchEvent) => {
      if (!from || !to) return
      const [across, along] = [to.clientY - from.clientY, to.clientX - from.clientX]
      from = undefined
      if (Math.abs(along) < LEAST_PIXELS || Math.abs(along) < LEAST_RATIO * Math.abs(across)) return
      latest.current(along < 0 ? 'next' : 'previous')
    }
    watched.addEventListener('touchstart', onStart, { passive: true })
    watched.addEventListener('touchend', onEnd, { passive: true })
    return () => {
      watched.removeEventListener('touchstart', onStart)
      watched.removeEventListener('touchend', onEnd)
    }
  }, [element])
}
