import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { ownAccountQuery } from '../../platform/own-account-query.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { useToast } from '../../ui/toast.tsx'
import { nameAgent } from './name-agent.ts'
import styles from './own-account.module.css'
import type { Own } from './own-account-page.tsx'
import { ownMessages } from './own-messages.ts'

type Session = Own['sessions'][number]

interface OwnSessionsProps {
  sessions: readonly Session[]
  /** Only this session concerns the person: the account is shared, or looked at as another role. */
  isFixed: boolean
}

/** Where the person is signed in; each can be ended from here. */
export function OwnSessions({ sessions, isFixed }: OwnSessionsProps) {
  const m = useMessages(ownMessages)
  const toast = useToast()
  const [isAsking, setIsAsking] = useState(false)

  const shown = sessions.filter(({ isCurrent }) => isCurrent || !isFixed).toSorted(currentFirst)

  async function leaveEverywhere() {
    setIsAsking(false)
    try {
      await sendJson<void>('DELETE', '/api/account/sessions')
      window.location.assign('/sign-in')
    } catch (error) {
      toast.show(m.failedToast(reasonOf(error)))
    }
  }

  return (
    <PanelSection title={m.sessions}>
      <ul className={styles.sessions}>
        {shown.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
      {!isFixed && (
        <Button variant="danger" onClick={() => setIsAsking(true)}>
          {m.everywhere}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={m.everywhereTitle}
        confirmLabel={m.everywhere}
        onConfirm={() => void leaveEverywhere()}
        onCancel={() => setIsAsking(false)}
      >
        <p>{m.everywhereText}</p>
      </ConfirmDialog>
    </PanelSection>
  )
}

function currentFirst(one: Session, other: Session): number {
  return Number(other.isCurrent) - Number(one.isCurrent) || other.lastSeenAt.localeCompare(one.lastSeenAt)
}

function SessionLine({ session }: { session: Session }) {
  const m = useMessages(ownMessages)
  const formats = useFormats()
  const toast = useToast()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => sendJson<void>('DELETE', `/api/account/sessions/${session.id}`),
    onSuccess: () => toast.show(m.ended),
    onError: (error) => toast.show(m.failedToast(reasonOf(error))),
    onSettled: () => client.invalidateQueries(ownAccountQuery),
  })
  const agent = nameAgent(session.agent) || m.unknownAgent
  return (
    <li>
      <div>
        <strong title={session.agent}>{agent}</strong>{' '}
        {session.isCurrent && <span className={styles.current}>{m.thisOne}</span>}
        <p className={styles.hint}>
          {session.address} ·{' '}
          <span title={formats.instant(session.createdAt)}>
            {m.since(formats.relative(session.createdAt))}
          </span>
          {!session.isCurrent && (
            <>
              {' · '}
              <span title={formats.instant(session.lastSeenAt)}>
                {m.seen(formats.relative(session.lastSeenAt))}
              </span>
            </>
          )}
        </p>
      </div>
      {!session.isCurrent && (
        <Button
          size="small"
          aria-label={m.endOf(agent, session.address)}
          disabled={isPending}
          onClick={() => mutate()}
        >
          {m.end}
        </Button>
      )}
    </li>
  )
}
