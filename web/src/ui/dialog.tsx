import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button, IconButton } from './button.tsx'
import styles from './dialog.module.css'
import { defineMessages, useMessages } from './language.tsx'

const messages = defineMessages({
  fr: { close: 'Fermer', cancel: 'Annuler' },
  en: { close: 'Close', cancel: 'Cancel' },
})

interface DialogProps {
  isOpen: boolean
  onClose(): void
  title: string
  footer?: ReactNode
  isWide?: boolean
  /** Things stand side by side in it: as wide as the window. */
  isWidest?: boolean
  children: ReactNode
}

/** A modal dialog on the native element: it keeps the focus, Esc closes it, the focus comes back. */
export function Dialog({
  isOpen,
  onClose,
  title,
  footer,
  isWide = false,
  isWidest = false,
  children,
}: DialogProps) {
  const m = useMessages(messages)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
  }, [isOpen])
  if (!isOpen) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; the keyboard has Esc
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${isWidest ? styles.widest : isWide ? styles.wide : ''}`}
      aria-labelledby={titleId}
      onClose={(event) => {
        // React lets the end of a dialog inside this one come up to here.
        if (event.target === dialog.current) onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close()
      }}
    >
      <div className={styles.box}>
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <IconButton
            label={m.close}
            tip="below-end"
            icon={<IconX />}
            onClick={() => dialog.current?.close()}
          />
        </div>
        <div className={styles.body}>{children}</div>
        {footer && <div className={styles.foot}>{footer}</div>}
      </div>
    </dialog>
  )
}

interface ConfirmDialogProps {
  isOpen: boolean
  /** Names the thing: «Archiver le poste Ghabou ?» */
  title: string
  /** The verb alone: «Archiver» */
  confirmLabel: string
  onConfirm(): void
  onCancel(): void
  children?: ReactNode
}

/** Asks once before something that cannot be undone. */
export function ConfirmDialog({
  isOpen,
  title,
  confirmLabel,
  onConfirm,
  onCancel,
  children,
}: ConfirmDialogProps) {
  const m = useMessages(messages)
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onCancel}
      title={title}
      footer={
        <>
          <Button onClick={onCancel}>{m.cancel}</Button>
          <Button variant="danger" onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
