import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { sendJson, uploadFile } from '../../platform/api.ts'
import { DocumentTemplate } from '../../ui/document-template.tsx'
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
  const name = m.names[kind]
  const { upload, reset } = useTemplate(kind, name)
  return (
    <SettingItem name={name}>
      <DocumentTemplate
        name={name}
        href={`/api/works/document-templates/${kind}`}
        changedAt={changedAt}
        isUploading={upload.isPending}
        isResetting={reset.isPending}
        error={upload.error ?? reset.error}
        onUpload={(file) => upload.mutate(file)}
        onReset={() => reset.mutate()}
      />
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
