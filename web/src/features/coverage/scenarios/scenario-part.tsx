import type { CoveragePartProps } from '../coverage-part.ts'
import { ComparisonPart } from './comparison-part.tsx'
import { ScenarioEditor } from './scenario-editor.tsx'
import { ScenarioList } from './scenario-list.tsx'
import { TimelinePart } from './timeline-part.tsx'

export type ScenarioPartProps = CoveragePartProps

const SHOWN = { edit: ScenarioEditor, compare: ComparisonPart, timeline: TimelinePart }

/** Scenarios: their list, one under the hand, two side by side, and the construction plan over time. */
export function ScenarioPart(props: ScenarioPartProps) {
  const { show } = props.search
  const Shown = show ? SHOWN[show] : ScenarioList
  return <Shown {...props} />
}
