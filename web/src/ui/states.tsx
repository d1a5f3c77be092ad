import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { defineMessages, useLanguage, useMessages } from './language.tsx'
import styles from './states.module.css'
import { typesetFrench } from './typeset.ts'

const messages = defineMessages({
  fr: {
    retry: 'Réessayer',
    technical: 'Détail technique',
    unexpected: 'Une erreur inattendue est survenue',
    unexpectedNext: 'Rechargez la page ; si cela persiste, transmettez le détail technique.',
    request: 'Requête',
    code: 'Code',
    address: 'Adresse',
    stale: 'Résultat antérieur, mise à jour en cours',
    loading: 'Chargement',
  },
  en: {
    retry: 'Try again',
    technical: 'Technical detail',
    unexpected: 'An unexpected error occurred',
    unexpectedNext: 'Reload the page; if it persists, pass on the technical detail.',
    request: 'Request',
    code: 'Code',
    address: 'Address',
    stale: 'Earlier result, being updated',
    loading: 'Loading',
  },
})

/** Nothing is here: one sentence that teaches, one action. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      {icon}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  )
}

/** The shape of an RFC 9457 problem, or of any error that carries one. */
interface ShownProblem {
  code: string
  title: string
  detail: string
  status: number
  instance?: string | undefined
  requestId?: string | undefined
  errors?: { field: string; message: string }[] | undefined
}

interface ErrorStateProps {
  /** What was caught: an `ApiProblem`, a problem body, or any error. */
  problem: unknown
  /** What it happened to, in the person's words: «La liste des postes». */
  what?: string
  onRetry?(): void
}

/** What happened, to what, what to do next; the technical part is behind a fold. */
export function ErrorState({ problem, what, onRetry }: ErrorStateProps) {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const typeset = language === 'fr' ? typesetFrench : (text: string) => text
  const shown = problemOf(problem)
  return (
    <div className={styles.error} role="alert">
      <IconAlertTriangle aria-hidden="true" size={20} />
      <div className={styles.errorBody}>
        {what && <p className={styles.what}>{what}</p>}
        <p className={styles.title}>{shown ? typeset(shown.title) : m.unexpected}</p>
        <p className={styles.text}>{shown ? typeset(shown.detail) : m.unexpectedNext}</p>
        {shown?.errors && (
          <ul>
            {shown.errors.map((error) => (
              <li key={`${error.field} ${error.message}`}>{typeset(error.message)}</li>
            ))}
          </ul>
        )}
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            {m.retry}
          </Button>
        )}
        <details>
          <summary>{m.technical}</summary>
          <dl>
            {technicalRows(problem, shown, m).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </div>
  )
}

function problemOf(value: unknown): ShownProblem | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('problem' in value) return problemOf(value.problem)
  return 'code' in value && 'detail' in value ? (value as ShownProblem) : undefined
}

function technicalRows(
  problem: unknown,
  shown: ShownProblem | undefined,
  m: { request: string; code: string; address: string },
): [string, string][] {
  if (!shown)
    return [[m.code, problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem)]]
  const rows: [string, string | undefined][] = [
    [m.request, shown.requestId],
    [m.code, `${shown.code} (${shown.status})`],
    [m.address, shown.instance],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== undefined)
}

/** Draws what no longer matches the inputs as stale: faded and hatched. */
export function StaleVeil({ isStale, children }: { isStale: boolean; children: ReactNode }) {
  const m = useMessages(messages)
  return (
    <div className={isStale ? styles.stale : undefined} aria-busy={isStale}>
      {isStale && <span className="visually-hidden">{m.stale}</span>}
      {children}
    </div>
  )
}

/** Grey lines in the place of what is coming, shown only after 100 ms. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const m = useMessages(messages)
  return (
    <div className={styles.skeleton} role="status" aria-label={m.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  )
}
