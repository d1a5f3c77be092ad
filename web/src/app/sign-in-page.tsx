import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { SignIn } from '../features/session/sign-in.tsx'
import { sessionQuery } from '../platform/session-query.ts'
import { useMessages } from '../ui/language.tsx'
import { messages } from './messages.ts'
import { QuietPage } from './quiet-page.tsx'

/** The way in; whoever is in goes on to where they wanted to go. */
export function SignInPage() {
  const m = useMessages(messages)
  const { next = '/posts', problem } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const { data } = useQuery(sessionQuery)
  const stage = data?.signedIn?.stage
  const isDemonstration = (data?.options.demonstrationRoles.length ?? 0) > 0
  const isIn = stage === 'full' || stage === 'enrolment'
  useEffect(() => {
    if (isIn) void navigate({ href: next, replace: true })
  }, [isIn, navigate, next])
  return (
    <QuietPage title={m.signIn} isDemonstration={isDemonstration}>
      {!isIn && <SignIn next={next} problem={problem} />}
    </QuietPage>
  )
}
