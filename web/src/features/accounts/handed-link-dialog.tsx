import { IconCopy } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { accountMessages } from './account-messages.ts'
import styles from './accounts.module.css'
import type { ShownLink } from './accounts-tab.tsx'

/** The one moment in which a link can be read: it is copied from here and handed over. */
export function HandedLinkDialog({
  shown: { account, link },
  onClose,
}: {
  shown: ShownLink
  onClose(): void
}) {
  const m = useMessages(accountMessages)
  const formats = useFormats()
  const toast = useToast()

  function copy() {
    navigator.clipboard.writeText(link.url).then(
      () => toast.show(m.copied),
      () => toast.show(m.copyFailed),
    )
  }

  return (
    <Dialog
      isOpen
      title={m.linkTitle(account.name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.understood}</Button>
          <Button variant="primary" icon={<IconCopy aria-hidden="true" />} onClick={copy}>
            {m.copyLink}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{m.linkHand}</p>
        <Field label={m.link}>
          {(control) => (
            <input
              {...control}
              readOnly
              className={styles.linkText}
              value={link.url}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
        <p className={styles.hint}>{m.linkExpires(formats.instant(link.expiresAt))}</p>
        {link.isSent && <p>{m.linkSent(account.email)}</p>}
      </div>
    </Dialog>
  )
}
