import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Button, buttonClass } from './button.tsx'
import { ConfirmDialog } from './dialog.tsx'
import styles from './document-template.module.css'
import { FormProblem } from './form-problem.tsx'
import { useFormats } from './formats.ts'
import { defineMessages, useMessages } from './language.tsx'

const messages = defineMessages({
  fr: {
    delivered: 'Modèle livré',
    own: (when: string) => `Modèle du bureau, mis en place le ${when}`,
    download: 'Télécharger',
    downloadOf: (name: string) => `Télécharger le modèle : ${name}`,
    upload: 'Remplacer…',
    uploadOf: (name: string) => `Remplacer le modèle : ${name}`,
    uploading: 'Vérification…',
    reset: 'Remettre le modèle livré',
    resetTitle: (name: string) => `Remettre le modèle livré pour « ${name} » ?`,
    resetText: 'Le modèle du bureau sera effacé. Téléchargez-le d’abord si vous voulez le garder.',
  },
  en: {
    delivered: 'Delivered template',
    own: (when: string) => `Template of the office, put in place on ${when}`,
    download: 'Download',
    downloadOf: (name: string) => `Download the template: ${name}`,
    upload: 'Replace…',
    uploadOf: (name: string) => `Replace the template: ${name}`,
    uploading: 'Being checked…',
    reset: 'Put the delivered template back',
    resetTitle: (name: string) => `Put the delivered template back for “${name}”?`,
    resetText: 'The template of the office will be deleted. Download it first if you want to keep it.',
  },
})

interface DocumentTemplateProps {
  name: string
  /** Where it is downloaded. */
  href: string
  /** When the office put its own in the place of the delivered one; null while that one counts. */
  changedAt: string | null
  isUploading: boolean
  isResetting: boolean
  error: unknown
  onUpload(file: File): void
  onReset(): void
}

/** A word-processor file that documents are made from: downloaded, replaced, put back. */
export function DocumentTemplate(props: DocumentTemplateProps) {
  const { name, href, changedAt, isUploading, isResetting, error, onUpload, onReset } = props
  const m = useMessages(messages)
  const { instant } = useFormats()
  const isPending = isUploading || isResetting
  return (
    <>
      {changedAt ? m.own(instant(changedAt)) : m.delivered}
      <div className={styles.actions}>
        <a href={href} download className={buttonClass('plain', 'small')} aria-label={m.downloadOf(name)}>
          <IconDownload aria-hidden="true" />
          {m.download}
        </a>
        <UploadButton name={name} isPending={isPending} onChoose={onUpload} />
        {changedAt && <ResetButton name={name} isPending={isPending} onReset={onReset} />}
      </div>
      {isUploading && <p role="status">{m.uploading}</p>}
      <FormProblem error={error} />
    </>
  )
}

interface UploadButtonProps {
  name: string
  isPending: boolean
  onChoose(file: File): void
}

function UploadButton({ name, isPending, onChoose }: UploadButtonProps) {
  const m = useMessages(messages)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        hidden
        data-testid={`template-${name}`}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) onChoose(chosen)
          target.value = ''
        }}
      />
      <Button
        size="small"
        aria-label={m.uploadOf(name)}
        icon={<IconUpload aria-hidden="true" />}
        disabled={isPending}
        onClick={() => picker.current?.click()}
      >
        {m.upload}
      </Button>
    </>
  )
}

interface ResetButtonProps {
  name: string
  isPending: boolean
  onReset(): void
}

function ResetButton({ name, isPending, onReset }: ResetButtonProps) {
  const m = useMessages(messages)
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Button size="small" variant="quiet" disabled={isPending} onClick={() => setIsAsking(true)}>
        {m.reset}
      </Button>
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
