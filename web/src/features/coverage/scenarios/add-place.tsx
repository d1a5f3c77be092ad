import { useState } from 'react'
import { useMapMarker, useMapPick } from '../../../map/pick.ts'
import { usePlaceWords } from '../../../platform/use-place-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import type { AddChangeProps } from './change-adder.tsx'
import { changeMessages } from './change-messages.ts'
import styles from './changes.module.css'
import { PlaceSearch } from './place-search.tsx'
import { supposedId } from './supposed-id.ts'

/** A post that does not exist, at a settlement or anywhere on the map. */
export function PlaceOpens({ onAdd }: AddChangeProps) {
  const m = useMessages(changeMessages)
  const formats = useFormats()
  const tellPlace = usePlaceWords()
  const [name, setName] = useState('')
  const [position, setPosition] = useState<[number, number] | null>(null)
  useMapPick({ cursor: 'crosshair', onPick: setPosition })
  useMapMarker(position && { position, onMove: setPosition, label: name || m.newPost })
  return (
    <>
      <p className={styles.hint}>{m.placeHint}</p>
      <PlaceSearch
        label={m.placeSearch}
        onChoose={(place) => {
          setName(place.name)
          setPosition(place.position)
        }}
      />
      {position && (
        <>
          <Field label={m.name} hint={formats.position(position)}>
            {(control) => (
              <input
                {...control}
                maxLength={200}
                dir="auto"
                value={name}
                placeholder={defaultName(m.newPost, tellPlace(position))}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <Button
            size="small"
            variant="primary"
            onClick={() =>
              onAdd({
                kind: 'place-opens',
                placeId: supposedId(),
                name: name.trim() || defaultName(m.newPost, tellPlace(position)),
                position,
              })
            }
          >
            {m.confirm}
          </Button>
        </>
      )}
    </>
  )
}

/** What is not named is called by where it is. */
export function defaultName(word: string, place: string): string {
  return [word, place].filter(Boolean).join(' ')
}
