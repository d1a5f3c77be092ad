import type { MadeShareLink } from '@borne/api/contracts/briefings'
import { IconCopy } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { lastDayOf } from './last-day.ts'
import styles from './share.module.css'
import { shareMessages } from './share-messages.ts'

const QrCode = lazy(async () => ({ default: (await import('../../ui/qr-code.tsx')).QrCode }))

/** The one moment in which the address of a link can be read. */
export function MadeLink({ made, onClose }: { made: MadeShareLink; onClose(): void }) {
  const m = useMessages(shareMessages)
  const formats = useFormats()
  const copy = useCopy()
  const { url, embedUrl, link } = made
  const embedCode =
    embedUrl && `<iframe src="${embedUrl}" width="960" height="600" allow="fullscreen"></iframe>`
  return (
    <Dialog
      isOpen
      title={m.madeTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.understood}</Button>
          <Button
            variant="primary"
            icon={<IconCopy aria-hidden="true" />}
            onClick={() => copy(url, m.copied)}
          >
            {m.copy}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{m.madeText}</p>
        <Field label={m.url} hint={m.opensUntil(formats.day(lastDayOf(link)))}>
          {(control) => (
            <input
              {...control}
              readOnly
              className={styles.address}
              value={url}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
        <Suspense fallback={<div className={styles.qr} />}>
          <QrCode text={url} label={m.qr} />
        </Suspense>
        {embedCode && (
          <>
            <Field label={m.embed}>
              {(control) => (
                <textarea
                  {...control}
                  readOnly
                  rows={3}
                  className={styles.address}
                  value={embedCode}
                  onFocus={(event) => event.target.select()}
                />
              )}
            </Field>
            <div>
              <Button size="small" onClick={() => copy(embedCode, m.copiedCode)}>
                {m.copyEmbed}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}

function useCopy() {
  const m = useMessages(shareMessages)
  const toast = useToast()
  return (text: string, said: string) =>
    void navigator.clipboard.writeText(text).then(
      () => toast.show(said),
      () => toast.show(m.copyFailed),
    )
}
