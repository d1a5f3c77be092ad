import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './tabs.module.css'

interface TabsProps<Id extends string> {
  /** Spoken name of the list of tabs. */
  label: string
  tabs: readonly { id: Id; label: ReactNode; panel: ReactNode }[]
  selected: Id
  onSelect(id: Id): void
}

/** Tabs by the ARIA pattern: arrows move and select, only the selected panel is rendered. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    tabs.findIndex((tab) => tab.id === selected),
  )

  // Of a list that is longer than its place, the selected one is in view.
  useEffect(() => {
    const tab = list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]
    const frame = list.current
    if (!tab || !frame || frame.scrollWidth <= frame.clientWidth) return
    frame.scrollLeft = tab.offsetLeft - frame.offsetLeft - (frame.clientWidth - tab.offsetWidth) / 2
  }, [at])

  function onKeyDown(event: KeyboardEvent) {
    const to = tabAfterKey(event.key, at, tabs.length, document.dir === 'rtl')
    if (to === undefined) return
    event.preventDefault()
    onSelect(tabs[to]!.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus()
  }

  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className={styles.list}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={index === at}
            aria-controls={index === at ? `${id}-panel` : undefined}
            tabIndex={index === at ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={onKeyDown}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tabs[at]?.id}`}>
        {tabs[at]?.panel}
      </div>
    </>
  )
}

export function tabAfterKey(
  key: string,
  at: number,
  count: number,
  isRightToLeft: boolean,
): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return undefined
  const step = (key === 'ArrowRight') === !isRightToLeft ? 1 : -1
  return (at + step + count) % count
}
