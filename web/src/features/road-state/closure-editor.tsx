import type { Closure, ClosureCause, ClosureEffect } from '@borne/api/contracts/road-state'
import { CLOSURE_CAUSES } from '@borne/geodata/road-state/types'
import { useEffect, useRef } from 'react'
import { ShapeDrawing } from '../../map/shape-drawing.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { roadWords } from '../../ui/road-words.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { ClosureConflict } from './closure-conflict.tsx'
import styles from './closure-editor.module.css'
import { editorMessages } from './editor-messages.ts'
import { type ClosureForm, useClosureEditor } from './use-closure-editor.ts'
import { useClosureWords } from './use-closure-words.ts'

const KINDS = ['point', 'line', 'area'] as const
/** From what closes to what only slows. */
const EFFECTS = ['cut', 'four-wheel-drive', 'slow'] as const satisfies readonly ClosureEffect[]
const SPEEDS = [0.75, 0.5, 0.25] as const

/** Reports a closure, or changes one: where, what it does, why, since when. */
export function ClosureEditor({ closure }: { closure: Closure | null }) {
  const m = useMessages(editorMessages)
  const { nameOf } = useClosureWords()
  const form = useClosureEditor(closure)
  const heading = useRef<HTMLHeadingElement>(null)
  const problem = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  // The button stays in sight below; what is said of the sending must be seen too.
  useEffect(() => {
    if (form.error) problem.current?.scrollIntoView({ block: 'nearest' })
  }, [form.error])
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {closure ? m.editTitle(nameOf(closure)) : m.newTitle}
      </h2>
      <WhereFields form={form} />
      <EffectFields form={form} />
      <TimeFields form={form} />
      <TextFields form={form} />
      <div ref={problem} className={styles.problem}>
        <FormProblem error={form.error} />
      </div>
      <div className={styles.foot}>
        <Button onClick={form.leave}>{m.cancel}</Button>
        <Button type="submit" variant="primary" disabled={form.isPending}>
          {closure ? m.save : m.report}
        </Button>
      </div>
      {form.theirs && <ClosureConflict theirs={form.theirs} form={form} />}
    </form>
  )
}

function WhereFields({ form: { draft, change, errorAt } }: { form: ClosureForm }) {
  const m = useMessages(editorMessages)
  const error = errorAt('geometry')
  return (
    <div className={styles.where}>
      <Segmented
        label={m.shape}
        options={KINDS.map((kind) => ({ value: kind, label: m.kinds[kind] }))}
        value={draft.kind}
        onChange={(kind) =>
          change({ kind, points: kind === 'point' ? draft.points.slice(-1) : draft.points })
        }
      />
      <ShapeDrawing kind={draft.kind} points={draft.points} onChange={(points) => change({ points })} />
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

function EffectFields({ form: { draft, change, errorAt } }: { form: ClosureForm }) {
  const m = useMessages(editorMessages)
  const words = useMessages(roadWords)
  const { percent } = useFormats()
  return (
    <>
      <div className={styles.where}>
        <span className={styles.label}>{m.effect}</span>
        <Segmented
          label={m.effect}
          options={EFFECTS.map((effect) => ({
            value: effect,
            label: m.effects[effect],
          }))}
          value={draft.effect}
          onChange={(effect) => change({ effect })}
        />
      </div>
      <div className={styles.pair}>
        <Field label={m.cause} error={errorAt('cause')}>
          {(control) => (
            <select
              {...control}
              value={draft.cause}
              onChange={(event) => change({ cause: event.target.value as ClosureCause })}
            >
              {CLOSURE_CAUSES.map((cause) => (
                <option key={cause} value={cause}>
                  {words.causes[cause]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {draft.effect === 'slow' && (
          <Field label={m.speed} error={errorAt('speedFactor')}>
            {(control) => (
              <select
                {...control}
                value={draft.speedFactor}
                onChange={(event) => change({ speedFactor: Number(event.target.value) })}
              >
                {[...new Set([...SPEEDS, draft.speedFactor])].map((speed) => (
                  <option key={speed} value={speed}>
                    {percent(speed)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
    </>
  )
}

function TimeFields({ form: { draft, change, errorAt } }: { form: ClosureForm }) {
  const m = useMessages(editorMessages)
  return (
    <>
      <div className={styles.pair}>
        <Field label={m.startsAt} error={errorAt('startsAt')}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={draft.startsAt}
              onChange={(event) => change({ startsAt: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.endsOn} error={errorAt('endsAt')}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={draft.endsOn}
              onChange={(event) => change({ endsOn: event.target.value })}
            />
          )}
        </Field>
      </div>
      <p className={styles.hint}>{m.endsHint}</p>
    </>
  )
}

function TextFields({ form: { draft, change, errorAt } }: { form: ClosureForm }) {
  const m = useMessages(editorMessages)
  return (
    <>
      <Field label={m.note} hint={m.noteHint} error={errorAt('note')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2000}
            dir="auto"
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
      <details>
        <summary>{m.more}</summary>
        <Field label={m.halfLife} hint={m.halfLifeHint} error={errorAt('halfLifeDays')}>
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              value={draft.halfLifeDays}
              onChange={(event) => change({ halfLifeDays: event.target.value.trim() })}
            />
          )}
        </Field>
      </details>
    </>
  )
}
