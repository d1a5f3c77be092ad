import { IconCopy } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { networkMessages } from './network-messages.ts'
import styles from './networks.module.css'

/** A command for the terminal of the server, to be copied. */
export function Command({ text }: { text: string }) {
  const m = useMessages(networkMessages)
  const toast = useToast()
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    toast.show(m.copied)
  }
  return (
    <div className={styles.command}>
      <code dir="ltr">{text}</code>
      {/* A page that is served without TLS from another machine has no clipboard. */}
      {navigator.clipboard && (
        <Button size="small" icon={<IconCopy aria-hidden="true" />} onClick={() => void copy()}>
          {m.copy}
        </Button>
      )}
    </div>
  )
}
