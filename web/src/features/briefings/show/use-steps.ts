import type { PresentedSlide } from '@borne/api/contracts/briefings'
import { useEffect, useMemo, useState } from 'react'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { nextStep, type SlideSteps, slideSteps } from './slide-steps.ts'

export interface PlayedSteps {
  readonly steps: SlideSteps | null
  readonly at: number
  readonly isPlaying: boolean
  show(at: number): void
  toggle(): void
}

/** The camera comes to the slide first. */
const ARRIVAL_MS = 3000

/**
 * Plays what goes on within a slide.
 *
 * @param isStarted It begins by itself, unless the person wants no motion.
 */
export function useSteps(slide: PresentedSlide, isStarted: boolean): PlayedSteps {
  const steps = useMemo(() => slideSteps(slide), [slide])
  const isCalm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const begins = isStarted && !isCalm && steps !== null
  const first = { slideId: slide.id, at: steps?.rest ?? 0, isPlaying: begins, isWaiting: true }
  const [kept, setState] = useState(first)
  const state = kept.slideId === slide.id ? kept : first
  if (state !== kept) setState(state)
  const { at, isPlaying, isWaiting } = state
  useEffect(() => {
    if (!steps || !isPlaying) return
    const timer = setTimeout(
      () => {
        const to = isWaiting ? firstStep(steps) : nextStep(steps, at)
        setState((old) => ({
          ...old,
          at: to ?? steps.rest,
          isPlaying: to !== null && to !== steps.rest,
          isWaiting: false,
        }))
      },
      isWaiting ? ARRIVAL_MS : steps.millisecondsEach,
    )
    return () => clearTimeout(timer)
  }, [steps, at, isPlaying, isWaiting])
  return {
    steps,
    at,
    isPlaying,
    show: (to) => setState({ ...state, at: to, isPlaying: false, isWaiting: false }),
    toggle: () => {
      if (!steps) return
      if (isPlaying) setState({ ...state, isPlaying: false })
      else
        setState({
          ...state,
          at: at === steps.rest ? firstStep(steps) : at,
          isPlaying: true,
          isWaiting: false,
        })
    },
  }
}

/** A tour begins with its first post, a replay with its first month. */
function firstStep({ kind }: SlideSteps): number {
  return kind === 'tour' ? 1 : 0
}
