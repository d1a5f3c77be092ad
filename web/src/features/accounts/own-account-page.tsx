import type { OwnAccount } from '@borne/api/contracts/accounts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { ownAccountQuery } from '../../platform/own-account-query.ts'
import { useSignedIn } from '../../platform/session-query.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts, Panel, PanelSection } from '../../ui/panel.tsx'
import { roleNames } from '../../ui/role-words.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import styles from './own-account.module.css'
import { OwnCalendar } from './own-calendar.tsx'
import { ownMessages } from './own-messages.ts'
import { OwnPassword } from './own-password.tsx'
import { OwnSecondFactor } from './own-second-factor.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { RecoveryCodesSheet } from './recovery-codes-sheet.tsx'

export type Own = z.infer<typeof OwnAccount>

/** What concerns the person: who they are here, how they come in, and where they are signed in. */
export function OwnAccountPage() {
  const m = useMessages(ownMessages)
  const { data, error, refetch } = useQuery(ownAccountQuery)
  // Shown alone while they stand: they are shown once, and a printed page holds nothing else.
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  return (
    <Panel title={m.title}>
      <div className={styles.page}>
        {error && !data && <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />}
        {!error && !data && <Skeleton lines={8} />}
        {data && codes && (
          <RecoveryCodesSheet codes={codes} email={data.email} onDone={() => setCodes(null)} />
        )}
        {data && !codes && <Parts account={data} onCodes={setCodes} />}
      </div>
    </Panel>
  )
}

function Parts({ account, onCodes }: { account: Own; onCodes(codes: readonly string[]): void }) {
  const m = useMessages(ownMessages)
  const signedIn = useSignedIn()
  const isFixed = signedIn?.isDemonstration || signedIn?.isViewingAs
  return (
    <>
      <Profile account={account} />
      {signedIn?.isDemonstration && <p className={styles.note}>{m.demonstration}</p>}
      {!isFixed && <OwnPassword hasPassword={account.hasPassword} email={account.email} />}
      {!isFixed && <OwnSecondFactor account={account} onCodes={onCodes} />}
      {!isFixed && <OwnCalendar addresses={account.calendarAddresses} />}
      <OwnSessions sessions={account.sessions} isFixed={isFixed ?? false} />
    </>
  )
}

function Profile({ account: { name, email, role, subOfficeName, postCount } }: { account: Own }) {
  const m = useMessages(ownMessages)
  const names = useMessages(roleNames)
  return (
    <PanelSection title={m.profile}>
      <Facts>
        <Fact label={m.name}>{name}</Fact>
        <Fact label={m.email}>{email}</Fact>
        <Fact label={m.role}>{names[role]}</Fact>
        {subOfficeName && <Fact label={m.subOffice}>{subOfficeName}</Fact>}
        {postCount !== null && <Fact label={m.posts}>{m.postCount(postCount)}</Fact>}
      </Facts>
      <p className={styles.hint}>{m.changedBy}</p>
    </PanelSection>
  )
}
