import { useId, useState } from 'react'
import { Button } from './button.tsx'
import styles from './check-list.module.css'
import { Checkbox } from './field.tsx'
import { defineMessages, useMessages } from './language.tsx'

const messages = defineMessages({
  fr: {
    all: 'Tout choisir',
    none: 'Ne rien choisir',
    filter: 'Chercher',
    chosen: (chosen: string, total: string) => `${chosen} sur ${total}`,
    nothing: 'Rien ne porte ce nom.',
  },
  en: {
    all: 'Choose all',
    none: 'Choose none',
    filter: 'Search',
    chosen: (chosen: string, total: string) => `${chosen} of ${total}`,
    nothing: 'Nothing has this name.',
  },
})

interface CheckListProps {
  label: string
  items: readonly { id: string; label: string; hint?: string }[]
  chosen: ReadonlySet<string>
  onChange(chosen: ReadonlySet<string>): void
}

const MANY = 10

/** Several choices among many: all in view, a search when they are many. */
export function CheckList({ label, items, chosen, onChange }: CheckListProps) {
  const m = useMessages(messages)
  const [text, setText] = useState('')
  const titleId = useId()
  const shown = items.filter((item) => matches(`${item.label} ${item.hint ?? ''}`, text))
  const isAll = items.every(({ id }) => chosen.has(id))

  function toggle(id: string, isChosen: boolean) {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    onChange(next)
  }

  return (
    <fieldset className={styles.list} aria-labelledby={titleId}>
      <div className={styles.head}>
        <span id={titleId} className={styles.title}>
          {label}
        </span>
        <span className={styles.count}>{m.chosen(String(chosen.size), String(items.length))}</span>
        <Button
          size="small"
          variant="quiet"
          onClick={() => onChange(new Set(isAll ? [] : items.map(({ id }) => id)))}
        >
          {isAll ? m.none : m.all}
        </Button>
      </div>
      {items.length > MANY && (
        <input
          type="search"
          aria-label={m.filter}
          placeholder={m.filter}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <div className={styles.items}>
        {shown.map((item) => (
          <Checkbox
            key={item.id}
            label={
              <>
                {item.label} {item.hint && <span className={styles.hint}>{item.hint}</span>}
              </>
            }
            checked={chosen.has(item.id)}
            onChange={(isChosen) => toggle(item.id, isChosen)}
          />
        ))}
        {shown.length === 0 && <p className={styles.hint}>{m.nothing}</p>}
      </div>
    </fieldset>
  )
}

function matches(text: string, asked: string): boolean {
  return plain(text).includes(plain(asked))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
