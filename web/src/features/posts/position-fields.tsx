import type { PositionConfidence } from '@borne/api/contracts/posts'
import { IconMapPin } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { useMapLayers } from '../../map/layers.ts'
import { useMapMarker, useMapPick } from '../../map/pick.ts'
import type { Problem } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { splitPair, writeDegrees } from './coordinates.ts'
import { editorMessages } from './editor-messages.ts'
import { type PostDraft, readPosition } from './post-draft.ts'
import styles from './post-editor.module.css'
import { uncertaintyLayer } from './post-layer.ts'
import { postMessages } from './post-messages.ts'
import { CONFIDENCES, POSITION_METHODS } from './post-terms.ts'
import { ChoiceField, NumberField, TextField } from './row-fields.tsx'
import { termMessages } from './term-messages.ts'
import type { PostForm } from './use-post-editor.ts'

const UNCONFIRMED_METRES = 10_000

interface PositionFieldsProps {
  form: PostForm
  problem: Problem | null
}

/** Where the post is: a marker on the map and two numbers, which say the same. */
export function PositionFields({ form, problem }: PositionFieldsProps) {
  const m = useMessages(editorMessages)
  const { draft, change } = form
  const position = readPosition(draft)
  const [isPicking, setIsPicking] = useState(false)
  const { show } = useMapCamera()
  const place = ([lon, lat]: [number, number]) => {
    change({ latitude: writeDegrees(lat), longitude: writeDegrees(lon), positionMethod: 'map' })
    setIsPicking(false)
  }
  useMapPick(isPicking || !position ? { onPick: place, cursor: 'crosshair' } : null)
  useMapMarker(position ? { position, onMove: place, label: m.marker } : null)
  useUncertaintyOnMap(draft.positionConfidence === 'unconfirmed' ? draft.uncertaintyMetres : null, position)

  return (
    <PanelSection title={m.position}>
      <div className={styles.fields}>
        <p className={styles.hint}>{position ? m.positionHint : m.placeHint}</p>
        <CoordinateFields form={form} onTyped={() => position && show({ center: position })} />
        <Suggestion
          problem={problem}
          onTake={(at) => {
            place(at)
            show({ center: at })
          }}
        />
        <div className={styles.buttons}>
          <Button
            size="small"
            icon={<IconMapPin aria-hidden="true" />}
            aria-pressed={isPicking}
            onClick={() => setIsPicking(!isPicking)}
          >
            {isPicking ? m.picking : m.pick}
          </Button>
          {position && (
            <Button size="small" variant="quiet" onClick={() => change({ latitude: '', longitude: '' })}>
              {m.clearPosition}
            </Button>
          )}
        </div>
        <p className={styles.hint}>{m.derived}</p>
        <ConfidenceFields form={form} />
      </div>
    </PanelSection>
  )
}

interface CoordinateFieldsProps {
  form: PostForm
  /** The person is done with a field. */
  onTyped(): void
}

function CoordinateFields({ form: { draft, change, errorAt }, onTyped }: CoordinateFieldsProps) {
  const m = useMessages(editorMessages)
  const errorId = useId()
  const error = errorAt('position')
  return (
    <div className={styles.pair}>
      {(['latitude', 'longitude'] as const).map((axis) => (
        <Field key={axis} label={m[axis]} error={errorAt(axis)}>
          {(control) => (
            <input
              {...control}
              aria-invalid={error ? true : control['aria-invalid']}
              aria-describedby={error ? errorId : control['aria-describedby']}
              className={styles.degrees}
              autoComplete="off"
              value={draft[axis]}
              onBlur={onTyped}
              onChange={(event) => {
                const pair = splitPair(event.target.value)
                change(pair ? { latitude: pair[0], longitude: pair[1] } : { [axis]: event.target.value })
              }}
            />
          )}
        </Field>
      ))}
      {error && (
        <p id={errorId} className={`${styles.error} ${styles.wide}`}>
          {error}
        </p>
      )}
    </div>
  )
}

/** «Vouliez-vous dire …?» when the server sees which slip was made. */
function Suggestion({ problem, onTake }: { problem: Problem | null; onTake(at: [number, number]): void }) {
  const m = useMessages(editorMessages)
  const formats = useFormats()
  const suggestion = problem?.extra?.suggestion as [number, number] | undefined
  if (problem?.code !== 'position-swapped' || !suggestion) return null
  return (
    <Button size="small" variant="primary" onClick={() => onTake(suggestion)}>
      {m.useSuggestion(formats.position(suggestion))}
    </Button>
  )
}

function ConfidenceFields({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const m = useMessages(editorMessages)
  const { fields } = useMessages(postMessages)
  const terms = useMessages(termMessages)
  return (
    <>
      <ChoiceField
        label={fields.positionConfidence}
        values={CONFIDENCES}
        words={terms.confidences}
        value={draft.positionConfidence}
        onChange={(confidence) => change(withConfidence(draft, confidence))}
      />
      {draft.positionConfidence !== 'confirmed' && (
        <NumberField
          label={m.uncertainty}
          hint={m.uncertaintyHint}
          error={errorAt('uncertaintyMetres')}
          most={50_000}
          value={draft.uncertaintyMetres}
          onChange={(uncertaintyMetres) => change({ uncertaintyMetres })}
        />
      )}
      <ChoiceField
        label={fields.positionMethod}
        values={POSITION_METHODS}
        words={terms.methods}
        value={draft.positionMethod}
        onChange={(positionMethod) => change({ positionMethod })}
      />
      <TextField
        label={`${fields.positionNote} (${m.optional})`}
        lines={2}
        error={errorAt('positionNote')}
        value={draft.positionNote}
        onChange={(positionNote) => change({ positionNote })}
      />
    </>
  )
}

/** An unconfirmed position has a circle in which the post lies; another one has it only where it is stated. */
function withConfidence(draft: PostDraft, positionConfidence: PositionConfidence): Partial<PostDraft> {
  const stated = positionConfidence === 'unconfirmed' ? (draft.uncertaintyMetres ?? UNCONFIRMED_METRES) : null
  return { positionConfidence, uncertaintyMetres: stated }
}

function useUncertaintyOnMap(radiusMetres: number | null, position: [number, number] | null) {
  const [lon, lat] = position ?? []
  const layers = useMemo(() => {
    if (!radiusMetres || lon === undefined || lat === undefined) return []
    return [uncertaintyLayer('draft-uncertainty', [lon, lat], radiusMetres)]
  }, [radiusMetres, lon, lat])
  useMapLayers('drawing', layers)
}
