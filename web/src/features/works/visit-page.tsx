import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useSignedIn } from '../../platform/session-query.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useKept } from './kept-outbox.ts'
import { isOpen, isVisit } from './kept-store.ts'
import { BackToContract } from './visit-back.tsx'
import { VisitForm } from './visit-form.tsx'
import { visitMessages } from './visit-messages.ts'
import { contractQuery } from './works-queries.ts'

/** A visit of one site, noted on a phone with one hand. */
export function VisitPage() {
  const m = useMessages(visitMessages)
  const contractId = useParams({ strict: false }).contractId ?? ''
  const { data: file, error, refetch } = useQuery(contractQuery(contractId))
  const accountId = useSignedIn()?.accountId
  const visits = useKept(accountId)?.filter(isVisit)
  if (file && accountId && visits) {
    const kept = visits.find((one) => one.draft.contractId === contractId && isOpen(one))
    return <VisitForm key={contractId} file={file} kept={kept} accountId={accountId} />
  }
  return (
    <Panel title={m.title} back={<BackToContract contractId={contractId} />}>
      {error ? (
        <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Panel>
  )
}
