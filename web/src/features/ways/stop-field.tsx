import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './stop-field.module.css'
import type { StopText } from './stops.ts'
import { type StopOption, useStopOptions } from './use-stop-options.ts'

interface StopFieldProps {
  label: string
  /** The chosen stop's name; empty when none is chosen. */
  name: string
  onChoose(stop: StopText, label: string): void
}

/** A text field with its list: a post, a place that the search finds, or typed coordinates. */
export function StopField({ label, name, onChoose }: StopFieldProps) {
  const m = useMessages(messages)
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const isOpen = text !== null
  const { options, isSearching } = useStopOptions(text ?? '', isOpen)
  const at = Math.min(active, options.length - 1)

  function choose(option: StopOption | undefined) {
    if (!option) return
    setText(null)
    onChoose(option.stop, option.group === 'point' ? '' : option.label)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setText(null)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isOpen) choose(options[Math.max(0, at)])
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) setText('')
      else setActive(Math.max(0, Math.min(options.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
    }
  }

  return (
    <div className={styles.field}>
      <input
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && at >= 0 ? `${id}-${at}` : undefined}
        placeholder={m.stopPlaceholder}
        value={text ?? name}
        onFocus={(event) => event.target.select()}
        onClick={() => setText((old) => old ?? '')}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onBlur={() => setText(null)}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <StopList
          id={id}
          options={options}
          active={at}
          onChoose={choose}
          emptyText={text.trim() === '' || isSearching ? null : m.noHit(text.trim())}
        />
      )}
    </div>
  )
}

interface StopListProps {
  id: string
  options: readonly StopOption[]
  active: number
  onChoose(option: StopOption): void
  emptyText: string | null
}

function StopList({ id, options, active, onChoose, emptyText }: StopListProps) {
  const m = useMessages(messages)
  const list = useRef<HTMLDivElement>(null)
  const heads = { posts: m.postsGroup, places: m.placesGroup, point: m.pointGroup }
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${active}`)}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <div ref={list} id={`${id}-list`} role="listbox" className={styles.list}>
      {options.map((option, index) => (
        <div key={`${option.stop} ${option.label}`} role="presentation">
          {option.group !== options[index - 1]?.group && (
            <div role="presentation" className={styles.group}>
              {heads[option.group]}
            </div>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses in the text field */}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            <span>{option.label}</span>
            <span className={styles.detail}>{option.detail}</span>
          </div>
        </div>
      ))}
      {options.length === 0 && emptyText && <p className={styles.none}>{emptyText}</p>}
    </div>
  )
}
