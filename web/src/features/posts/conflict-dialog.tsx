import type { PostInput } from '@borne/api/contracts/posts'
import { useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import {
  compareVersions,
  type FieldDifference,
  keptSides,
  mergeVersions,
  type PostField,
  type Side,
} from './compare-versions.ts'
import styles from './conflict-dialog.module.css'
import { editorMessages } from './editor-messages.ts'
import { statementOf } from './post-draft.ts'
import { postMessages } from './post-messages.ts'
import { tellField } from './tell-field.ts'
import { useFieldWords } from './use-field-words.ts'
import type { Conflict } from './use-post-editor.ts'

interface ConflictDialogProps {
  conflict: Conflict
  onMerge(merged: PostInput): void
  onClose(): void
}

/** Both versions side by side, field by field, with what each began from; a person chooses what stays. */
export function ConflictDialog({ conflict, onMerge, onClose }: ConflictDialogProps) {
  const m = useMessages(editorMessages)
  const formats = useFormats()
  const [choices, setChoices] = useState<Partial<Record<PostField, Side>>>({})
  const theirs = statementOf(conflict.theirs)
  const differences = compareVersions(conflict.base, conflict.mine, theirs)
  const kept = keptSides(differences, choices)
  const left = differences.length - Object.keys(kept).length
  return (
    <Dialog
      isOpen
      isWide
      title={m.conflictTitle(conflict.theirs.name)}
      onClose={onClose}
      footer={
        <>
          <span className={styles.left}>{left > 0 && m.toChoose(left)}</span>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button
            variant="primary"
            disabled={left > 0 || differences.length === 0}
            onClick={() => onMerge(mergeVersions(conflict.mine, theirs, kept))}
          >
            {m.saveMerged}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{m.conflictText(formats.relative(conflict.theirs.updatedAt))}</p>
      <ChooseAll differences={differences} onChoose={setChoices} />
      {differences.map((difference) => (
        <Difference
          key={difference.field}
          difference={difference}
          kept={kept[difference.field]}
          onChoose={(side) => setChoices({ ...choices, [difference.field]: side })}
        />
      ))}
    </Dialog>
  )
}

interface ChooseAllProps {
  differences: readonly FieldDifference[]
  onChoose(choices: Partial<Record<PostField, Side>>): void
}

function ChooseAll({ differences, onChoose }: ChooseAllProps) {
  const m = useMessages(editorMessages)
  const choose = (side: Side) => onChoose(Object.fromEntries(differences.map(({ field }) => [field, side])))
  if (differences.length === 0) return <p>{m.noDifference}</p>
  return (
    <div className={styles.all}>
      <Button size="small" onClick={() => choose('mine')}>
        {m.allMine}
      </Button>
      <Button size="small" onClick={() => choose('theirs')}>
        {m.allTheirs}
      </Button>
    </div>
  )
}

interface DifferenceProps {
  difference: FieldDifference
  kept: Side | undefined
  onChoose(side: Side): void
}

function Difference({ difference, kept, onChoose }: DifferenceProps) {
  const m = useMessages(editorMessages)
  const { fields } = useMessages(postMessages)
  const name = useId()
  const { field, base, mine, theirs, changedBy } = difference
  const why = { mine: m.onlyMine, theirs: m.onlyTheirs, both: m.bothChanged }[changedBy]
  return (
    <fieldset className={styles.difference} data-open={kept === undefined || undefined}>
      <legend>
        {fields[field]} <span className={styles.why}>{why}</span>
      </legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className={styles.side}>
          <input type="radio" name={name} checked={kept === side} onChange={() => onChoose(side)} />
          <span>
            <span className={styles.sideName}>{m[side]}</span>
            <FieldValue
              field={field}
              value={side === 'mine' ? mine : theirs}
              other={side === 'mine' ? theirs : mine}
            />
          </span>
        </label>
      ))}
      <details className={styles.base}>
        <summary>{m.wasBefore}</summary>
        <FieldValue field={field} value={base} other={base} />
      </details>
    </fieldset>
  )
}

/** The lines of a value; those that the other version lacks stand out. */
function FieldValue({ field, value, other }: { field: PostField; value: unknown; other: unknown }) {
  const m = useMessages(editorMessages)
  const words = useFieldWords()
  const formats = useFormats()
  const lines = tellField(field, value, words, formats)
  const others = tellField(field, other, words, formats)
  if (lines.length === 0) return <em className={styles.empty}>{m.empty}</em>
  return lines.map((line) => (
    <span key={line} dir="auto" className={`${styles.line} ${others.includes(line) ? '' : styles.own}`}>
      {line}
    </span>
  ))
}
