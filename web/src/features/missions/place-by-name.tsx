import { searchKey } from '@borne/geodata/geometry/search-key'
import type { ViaPoint } from '@borne/geodata/itinerary/mission-types'
import { useId, useState } from 'react'
import styles from './way.module.css'

interface PlaceByNameProps {
  label: string
  nowhere: string
  places: readonly ViaPoint[]
  onChoose(place: ViaPoint): void
}

const MOST_SHOWN = 6

/** A place by its name; what is found stands under the field until one is taken. */
export function PlaceByName({ label, nowhere, places, onChoose }: PlaceByNameProps) {
  const id = useId()
  const [text, setText] = useState('')
  const typed = searchKey(text)
  const found = typed === '' ? [] : findPlaces(places, typed)
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {found.length > 0 && (
        <ul className={styles.found}>
          {found.map((place) => (
            <li key={JSON.stringify(place)}>
              <button
                type="button"
                onClick={() => {
                  setText('')
                  onChoose(place)
                }}
              >
                {place.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {typed !== '' && found.length === 0 && <p className={styles.none}>{nowhere}</p>}
    </div>
  )
}

/** Names that begin so before those that have it inside. */
function findPlaces(places: readonly ViaPoint[], typed: string): ViaPoint[] {
  const keyed = places.map((place) => ({ place, key: searchKey(place.name ?? '') }))
  const begins = keyed.filter(({ key }) => key.startsWith(typed))
  const holds = keyed.filter(({ key }) => !key.startsWith(typed) && key.includes(typed))
  return [...begins, ...holds].slice(0, MOST_SHOWN).map(({ place }) => place)
}
