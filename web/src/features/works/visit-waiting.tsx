import { IconCloudUp } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { useConnection } from '../../platform/connection.ts'
import { useSignedIn } from '../../platform/session-query.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { visitMessages } from './visit-messages.ts'
import { useKeptVisits } from './visit-outbox.ts'
import { sendVisit } from './visit-send.ts'
import type { KeptVisit } from './visit-store.ts'
import styles from './visit-waiting.module.css'

/** In the header: the visits that wait to be sent, since when, and why not where the server refused one. */
export function WaitingVisits() {
  const m = useMessages(visitMessages)
  const formats = useFormats()
  const accountId = useSignedIn()?.accountId
  const waiting = (useKeptVisits(accountId) ?? []).filter(({ waitsSince }) => waitsSince !== null)
  const sendAll = useSending(waiting)
  if (waiting.length === 0) return null
  return (
    <div role="status">
      <button type="button" className={styles.waiting} popoverTarget="waiting-visits">
        <IconCloudUp aria-hidden="true" size={20} />
        <span>{m.waiting(waiting.length)}</span>
      </button>
      <div id="waiting-visits" popover="auto" className={styles.note}>
        <p>{m.waitingNote}</p>
        <ul>
          {waiting.map(({ draft, waitsSince, refusal }) => (
            <li key={draft.reportId}>
              <strong>{draft.title}</strong>{' '}
              <span title={formats.relative(waitsSince)}>{m.waitingSince(formats.instant(waitsSince))}</span>
              {refusal && (
                <p className={styles.refusal}>
                  {refusal}{' '}
                  <Link to="/works/$contractId/visit" params={{ contractId: draft.contractId }}>
                    {m.correct}
                  </Link>
                </p>
              )}
            </li>
          ))}
        </ul>
        <Button size="small" onClick={() => void sendAll()}>
          {m.sendNow}
        </Button>
      </div>
    </div>
  )
}

/** Sends what waits when the page opens and each time the server is back; one at a time, refused ones only when asked. */
function useSending(waiting: readonly KeptVisit[]) {
  const client = useQueryClient()
  const { isOnline } = useConnection()
  const isBusy = useRef(false)
  const send = useCallback(
    async (visits: readonly KeptVisit[]) => {
      if (isBusy.current) return
      isBusy.current = true
      for (const visit of visits) if ((await sendVisit(client, visit)) === 'waits') break
      isBusy.current = false
    },
    [client],
  )
  const latest = useRef(waiting)
  latest.current = waiting
  const count = waiting.length
  useEffect(() => {
    // A visit that was just sent off is on its way already: only what lay here, or what the silence left, goes now.
    if (isOnline && count > 0) void send(latest.current.filter(({ refusal }) => refusal === null))
  }, [isOnline, count, send])
  return () => send(latest.current)
}
