import type { CoverageScenario } from '@borne/api/contracts/coverage'
import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePermission } from '../../../platform/use-permission.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { ErrorState, Skeleton, StaleVeil } from '../../../ui/states.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { questionOf } from '../measure/measure-query.ts'
import { BackToList } from './back-to-list.tsx'
import type { BaseQuestion } from './base-question.ts'
import { ChangeAdder } from './change-adder.tsx'
import { ChangeItems } from './change-items.tsx'
import { addChange, removeChange } from './change-list.ts'
import { changeMessages } from './change-messages.ts'
import { ComparisonOnMap } from './comparison-on-map.tsx'
import { ComparisonHeadline, ComparisonResult } from './comparison-result.tsx'
import { QuestionFields } from './question-fields.tsx'
import { ScenarioConflictDialog } from './scenario-conflict.tsx'
import { newDraft, type ScenarioDraft } from './scenario-draft.ts'
import { scenarioMessages } from './scenario-messages.ts'
import type { ScenarioPartProps } from './scenario-part.tsx'
import { askedQuery, scenarioQuery } from './scenario-queries.ts'
import styles from './scenarios.module.css'
import { useChangeText } from './use-change-text.ts'
import { useChangesOnMap } from './use-changes-on-map.ts'
import { type ScenarioForm, useScenarioEditor } from './use-scenario-editor.ts'
import { useSignedDistance } from './use-signed.ts'

/** One scenario under the hand; what it makes of the coverage is measured at each change. */
export function ScenarioEditor(props: ScenarioPartProps) {
  const m = useMessages(scenarioMessages)
  const { scenario: scenarioId } = props.search
  const { data, error, refetch } = useQuery({
    ...scenarioQuery(scenarioId ?? ''),
    enabled: scenarioId !== undefined,
  })
  const isReady = scenarioId === undefined || data !== undefined
  return (
    <>
      <BackToList title={scenarioId ? (data?.name ?? '…') : m.newTitle} onChange={props.onChange} />
      {error && !data && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !isReady && <Skeleton lines={8} />}
      {isReady && <Editor key={scenarioId} scenario={scenarioId ? (data ?? null) : null} {...props} />}
    </>
  )
}

interface EditorProps extends ScenarioPartProps {
  scenario: CoverageScenario | null
}

function Editor({ scenario, search, onChange }: EditorProps) {
  const m = useMessages(scenarioMessages)
  const words = useMessages(changeMessages)
  const toast = useToast()
  const tell = useChangeText()
  const [isChecked, setIsChecked] = useState(false)
  const fresh = newDraft(questionOf(search) as BaseQuestion)
  const form = useScenarioEditor(scenario, fresh, (id) => {
    if (!scenario) onChange({ scenario: id })
  })
  const { draft, change, conflict } = form
  const measured = useMeasuredDraft(draft)
  const remarkOn = useRemark(draft, measured)
  useChangesOnMap(draft.changes)
  const isNameless = draft.name.trim() === ''
  function remove(removed: CoverageChange) {
    const before = draft.changes
    change({ changes: removeChange(before, removed) })
    toast.show(words.removed(tell(removed)), { undo: () => change({ changes: before }) })
  }
  return (
    <>
      <div className={styles.form}>
        <Field label={m.name} error={isChecked && isNameless && m.nameMissing}>
          {(control) => (
            <input
              {...control}
              maxLength={200}
              dir="auto"
              value={draft.name}
              placeholder={m.namePlaceholder}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <QuestionFields question={draft.question} onChange={(question) => change({ question })} />
        <section aria-label={words.changes}>
          <h3>{words.changes}</h3>
          <ChangeItems
            changes={draft.changes}
            broken={form.isChanged ? [] : (scenario?.brokenChanges ?? [])}
            remarkOn={remarkOn}
            onRemove={remove}
          />
        </section>
        <ChangeAdder
          changes={draft.changes}
          day={draft.question.network?.date}
          onAdd={(added) => change({ changes: addChange(draft.changes, added) })}
        />
        <Field label={m.note}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={4000}
              dir="auto"
              value={draft.note}
              onChange={({ target }) => change({ note: target.value })}
            />
          )}
        </Field>
        <FormProblem error={form.error} />
      </div>
      <Effect {...measured} />
      <Foot
        form={form}
        isNew={scenario === null}
        measured={measured}
        onSave={() => {
          setIsChecked(true)
          if (!isNameless) void form.save()
        }}
      />
      {conflict && (
        <ScenarioConflictDialog
          base={form.base}
          mine={draft}
          theirs={conflict.theirs}
          onClose={form.closeConflict}
          onMerge={(merged) => void form.saveMerged(merged, conflict.theirs)}
        />
      )}
    </>
  )
}

interface FootProps {
  form: ScenarioForm
  isNew: boolean
  measured: MeasuredDraft
  onSave(): void
}

function Foot({ form, isNew, measured: { before, after, isStale }, onSave }: FootProps) {
  const m = useMessages(scenarioMessages)
  const { distance } = useFormats()
  const signed = useSignedDistance()
  const mayPlan = usePermission('coverage.plan')
  if (!mayPlan) return null
  return (
    <div className={styles.foot}>
      <span className={styles.standing}>
        {before && after && (
          <strong data-stale={isStale || undefined}>
            {distance(after.reachedBorderMetres)} (
            {signed(after.reachedBorderMetres - before.reachedBorderMetres)})
          </strong>
        )}
        <span>{form.isChanged ? m.draft : !isNew && m.unchanged}</span>
      </span>
      {form.isChanged && <Button onClick={form.discard}>{m.discard}</Button>}
      <Button variant="primary" disabled={form.isPending || !form.isChanged} onClick={onSave}>
        {m.save}
      </Button>
    </div>
  )
}

/** A draft measured with its changes and without them. */
function useMeasuredDraft({ question, changes }: ScenarioDraft) {
  const hasChanges = changes.length > 0
  const before = useQuery(askedQuery({ question, changes: [] }))
  const after = useQuery({
    ...askedQuery({ question, changes: changes as CoverageScenario['changes'] }),
    enabled: hasChanges,
  })
  return {
    hasChanges,
    before: before.data,
    after: hasChanges ? after.data : before.data,
    isStale: before.isPlaceholderData || after.isPlaceholderData,
    error: before.error ?? after.error,
    retry: () => void Promise.all([before.refetch(), after.refetch()]),
  }
}

type MeasuredDraft = ReturnType<typeof useMeasuredDraft>

/** What the changes make of the coverage. */
function Effect({ hasChanges, before, after, isStale, error, retry }: MeasuredDraft) {
  const m = useMessages(scenarioMessages)
  const { distance } = useFormats()
  return (
    <>
      <PanelSection title={m.effect}>
        {error && <ErrorState problem={error} what={m.effect} onRetry={retry} />}
        {!error && !(before && after) && <Skeleton lines={6} />}
      </PanelSection>
      {!error && before && after && (
        <StaleVeil isStale={isStale}>
          {hasChanges ? (
            <>
              <ComparisonHeadline before={before} after={after} />
              <ComparisonResult before={before} after={after} names={[m.without, m.with]} />
            </>
          ) : (
            <p className={styles.plain}>{m.noEffectYet(distance(before.reachedBorderMetres))}</p>
          )}
        </StaleVeil>
      )}
      <ComparisonOnMap
        before={error ? undefined : before}
        after={error ? undefined : after}
        seen={hasChanges ? 'difference' : 'a'}
        isStale={isStale}
      />
    </>
  )
}

/** Why a change does not count for the question as it stands. */
function useRemark({ question }: ScenarioDraft, measured: MeasuredDraft) {
  const m = useMessages(scenarioMessages)
  const words = useMessages(changeMessages)
  const isDry = question.network?.date === undefined
  const idle = measured.isStale ? [] : (measured.after?.idleChanges ?? [])
  return ({ kind }: CoverageChange, index: number): string | null => {
    if (isDry && (kind === 'road-cut' || kind === 'closure-lifted')) return m.needsDay
    const found = measured.hasChanges ? idle.find((one) => one.index === index) : undefined
    return found ? words.idle[found.reason] : null
  }
}
