import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getJson, sendJson, uploadFile } from '../../platform/api.ts'
import { DocumentTemplate } from '../../ui/document-template.tsx'
import { defineMessages, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './documents.module.css'
import { MISSIONS_KEY } from './missions-queries.ts'
import type { Paper } from './papers.ts'

interface Templates {
  items: { kind: Paper; changedAt: string | null }[]
}

const PATH = '/api/missions/document-templates'
const templatesQuery = queryOptions({
  queryKey: [MISSIONS_KEY, 'templates'],
  queryFn: ({ signal }) => getJson<Templates>(PATH, {}, signal),
})

const messages = defineMessages({
  fr: {
    title: 'Modèles',
    intro:
      'Chaque document est fait d’un fichier Word : changez-y textes, logo et ordre, gardez les noms entre accolades, et {marque} dans les en-têtes. Un modèle qui ne peut pas être rempli est refusé, avec sa faute. Ces fichiers ne sont pas dans les sauvegardes : gardez-en une copie.',
    failed: 'Les modèles ne viennent pas',
    uploaded: (name: string) => `${name} : nouveau modèle en place`,
    wasReset: (name: string) => `${name} : modèle livré remis`,
  },
  en: {
    title: 'Templates',
    intro:
      'Each document is made from a Word file: change its texts, logo and order, keep the names in braces, and {marque} in the headers. A template that cannot be filled is refused, with its fault. These files are not in the backups: keep a copy.',
    failed: 'The templates do not come',
    uploaded: (name: string) => `${name}: new template in place`,
    wasReset: (name: string) => `${name}: delivered template put back`,
  },
})

/** The word-processor files that the papers are made from, for whoever may change them. */
export function TemplatesPart({ names }: { names: Readonly<Record<Paper, string>> }) {
  const m = useMessages(messages)
  const { data, error, refetch } = useQuery(templatesQuery)
  return (
    <PanelSection title={m.title}>
      <p className={styles.hint}>{m.intro}</p>
      {error && !data && <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={6} />}
      <ul className={styles.list}>
        {data?.items.map(({ kind, changedAt }) => (
          <TemplateLine key={kind} kind={kind} name={names[kind]} changedAt={changedAt} />
        ))}
      </ul>
    </PanelSection>
  )
}

function TemplateLine({ kind, name, changedAt }: { kind: Paper; name: string; changedAt: string | null }) {
  const m = useMessages(messages)
  const toast = useToast()
  const client = useQueryClient()
  const path = `${PATH}/${kind}`
  const done = (said: string) => (templates: Templates) => {
    client.setQueryData(templatesQuery.queryKey, templates)
    toast.show(said)
  }
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile<Templates>(path, file, undefined, {}, 'PUT'),
    onSuccess: done(m.uploaded(name)),
  })
  const reset = useMutation({
    mutationFn: () => sendJson<Templates>('DELETE', path),
    onSuccess: done(m.wasReset(name)),
  })
  return (
    <li className={styles.template}>
      <span className={styles.name}>{name}</span>
      <DocumentTemplate
        name={name}
        href={path}
        changedAt={changedAt}
        isUploading={upload.isPending}
        isResetting={reset.isPending}
        error={upload.error ?? reset.error}
        onUpload={(file) => upload.mutate(file)}
        onReset={() => reset.mutate()}
      />
    </li>
  )
}
