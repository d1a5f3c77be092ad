import { useState } from 'react'
import { useMapMarker, useMapPick } from '../../../map/pick.ts'
import { usePlaceWords } from '../../../platform/use-place-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { defaultName } from './add-place.tsx'
import type { AddChangeProps } from './change-adder.tsx'
import { changeMessages } from './change-messages.ts'
import styles from './changes.module.css'
import { supposedId } from './supposed-id.ts'

/** The road nearest to a click is cut: a ford, a bridge, a track. */
export function RoadCut({ onAdd }: AddChangeProps) {
  const m = useMessages(changeMessages)
  const tellPlace = usePlaceWords()
  const [name, setName] = useState('')
  const [position, setPosition] = useState<[number, number] | null>(null)
  useMapPick({ cursor: 'crosshair', onPick: setPosition })
  useMapMarker(position && { position, onMove: setPosition, label: name || m.newCut })
  const called = position ? name.trim() || defaultName(m.newCut, tellPlace(position)) : ''
  return (
    <>
      <p className={styles.hint}>{m.cutHint}</p>
      {position && (
        <>
          <Field label={m.name}>
            {(control) => (
              <input
                {...control}
                maxLength={200}
                dir="auto"
                value={name}
                placeholder={called}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <Button
            size="small"
            variant="primary"
            onClick={() => onAdd({ kind: 'road-cut', cutId: supposedId(), name: called, position })}
          >
            {m.confirm}
          </Button>
        </>
      )}
    </>
  )
}
