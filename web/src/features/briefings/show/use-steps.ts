import type { PresentedSlide } from '@borne/api/contracts/briefings'
import { useEffect, useMemo, useState } from 'react'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { firstStep, nextStep, type SlideStep, type SlideSteps, slideSteps } from './slide-steps.ts'

export interface PlayedSteps {
  readonly steps: SlideSteps
  readonly at: number
  readonly step: SlideStep
  readonly isPlaying: boolean
  show(at: number): void
  toggle(): void
}

/** The camera comes to the slide first. */
const ARRIVAL_MS = 3000

/**
 * Plays what goes on within a slide; null where nothing does.
 *
 * @param isStarted It begins by itself, unless the person wants no motion.
 */
export function useSteps(slide: PresentedSlide, isStarted: boolean): PlayedSteps | null {
  const steps = useMemo(() => slideSteps(slide), [slide])
  const isCalm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const first = {
    slideId: slide.id,
    at: steps?.rest ?? 0,
    isPlaying: isStarted && !isCalm && steps !== null,
    isWaiting: true,
  }
  const [kept, setState] = useState(first)
  const state = kept.slideId === slide.id ? kept : first
  if (state !== kept) setState(state)
  const { at, isPlaying, isWaiting } = state
  useEffect(() => {
    if (!steps || !isPlaying) return
    const timer = setTimeout(
      () => {
        const to = isWaiting ? firstStep(steps) : nextStep(steps, at)
        setState((old) => ({ ...old, at: to, isPlaying: to !== steps.rest, isWaiting: false }))
      },
      isWaiting ? ARRIVAL_MS : steps.all[at]!.milliseconds,
    )
    return () => clearTimeout(timer)
  }, [steps, at, isPlaying, isWaiting])
  if (!steps) return null
  return {
    steps,
    at,
    step: steps.all[at]!,
    isPlaying,
    show: (to) => setState({ ...state, at: to, isPlaying: false, isWaiting: false }),
    toggle: () => {
      const from = at === steps.rest && !isPlaying ? firstStep(steps) : at
      setState({ ...state, at: from, isPlaying: !isPlaying, isWaiting: false })
    },
  }
}
