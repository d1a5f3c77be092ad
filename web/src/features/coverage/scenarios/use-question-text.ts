import { useRoadSettings } from '../../../platform/road-settings-query.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { DEFAULT_VEHICLE } from '../../../ui/road-state-choice.tsx'
import { useOwnName } from '../../../ui/road-words.ts'
import type { BaseQuestion } from './base-question.ts'
import { scenarioMessages } from './scenario-messages.ts'

/** What is asked, in one line: «en 60 min · 15 août 2026 · 4×4». */
export function useQuestionText(): (question: BaseQuestion) => string {
  const m = useMessages(scenarioMessages)
  const { duration, day } = useFormats()
  const { vehicles } = useRoadSettings()
  const nameOf = useOwnName()
  return ({ network = {}, minutes = 60 }) => {
    const vehicle = vehicles.find(({ id }) => id === (network.vehicle ?? DEFAULT_VEHICLE))
    return [
      m.minutes(duration(minutes * 60)),
      network.date ? day(network.date) : m.dry,
      ...(vehicle ? [nameOf(vehicle)] : []),
    ].join(' · ')
  }
}
