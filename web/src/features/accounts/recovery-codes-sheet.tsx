import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { downloadText } from '../../ui/download.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './own-account.module.css'
import { ownMessages } from './own-messages.ts'

interface RecoveryCodesSheetProps {
  codes: readonly string[]
  email: string
  onDone(): void
}

/** The recovery codes, this once: to copy, to keep as a file, to print. */
export function RecoveryCodesSheet({ codes, email, onDone }: RecoveryCodesSheetProps) {
  const m = useMessages(ownMessages)
  const toast = useToast()
  const text = [m.codesOf(email), '', ...codes, ''].join('\n')

  function copy() {
    navigator.clipboard.writeText(text).then(
      () => toast.show(m.copied),
      () => toast.show(m.copyFailed),
    )
  }

  return (
    <section className={styles.codesSheet} aria-labelledby="codes-title">
      <h2 id="codes-title">{m.codesTitle}</h2>
      <p>{m.codesText}</p>
      <p className={styles.codesOf}>{m.codesOf(email)}</p>
      <ul className={styles.codes} data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button icon={<IconCopy aria-hidden="true" />} onClick={copy}>
          {m.copy}
        </Button>
        <Button
          icon={<IconDownload aria-hidden="true" />}
          onClick={() => downloadText(m.fileName, 'text/plain', text)}
        >
          {m.download}
        </Button>
        <Button icon={<IconPrinter aria-hidden="true" />} onClick={() => window.print()}>
          {m.print}
        </Button>
      </div>
      <Button variant="primary" className={styles.kept} onClick={onDone}>
        {m.kept}
      </Button>
    </section>
  )
}
