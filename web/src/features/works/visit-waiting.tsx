import { IconCloudUp } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { useConnection } from '../../platform/connection.ts'
import { useSignedIn } from '../../platform/session-query.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { HeaderNotice } from '../../ui/header-notice.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useKept } from './kept-outbox.ts'
import { draftId, isInspection, type Kept } from './kept-store.ts'
import { sendKept } from './send-kept.ts'
import { visitMessages } from './visit-messages.ts'
import styles from './visit-waiting.module.css'

/** In the header: the visits and inspections that wait to be sent, since when, and why not where the server refused one. */
export function WaitingVisits() {
  const m = useMessages(visitMessages)
  const accountId = useSignedIn()?.accountId
  const waiting = (useKept(accountId) ?? []).filter(({ waitsSince }) => waitsSince !== null)
  const sendAll = useSending(waiting)
  if (waiting.length === 0) return null
  return (
    <HeaderNotice icon={<IconCloudUp aria-hidden="true" size={20} />} label={m.waiting(waiting.length)}>
      <p>{m.waitingNote}</p>
      <ul className={styles.list}>
        {waiting.map((kept) => (
          <WaitingLine key={draftId(kept.draft)} kept={kept} />
        ))}
      </ul>
      <Button size="small" onClick={() => void sendAll()}>
        {m.sendNow}
      </Button>
    </HeaderNotice>
  )
}

function WaitingLine({ kept }: { kept: Kept }) {
  const m = useMessages(visitMessages)
  const formats = useFormats()
  const { draft, waitsSince, refusal } = kept
  const { contractId } = draft
  return (
    <li>
      <strong>{draft.title}</strong> · {isInspection(kept) ? m.anInspection : m.aVisit}{' '}
      <span title={formats.relative(waitsSince)}>{m.waitingSince(formats.instant(waitsSince))}</span>
      {refusal && (
        <p className={styles.refusal}>
          {refusal}{' '}
          {isInspection(kept) ? (
            <Link
              to="/works/$contractId"
              params={{ contractId }}
              search={{ tab: 'punch', form: 'inspection' }}
            >
              {m.correct}
            </Link>
          ) : (
            <Link to="/works/$contractId/visit" params={{ contractId }}>
              {m.correct}
            </Link>
          )}
        </p>
      )}
    </li>
  )
}

/** Sends what waits when the page opens and each time the server is back; one at a time, refused ones only when asked. */
function useSending(waiting: readonly Kept[]) {
  const client = useQueryClient()
  const { isOnline } = useConnection()
  const isBusy = useRef(false)
  const send = useCallback(
    async (several: readonly Kept[]) => {
      if (isBusy.current) return
      isBusy.current = true
      for (const one of several) if ((await sendKept(client, one)) === 'waits') break
      isBusy.current = false
    },
    [client],
  )
  const latest = useRef(waiting)
  latest.current = waiting
  const count = waiting.length
  useEffect(() => {
    // What was just sent off is on its way already: only what lay here, or what the silence left, goes now.
    if (isOnline && count > 0) void send(latest.current.filter(({ refusal }) => refusal === null))
  }, [isOnline, count, send])
  return () => send(latest.current)
}
