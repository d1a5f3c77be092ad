import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { leaveSession } from '../../platform/leave-session.ts'
import { sessionQuery } from '../../platform/session-query.ts'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { EnrolmentSteps } from './enrolment-steps.tsx'
import styles from './own-account.module.css'
import { ownMessages } from './own-messages.ts'
import { RecoveryCodesSheet } from './recovery-codes-sheet.tsx'

/** What a role that requires a second factor does first of all. */
export function RequiredSecondFactor({ onDone }: { onDone(): void }) {
  const m = useMessages(ownMessages)
  const { data } = useQuery(sessionQuery)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes) {
    return <RecoveryCodesSheet codes={codes} email={data?.signedIn?.email ?? ''} onDone={onDone} />
  }
  return (
    <>
      <header className={styles.intro}>
        <h1>{m.enrolTitle}</h1>
        <p>{m.enrolRequiredText}</p>
        <p>{m.secondFactorText}</p>
      </header>
      <EnrolmentSteps onCodes={setCodes} />
      <Button variant="quiet" className={styles.leave} onClick={() => void leaveSession()}>
        {m.leave}
      </Button>
    </>
  )
}
