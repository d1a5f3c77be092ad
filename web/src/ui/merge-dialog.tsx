import { useId, useState } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { defineMessages, plural, useMessages } from './language.tsx'
import styles from './merge-dialog.module.css'
import { keptSides, type Side } from './merge-sides.ts'

const messages = defineMessages({
  fr: {
    cancel: 'Annuler',
    mine: 'Votre version',
    theirs: 'Version enregistrée',
    wasBefore: 'Au départ',
    onlyMine: 'changé par vous seulement',
    onlyTheirs: 'vous n’y avez pas touché',
    bothChanged: 'changé des deux côtés : à choisir',
    allMine: 'Garder toute ma version',
    allTheirs: 'Garder toute la version enregistrée',
    toChoose: (count: number) =>
      plural('fr', count, 'Encore 1 champ à choisir', `Encore ${count} champs à choisir`),
    saveMerged: 'Enregistrer ce choix',
    noDifference: 'Les deux versions disent la même chose : il n’y a rien à enregistrer.',
    empty: 'rien',
  },
  en: {
    cancel: 'Cancel',
    mine: 'Your version',
    theirs: 'Saved version',
    wasBefore: 'At the start',
    onlyMine: 'only you changed it',
    onlyTheirs: 'you did not touch it',
    bothChanged: 'changed on both sides: choose',
    allMine: 'Keep all of my version',
    allTheirs: 'Keep all of the saved version',
    toChoose: (count: number) =>
      plural('en', count, '1 field still to choose', `${count} fields still to choose`),
    saveMerged: 'Save this choice',
    noDifference: 'Both versions say the same: there is nothing to save.',
    empty: 'nothing',
  },
})

/** One field in which two versions that grew from the same one differ, as lines to read. */
export interface MergeDifference<Field extends string> {
  readonly field: Field
  readonly label: string
  /** Who changed it; when both did, in different ways, a person must choose. */
  readonly changedBy: Side | 'both'
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

interface MergeDialogProps<Field extends string> {
  title: string
  intro: string
  differences: readonly MergeDifference<Field>[]
  onMerge(kept: Partial<Record<Field, Side>>): void
  onClose(): void
}

/** Both versions side by side, field by field, with what each began from; a person chooses what stays. */
export function MergeDialog<Field extends string>({
  title,
  intro,
  differences,
  onMerge,
  onClose,
}: MergeDialogProps<Field>) {
  const m = useMessages(messages)
  const [choices, setChoices] = useState<Partial<Record<Field, Side>>>({})
  const kept = keptSides(differences, choices)
  const left = differences.length - Object.keys(kept).length
  const chooseAll = (side: Side) =>
    setChoices(
      Object.fromEntries(differences.map(({ field }) => [field, side])) as Partial<Record<Field, Side>>,
    )
  return (
    <Dialog
      isOpen
      isWide
      title={title}
      onClose={onClose}
      footer={
        <>
          <span className={styles.left}>{left > 0 && m.toChoose(left)}</span>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button
            variant="primary"
            disabled={left > 0 || differences.length === 0}
            onClick={() => onMerge(kept)}
          >
            {m.saveMerged}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{intro}</p>
      {differences.length === 0 ? (
        <p>{m.noDifference}</p>
      ) : (
        <div className={styles.all}>
          <Button size="small" onClick={() => chooseAll('mine')}>
            {m.allMine}
          </Button>
          <Button size="small" onClick={() => chooseAll('theirs')}>
            {m.allTheirs}
          </Button>
        </div>
      )}
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

interface DifferenceProps {
  difference: MergeDifference<string>
  kept: Side | undefined
  onChoose(side: Side): void
}

function Difference({ difference, kept, onChoose }: DifferenceProps) {
  const m = useMessages(messages)
  const name = useId()
  const { label, base, mine, theirs, changedBy } = difference
  const why = { mine: m.onlyMine, theirs: m.onlyTheirs, both: m.bothChanged }[changedBy]
  return (
    <fieldset className={styles.difference} data-open={kept === undefined || undefined}>
      <legend>
        {label} <span className={styles.why}>{why}</span>
      </legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className={styles.side}>
          <input type="radio" name={name} checked={kept === side} onChange={() => onChoose(side)} />
          <span>
            <span className={styles.sideName}>{m[side]}</span>
            <FieldLines lines={side === 'mine' ? mine : theirs} others={side === 'mine' ? theirs : mine} />
          </span>
        </label>
      ))}
      <details className={styles.base}>
        <summary>{m.wasBefore}</summary>
        <FieldLines lines={base} others={base} />
      </details>
    </fieldset>
  )
}

/** The lines of a value; those that the other version lacks stand out. */
function FieldLines({ lines, others }: { lines: readonly string[]; others: readonly string[] }) {
  const m = useMessages(messages)
  if (lines.length === 0) return <em className={styles.empty}>{m.empty}</em>
  return lines.map((line) => (
    <span key={line} dir="auto" className={`${styles.line} ${others.includes(line) ? '' : styles.own}`}>
      {line}
    </span>
  ))
}
