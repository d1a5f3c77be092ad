import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'
import { type ComponentType, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { ClosureLifted } from './add-closure-lifted.tsx'
import { PlaceOpens } from './add-place.tsx'
import { PostCloses, PostOpens } from './add-post.tsx'
import { RoadBuilt } from './add-road.tsx'
import { RoadCut } from './add-road-cut.tsx'
import { WorksDone } from './add-works.tsx'
import { CHANGE_KINDS, type ChangeKind, changeMessages } from './change-messages.ts'
import styles from './changes.module.css'

export interface AddChangeProps {
  /** What the scenario changes already. */
  changes: readonly CoverageChange[]
  /** Day of the question; undefined: the dry season without closures. */
  day: string | undefined
  onAdd(change: CoverageChange): void
}

const FORMS: Record<ChangeKind, ComponentType<AddChangeProps>> = {
  'post-opens': PostOpens,
  'works-done': WorksDone,
  'place-opens': PlaceOpens,
  'post-closes': PostCloses,
  'road-built': RoadBuilt,
  'road-cut': RoadCut,
  'closure-lifted': ClosureLifted,
}

/** One more change: first its kind, then what it takes. */
export function ChangeAdder({ onAdd, ...rest }: AddChangeProps) {
  const m = useMessages(changeMessages)
  const [kind, setKind] = useState<ChangeKind | null>(null)
  const Form = kind && FORMS[kind]
  return (
    <div className={styles.adder}>
      <select
        aria-label={m.add}
        value={kind ?? ''}
        onChange={(event) => setKind((event.target.value || null) as ChangeKind | null)}
      >
        <option value="">{m.add}</option>
        {CHANGE_KINDS.map((one) => (
          <option key={one} value={one}>
            {m.kinds[one]}
          </option>
        ))}
      </select>
      {Form && (
        <div className={styles.form}>
          <Form
            key={kind}
            {...rest}
            onAdd={(change) => {
              setKind(null)
              onAdd(change)
            }}
          />
          <Button size="small" variant="quiet" className={styles.cancel ?? ''} onClick={() => setKind(null)}>
            {m.cancel}
          </Button>
        </div>
      )}
    </div>
  )
}
