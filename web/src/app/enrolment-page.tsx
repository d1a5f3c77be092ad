import { useQueryClient } from '@tanstack/react-query'
import { RequiredSecondFactor } from '../features/accounts/required-second-factor.tsx'
import { sessionQuery } from '../platform/session-query.ts'
import { useMessages } from '../ui/language.tsx'
import { messages } from './messages.ts'
import { QuietPage } from './quiet-page.tsx'

/** A role that must have a second factor sets it up before anything else of the house is open. */
export function EnrolmentPage() {
  const m = useMessages(messages)
  const client = useQueryClient()
  return (
    <QuietPage title={m.myAccount}>
      <RequiredSecondFactor onDone={() => void client.refetchQueries(sessionQuery)} />
    </QuietPage>
  )
}
