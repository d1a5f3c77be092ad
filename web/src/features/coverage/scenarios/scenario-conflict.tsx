import type { CoverageScenario } from '@borne/api/contracts/coverage'
import { useMessages } from '../../../ui/language.tsx'
import { MergeDialog } from '../../../ui/merge-dialog.tsx'
import { compareDrafts, type DraftField, draftOf, mergeDrafts, type ScenarioDraft } from './scenario-draft.ts'
import { scenarioMessages } from './scenario-messages.ts'
import { useChangeText } from './use-change-text.ts'
import { useQuestionText } from './use-question-text.ts'

interface ScenarioConflictDialogProps {
  base: ScenarioDraft
  mine: ScenarioDraft
  theirs: CoverageScenario
  onMerge(merged: ScenarioDraft): void
  onClose(): void
}

/** Two people changed a scenario at once: a person chooses field by field what stays. */
export function ScenarioConflictDialog({
  base,
  mine,
  theirs,
  onMerge,
  onClose,
}: ScenarioConflictDialogProps) {
  const m = useMessages(scenarioMessages)
  const tellChange = useChangeText()
  const tellQuestion = useQuestionText()
  const theirDraft = draftOf(theirs)
  function tell(draft: ScenarioDraft, field: DraftField): string[] {
    if (field === 'changes') return draft.changes.map(tellChange)
    if (field === 'question') return [tellQuestion(draft.question)]
    return draft[field] ? [draft[field]] : []
  }
  return (
    <MergeDialog
      title={m.conflictTitle(theirs.name)}
      intro={m.conflictText}
      differences={compareDrafts(base, mine, theirDraft).map(({ field, changedBy }) => ({
        field,
        label: m.fields[field],
        changedBy,
        base: tell(base, field),
        mine: tell(mine, field),
        theirs: tell(theirDraft, field),
      }))}
      onMerge={(kept) => onMerge(mergeDrafts(mine, theirDraft, kept))}
      onClose={onClose}
    />
  )
}
