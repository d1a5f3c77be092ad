import { GROUNDS, type Ground, type Highway } from '@borne/geodata/road-network/road-codes'
import { useState } from 'react'
import type { ShapePoint } from '../../../map/shape.ts'
import { ShapeDrawing } from '../../../map/shape-drawing.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { roadClassWords } from '../../../ui/road-class-words.ts'
import type { AddChangeProps } from './change-adder.tsx'
import { changeMessages } from './change-messages.ts'
import styles from './changes.module.css'
import { supposedId } from './supposed-id.ts'

/** What is built in this country, from the best to the least. */
const BUILT_CLASSES = [
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'track',
] as const satisfies Highway[]
const BUILT_GROUNDS = GROUNDS.filter((one) => one !== 'unknown' && one !== 'water')

/** A new road, drawn on the map by clicks. */
export function RoadBuilt({ onAdd }: AddChangeProps) {
  const m = useMessages(changeMessages)
  const words = useMessages(roadClassWords)
  const [points, setPoints] = useState<ShapePoint[]>([])
  const [name, setName] = useState('')
  const [highway, setHighway] = useState<(typeof BUILT_CLASSES)[number]>('unclassified')
  const [ground, setGround] = useState<Ground | ''>('gravel')
  return (
    <>
      <ShapeDrawing kind="line" points={points} onChange={setPoints} />
      <p className={styles.hint}>{m.roadHint}</p>
      <div className={styles.pair}>
        <Field label={m.roadClass}>
          {(control) => (
            <select
              {...control}
              value={highway}
              onChange={({ target }) => setHighway(target.value as typeof highway)}
            >
              {BUILT_CLASSES.map((one) => (
                <option key={one} value={one}>
                  {words.highways[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={m.ground}>
          {(control) => (
            <select
              {...control}
              value={ground}
              onChange={({ target }) => setGround(target.value as typeof ground)}
            >
              <option value="">{m.unknownGround}</option>
              {BUILT_GROUNDS.map((one) => (
                <option key={one} value={one}>
                  {words.grounds[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field label={m.name}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            dir="auto"
            value={name}
            placeholder={m.newRoad}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Button
        size="small"
        variant="primary"
        disabled={points.length < 2}
        onClick={() =>
          onAdd({
            kind: 'road-built',
            roadId: supposedId(),
            name: name.trim() || m.newRoad,
            highway,
            ground: ground || null,
            coordinates: points,
          })
        }
      >
        {m.confirm}
      </Button>
    </>
  )
}
