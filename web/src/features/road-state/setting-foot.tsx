import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './settings.module.css'
import { settingsMessages } from './settings-messages.ts'

interface SettingFootProps {
  name: string
  source: string
  version: number
  updatedAt: string | null
  mayEdit: boolean
  isPending: boolean
  onEdit(): void
  onReset(): void
}

/** Where the figures come from, whether they were set here, and the ways to change them. */
export function SettingFoot({
  name,
  source,
  version,
  updatedAt,
  mayEdit,
  isPending,
  onEdit,
  onReset,
}: SettingFootProps) {
  const m = useMessages(settingsMessages)
  const formats = useFormats()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <p className={styles.source}>
        <strong>{m.source}</strong> {source}
      </p>
      <p className={styles.source} title={formats.instant(updatedAt)}>
        {version === 0 ? m.isOwn : m.changed(formats.relative(updatedAt))}
      </p>
      {mayEdit && (
        <div className={styles.buttons}>
          <Button size="small" onClick={onEdit} aria-label={m.editOf(name)}>
            {m.edit}
          </Button>
          {version > 0 && (
            <Button size="small" variant="quiet" disabled={isPending} onClick={() => setIsAsking(true)}>
              {m.reset}
            </Button>
          )}
        </div>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={m.resetTitle(name)}
        confirmLabel={m.reset}
        onConfirm={() => {
          setIsAsking(false)
          onReset()
        }}
        onCancel={() => setIsAsking(false)}
      >
        <p>{m.resetText}</p>
      </ConfirmDialog>
    </>
  )
}
