import { IconCloudOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useConnection } from '../platform/connection.ts'
import { useFormats } from '../ui/formats.ts'
import { HeaderNotice } from '../ui/header-notice.tsx'
import { useMessages } from '../ui/language.tsx'
import { useToast } from '../ui/toast.tsx'
import { messages } from './messages.ts'

/** Offline is a state with a place: since when, and what it means. */
export function OfflineIndicator() {
  const m = useMessages(messages)
  const formats = useFormats()
  const { isOnline, lostAt } = useConnection()
  useReturn(isOnline)
  if (isOnline) return null
  const since = formats.instant(lostAt === null ? null : new Date(lostAt).toISOString())
  return (
    <HeaderNotice icon={<IconCloudOff aria-hidden="true" size={20} />} label={m.offline} isAlarm>
      {m.offlineNote(since)}
    </HeaderNotice>
  )
}

/** When the server is back: everything is asked again, and it is said. */
function useReturn(isOnline: boolean) {
  const m = useMessages(messages)
  const toast = useToast()
  const queryClient = useQueryClient()
  const wasOnline = useRef(isOnline)
  useEffect(() => {
    if (isOnline && !wasOnline.current) {
      toast.show(m.backOnline)
      void queryClient.invalidateQueries()
    }
    wasOnline.current = isOnline
  }, [isOnline, m, toast, queryClient])
}
