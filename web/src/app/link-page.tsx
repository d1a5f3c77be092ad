import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { OpenLink } from '../features/session/open-link.tsx'
import { useMessages } from '../ui/language.tsx'
import { messages } from './messages.ts'
import { QuietPage } from './quiet-page.tsx'

/** A one-time link. Its secret leaves the address at once: neither the history nor a screenshot keeps it. */
export function LinkPage() {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const hash = useLocation({ select: (location) => location.hash })
  const [token, setToken] = useState(hash)
  useEffect(() => {
    if (hash === '') return
    setToken(hash)
    void navigate({ to: '/link', hash: '', replace: true })
  }, [hash, navigate])
  return (
    <QuietPage title={m.link}>
      <OpenLink key={token} token={token} onDone={() => void navigate({ to: '/posts', replace: true })} />
    </QuietPage>
  )
}
