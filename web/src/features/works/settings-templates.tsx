import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sendJson, uploadFile } from '../../platform/api.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { defineMessages, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { DocumentKind } from './contract-documents.ts'
import styles from './settings.module.css'
import { Loaded, SettingItem } from './settings-list.tsx'
import { type DocumentTemplates, templatesQuery } from './settings-queries.ts'

const messages = defineMessages({
  fr: {
    title: 'Modèles de documents',
    intro:
      'Chaque document du marché est fait d’un fichier Word : changez-y textes, logo et ordre, gardez les noms entre accolades, et {marque} dans les en-têtes. Un modèle qui ne peut pas être rempli est refusé, avec sa faute. Ces fichiers ne sont pas dans les sauvegardes : gardez-en une copie.',
    names: {
      'site-minutes': 'PV de chantier',
      'acceptance-report': 'PV de réception',
      'payment-certificate': 'Décompte',
      'progress-sheet': 'Fiche d’avancement',
    } satisfies Record<DocumentKind, string> as Record<DocumentKind, string>,
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
    uploaded: (name: string) => `${name} : nouveau modèle en place`,
    wasReset: (name: string) => `${name} : modèle livré remis`,
  },
  en: {
    title: 'Templates of documents',
    intro:
      'Each document of a contract is made from a Word file: change its texts, logo and order, keep the names in braces, and {marque} in the headers. A template that cannot be filled is refused, with its fault. These files are not in the backups: keep a copy.',
    names: {
      'site-minutes': 'Minutes of a site visit',
      'acceptance-report': 'Acceptance report',
      'payment-certificate': 'Payment certificate',
      'progress-sheet': 'Progress sheet',
    } as Record<DocumentKind, string>,
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
    uploaded: (name: string) => `${name}: new template in place`,
    wasReset: (name: string) => `${name}: delivered template put back`,
  },
})

/** The word-processor files that documents are made from. */
export function TemplatesPart() {
  const m = useMessages(messages)
  return (
    <PanelSection title={m.title}>
      <p className={styles.muted}>{m.intro}</p>
      <Loaded query={useQuery(templatesQuery)}>
        {({ items }) => (
          <ul className={styles.list} aria-label={m.title}>
            {items.map((template) => (
              <TemplateItem key={template.kind} {...template} />
            ))}
          </ul>
        )}
      </Loaded>
    </PanelSection>
  )
}

function TemplateItem({ kind, changedAt }: DocumentTemplates['items'][number]) {
  const m = useMessages(messages)
  const { instant } = useFormats()
  const name = m.names[kind]
  const { upload, reset } = useTemplate(kind, name)
  const isPending = upload.isPending || reset.isPending
  return (
    <SettingItem name={name}>
      {changedAt ? m.own(instant(changedAt)) : m.delivered}
      <div className={styles.actions}>
        <a
          href={`/api/works/document-templates/${kind}`}
          download
          className={buttonClass('plain', 'small')}
          aria-label={m.downloadOf(name)}
        >
          <IconDownload aria-hidden="true" />
          {m.download}
        </a>
        <UploadButton name={name} isPending={isPending} onChoose={(file) => upload.mutate(file)} />
        {changedAt && <ResetButton name={name} isPending={isPending} onReset={() => reset.mutate()} />}
      </div>
      {upload.isPending && <p role="status">{m.uploading}</p>}
      <FormProblem error={upload.error ?? reset.error} />
    </SettingItem>
  )
}

function useTemplate(kind: DocumentKind, name: string) {
  const m = useMessages(messages)
  const toast = useToast()
  const client = useQueryClient()
  const path = `/api/works/document-templates/${kind}`
  const done = (said: string) => (templates: DocumentTemplates) => {
    client.setQueryData(templatesQuery.queryKey, templates)
    toast.show(said)
  }
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile<DocumentTemplates>(path, file, undefined, {}, 'PUT'),
    onSuccess: done(m.uploaded(name)),
  })
  const reset = useMutation({
    mutationFn: () => sendJson<DocumentTemplates>('DELETE', path),
    onSuccess: done(m.wasReset(name)),
  })
  return { upload, reset }
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
