import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import styles from './menu.module.css'

interface MenuProps {
  /** Spoken name of the button. */
  label: string
  button: ReactNode
  buttonClassName?: string | undefined
  /** Drawn while it is open; `close` puts it away. */
  children(close: () => void): ReactNode
}

const GAP = 6

/** A few links and actions under a button, above it where there is no room below: a click beside it or Esc closes it. */
export function Menu({ label, button, buttonClassName = '', children }: MenuProps) {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  // Once its content is drawn: before, it has no height that could be fitted into the window.
  useLayoutEffect(() => {
    if (!isOpen || !anchor.current || !box.current) return
    const { top, bottom, left, right } = anchor.current.getBoundingClientRect()
    const { offsetWidth, offsetHeight, style } = box.current
    const atEnd = document.dir === 'rtl' ? left : window.innerWidth - right
    const hasRoomBelow = bottom + GAP + offsetHeight <= window.innerHeight
    style.insetBlockStart = hasRoomBelow ? `${bottom + GAP}px` : 'auto'
    style.insetBlockEnd = hasRoomBelow ? 'auto' : `${window.innerHeight - top + GAP}px`
    style.maxBlockSize = `${(hasRoomBelow ? window.innerHeight - bottom : top) - 2 * GAP}px`
    style.insetInlineEnd = `${Math.max(GAP, Math.min(atEnd, window.innerWidth - offsetWidth - GAP))}px`
  }, [isOpen])

  return (
    <>
      <button
        ref={anchor}
        type="button"
        popoverTarget={id}
        aria-label={label}
        aria-expanded={isOpen}
        className={`${styles.button} ${buttonClassName}`}
      >
        {button}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className={styles.box}
        onToggle={({ newState }) => setIsOpen(newState === 'open')}
      >
        {isOpen && children(() => box.current?.hidePopover())}
      </div>
    </>
  )
}

/** The look of a link or a button in a menu. */
export const menuItemClass = styles.item ?? ''
