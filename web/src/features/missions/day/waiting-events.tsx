import { IconCloudUp } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { useConnection } from '../../../platform/connection.ts'
import { useSignedIn } from '../../../platform/session-query.ts'
import { Button } from '../../../ui/button.tsx'
import { HeaderNotice } from '../../../ui/header-notice.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { checkInMessages } from './check-in-messages.ts'
import styles from './day.module.css'
import { dayMessages } from './day-messages.ts'
import { type KeptEvent, sendEvent, useKeptEvents } from './kept-events.ts'
import { useMoment } from './use-moment.ts'

/** In the header: the check-ins that wait to be sent, since when, and of which mission. */
export function WaitingEvents() {
  const m = useMessages(checkInMessages)
  const words = useMessages(dayMessages)
  const moment = useMoment()
  const waiting = useKeptEvents(useSignedIn()?.accountId) ?? []
  const sendAll = useSending(waiting)
  if (waiting.length === 0) return null
  return (
    <HeaderNotice icon={<IconCloudUp aria-hidden="true" size={20} />} label={m.waiting(waiting.length)}>
      <p>{m.waitingNote}</p>
      <ul className={styles.waiting}>
        {waiting.map(({ event, missionId, title, waitsSince, refusal }) => (
          <li key={event.id}>
            <Link to="/missions/$missionId" params={{ missionId }} search={{ tab: 'day' }}>
              {title}
            </Link>{' '}
            · {words.kinds[event.kind]}, {refusal ? m.notTaken : m.waitingSince(moment(waitsSince))}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => void sendAll()}>
        {m.sendNow}
      </Button>
    </HeaderNotice>
  )
}

/** Sends what waits when the page opens and each time the server is back, in the order in which it happened; refused ones only when asked. */
function useSending(waiting: readonly KeptEvent[]) {
  const client = useQueryClient()
  const { isOnline } = useConnection()
  const isBusy = useRef(false)
  const send = useCallback(
    async (several: readonly KeptEvent[]) => {
      if (isBusy.current) return
      isBusy.current = true
      for (const one of several) if ((await sendEvent(client, one)) === 'waits') break
      isBusy.current = false
    },
    [client],
  )
  const latest = useRef(waiting)
  latest.current = waiting
  const count = waiting.length
  useEffect(() => {
    if (isOnline && count > 0) void send(latest.current.filter(({ refusal }) => refusal === null))
  }, [isOnline, count, send])
  return () => send(latest.current)
}
