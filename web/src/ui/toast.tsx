import { IconX } from '@tabler/icons-react'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { Button, IconButton } from './button.tsx'
import { defineMessages, useMessages } from './language.tsx'
import styles from './toast.module.css'

const messages = defineMessages({
  fr: { undo: 'Annuler', close: 'Fermer le message' },
  en: { undo: 'Undo', close: 'Close the message' },
})

interface ToastOptions {
  /** Offers «Annuler» for as long as the message stands. */
  undo?: () => void
  /** Offers to go on from what was done: «Ouvrir la présentation». */
  next?: { label: string; run(): void }
}
interface ShownToast extends ToastOptions {
  id: number
  text: string
}

const SHOWN_MS = 8000
const ToastContext = createContext<{ show(text: string, options?: ToastOptions): void }>({ show() {} })

/** `useToast().show('Poste archivé', { undo })`: says what was done, and lets it be undone. */
export function useToast() {
  return use(ToastContext)
}

let nextId = 1

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([])
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const value = useMemo(
    () => ({
      show(text: string, options: ToastOptions = {}) {
        setToasts((all) => [...all.slice(-2), { id: nextId++, text, ...options }])
      },
    }),
    [],
  )
  return (
    <ToastContext value={value}>
      {children}
      <div className={styles.stack} role="status">
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onClose={close} />
        ))}
      </div>
    </ToastContext>
  )
}

function Toast({ toast, onClose }: { toast: ShownToast; onClose(id: number): void }) {
  const m = useMessages(messages)
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => onClose(toast.id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isHeld, onClose, toast.id])
  const offers = [
    ...(toast.next ? [toast.next] : []),
    ...(toast.undo ? [{ label: m.undo, run: toast.undo }] : []),
  ]
  const hold = () => setIsHeld(true)
  const release = () => setIsHeld(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer or the focus over a message only keeps it in view
    <div className={styles.toast} onMouseEnter={hold} onMouseLeave={release} onFocus={hold} onBlur={release}>
      <span>{toast.text}</span>
      {offers.map(({ label, run }) => (
        <Button
          key={label}
          variant="quiet"
          size="small"
          onClick={() => {
            run()
            onClose(toast.id)
          }}
        >
          {label}
        </Button>
      ))}
      <IconButton label={m.close} tip="above-end" icon={<IconX />} onClick={() => onClose(toast.id)} />
    </div>
  )
}
