import type { SitingInput } from '@borne/api/contracts/coverage'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useMapLayers } from '../../../map/layers.ts'
import { usePermission } from '../../../platform/use-permission.ts'
import { useMessages } from '../../../ui/language.tsx'
import { EmptyState, ErrorState, StaleVeil } from '../../../ui/states.tsx'
import type { CoveragePartProps } from '../coverage-part.ts'
import { KeepEvidenceButton } from '../evidence/keep-evidence.tsx'
import { questionOf } from '../measure/measure-query.ts'
import type { BaseQuestion } from '../scenarios/base-question.ts'
import styles from './siting.module.css'
import { SitingActions } from './siting-actions.tsx'
import { DEFAULT_COUNT, SitingFields } from './siting-fields.tsx'
import { keepForm, keptForm, type SitingForm, sitingInput } from './siting-form.ts'
import { sitingLayers } from './siting-layers.ts'
import { SitingMeasured } from './siting-measured.tsx'
import { sitingMessages } from './siting-messages.ts'
import { SitingResult } from './siting-result.tsx'
import { type Siting, useSiting } from './use-siting.ts'

/** Where the next posts should stand. */
export function SitingPart({ search, onChange, minutes, onMinutes }: CoveragePartProps) {
  const m = useMessages(sitingMessages)
  const mayPlan = usePermission('coverage.plan')
  const [form, setForm] = useState(keptForm)
  const question = questionOf(search) as BaseQuestion
  const asked = sitingInput(form, {
    model: search.model ?? 'covering',
    demand: search.demand ?? 'border',
    count: search.count ?? DEFAULT_COUNT,
    question,
  })
  const fault = typeof asked === 'string' ? asked : null
  const input = typeof asked === 'string' ? null : asked
  const siting = useSiting(input)
  const { answer, isAnswered, run } = siting
  const isStale = answer !== null && !isAnswered
  const [isOpen, setIsOpen] = useState(answer === null)
  const fold = useRef<HTMLDetailsElement>(null)
  // What was found stands before what was asked.
  useEffect(() => {
    if (!isAnswered) return
    setIsOpen(false)
    fold.current?.scrollIntoView({ block: 'start' })
  }, [isAnswered])
  function change(next: SitingForm) {
    keepForm(next)
    setForm(next)
  }
  return (
    <>
      <details
        ref={fold}
        className={styles.fold}
        open={isOpen}
        onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      >
        <summary>
          {m.question} <span>{tellAsked(m, search)}</span>
        </summary>
        <div className={styles.form}>
          <SitingFields
            search={search}
            onChange={onChange}
            minutes={minutes}
            onMinutes={onMinutes}
            form={form}
            fault={fault}
            onForm={change}
          />
        </div>
      </details>
      {mayPlan && <SitingActions siting={siting} seconds={form.seconds} mayStart={input !== null} />}
      {run.error !== null && <ErrorState problem={run.error} what={m.failed} />}
      {!answer && run.status === 'idle' && run.error === null && (
        <EmptyState title={m.emptyTitle}>{m.emptyText}</EmptyState>
      )}
      {answer && (
        <StaleVeil isStale={isStale}>
          {isStale && run.status !== 'running' && <p className={styles.outdated}>{m.outdated}</p>}
          <SitingResult
            answer={answer}
            scenarioId={form.scenarioId}
            question={question}
            onChange={onChange}
          />
        </StaleVeil>
      )}
      {isAnswered && answer && run.status !== 'running' && (
        <SitingMeasured
          places={answer.places}
          asked={form.scenarioId ? { scenarioId: form.scenarioId } : { question }}
          keepsPosts={form.keepsPosts}
        />
      )}
      {isAnswered && input && run.status === 'done' && (
        <KeepSiting input={input} title={tellAsked(m, search)} />
      )}
      <SitingOnMap siting={siting} form={form} isStale={isStale} />
    </>
  )
}

/** Keeps the proposal: it is searched again, with the measure on which it rests. */
function KeepSiting({ input, title }: { input: SitingInput; title: string }) {
  const { question, scenarioId, changes, ...siting } = input
  const asked = { question, scenarioId, changes, subject: { kind: 'siting', siting } } as const
  return <KeepEvidenceButton asked={asked} title={title} />
}

function tellAsked(
  m: (typeof sitingMessages)['fr'],
  { model, demand, count }: CoveragePartProps['search'],
): string {
  return [m.models[model ?? 'covering'], m.demands[demand ?? 'border'], m.posts(count ?? DEFAULT_COUNT)].join(
    ' · ',
  )
}

interface SitingOnMapProps {
  siting: Siting
  form: SitingForm
  isStale: boolean
}

function SitingOnMap({ siting: { answer }, form: { points }, isStale }: SitingOnMapProps) {
  const layers = useMemo(() => {
    const places = answer?.places ?? []
    const others = (answer?.runnerUp?.places ?? []).filter(({ id }) => !places.some((one) => one.id === id))
    return sitingLayers({ places, others, points, isStale })
  }, [answer, points, isStale])
  useMapLayers('selection', layers)
  return null
}
