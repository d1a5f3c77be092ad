import type { SitingAnswer } from '@borne/api/contracts/coverage'
import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePermission } from '../../../platform/use-permission.ts'
import { Button } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { CoveragePartProps } from '../coverage-part.ts'
import type { BaseQuestion } from '../scenarios/base-question.ts'
import { addChange } from '../scenarios/change-list.ts'
import { type KeptDraft, keepDraft, keptDraft } from '../scenarios/kept-drafts.ts'
import { draftOf, newDraft } from '../scenarios/scenario-draft.ts'
import { scenariosQuery } from '../scenarios/scenario-queries.ts'
import { supposedId } from '../scenarios/supposed-id.ts'
import styles from './siting.module.css'
import { sitingMessages } from './siting-messages.ts'

export interface AddToScenarioProps extends Pick<CoveragePartProps, 'onChange'> {
  places: SitingAnswer['places']
  /** From which scenario the search began. */
  scenarioId: string | null
  question: BaseQuestion
}

/** Puts the proposed posts into the draft of a scenario, and opens it. */
export function AddToScenario({ places, scenarioId, question, onChange }: AddToScenarioProps) {
  const m = useMessages(sitingMessages)
  const toast = useToast()
  const mayPlan = usePermission('coverage.plan')
  const { data } = useQuery(scenariosQuery)
  const scenarios = data?.items.filter(({ isArchived }) => !isArchived) ?? []
  const [chosen, setChosen] = useState(scenarioId ?? '')
  if (!mayPlan) return null
  function add() {
    const scenario = scenarios.find(({ id }) => id === chosen)
    const fresh = newDraft(question)
    const begun: KeptDraft = scenario
      ? { draft: draftOf(scenario), base: draftOf(scenario), version: scenario.version }
      : { draft: fresh, base: fresh, version: 0 }
    const kept = keptDraft(scenario?.id) ?? begun
    const changes = places.map(
      ({ name, position }): CoverageChange => ({
        kind: 'place-opens',
        placeId: supposedId(),
        name,
        position: [position[0], position[1]],
      }),
    )
    const draft = { ...kept.draft, changes: changes.reduce(addChange, [...kept.draft.changes]) }
    keepDraft(scenario?.id, { ...kept, draft })
    toast.show(m.added(places.length))
    onChange({ question: 'scenarios', show: 'edit', scenario: scenario?.id })
  }
  return (
    <div className={styles.add}>
      {scenarios.length > 0 && (
        <select aria-label={m.addTo} value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="">{m.newScenario}</option>
          {scenarios.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Button size="small" icon={<IconPlus size={16} aria-hidden="true" />} onClick={add}>
        {m.addAll}
      </Button>
    </div>
  )
}
