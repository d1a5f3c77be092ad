import type { RoadEdit } from '@borne/api/contracts/road-edits'
import { useEffect, useId, useRef } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { LineKey } from '../../ui/line-key.tsx'
import { NETWORK_CHANGE_COLOURS } from '../../ui/network-change-scale.ts'
import { roadClassWords } from '../../ui/road-class-words.ts'
import { useTheme } from '../../ui/theme.ts'
import { EditButtons, EditFacts } from './edit-details.tsx'
import { CHANGE_OF_KIND, PROPOSED_DASHES, REJECTED_OPACITY } from './edit-layers.ts'
import { editMessages } from './edit-messages.ts'
import styles from './edits.module.css'
import { useOpenEdit } from './edits-on-map.tsx'
import { useEditWords } from './use-edit-words.ts'
import { useShowLine } from './use-show-line.ts'

interface EditItemProps {
  edit: RoadEdit
  isOpen: boolean
}

/** One line of the list; opened, all that is known of the correction and what may be done with it. */
export function EditItem({ edit, isOpen }: EditItemProps) {
  const m = useMessages(editMessages)
  const words = useMessages(roadClassWords)
  const { distance } = useFormats()
  const { placeOf, validityOf } = useEditWords()
  const open = useOpenEdit()
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  useShowLine(edit, isOpen)
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <li ref={item} className={styles.item} data-open={isOpen}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => open(isOpen ? null : edit)}
      >
        <EditKey edit={edit} />
        <span className={styles.words}>
          <span className={styles.title}>
            {edit.name ?? m.kinds[edit.kind]}
            {edit.isDemonstration && <span className={styles.mark}>{m.demonstration}</span>}
          </span>
          <span>{placeOf(edit)}</span>
          <span className={styles.muted}>
            {[
              distance(edit.lengthMetres),
              ...(edit.highway ? [words.highways[edit.highway]] : []),
              m.origins[edit.origin],
            ].join(' · ')}
          </span>
          {(edit.validFrom || edit.validUntil) && (
            <span className={styles.muted}>
              {m.validity} {validityOf(edit)}
            </span>
          )}
        </span>
      </button>
      {isOpen && (
        <div id={id} className={styles.detail}>
          <EditFacts edit={edit} />
          <EditButtons edit={edit} />
        </div>
      )}
    </li>
  )
}

/** The line that the map draws, with its state in words for who does not see it. */
function EditKey({ edit: { kind, state } }: { edit: RoadEdit }) {
  const m = useMessages(editMessages)
  const { theme } = useTheme()
  return (
    <span className={styles.key}>
      <LineKey
        colour={NETWORK_CHANGE_COLOURS[theme][CHANGE_OF_KIND[kind]]}
        dashes={state === 'proposed' ? PROPOSED_DASHES : null}
        {...(state === 'rejected' ? { opacity: REJECTED_OPACITY } : {})}
      />
      <span className="visually-hidden">{m.states[state]}</span>
    </span>
  )
}
