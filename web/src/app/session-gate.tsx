import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { lastCaller } from '../platform/caller.ts'
import { sessionQuery } from '../platform/session-query.ts'
import { useMessages } from '../ui/language.tsx'
import { ErrorState } from '../ui/states.tsx'
import { messages } from './messages.ts'
import { Shell } from './shell.tsx'

const EnrolmentPage = lazy(async () => ({ default: (await import('./enrolment-page.tsx')).EnrolmentPage }))
const SignInCover = lazy(async () => ({ default: (await import('./sign-in-cover.tsx')).SignInCover }))

/**
 * Lets in whoever is wholly signed in, sends others to the sign-in page. A session that ends in the middle of
 * work covers the page instead of leaving it: what was typed is there when the same person comes back.
 */
export function SessionGate() {
  const m = useMessages(messages)
  const { data, error, refetch } = useQuery(sessionQuery)
  const next = useLocation({ select: ({ href }) => href })
  if (!data) {
    return error && <ErrorState problem={error} what={m.session} onRetry={() => void refetch()} />
  }
  const stage = data.signedIn?.stage
  if (stage === 'enrolment') {
    return (
      <Suspense fallback={null}>
        <EnrolmentPage />
      </Suspense>
    )
  }
  const isEnded = stage !== 'full'
  const caller = lastCaller()
  if (isEnded && !caller) return <ToSignIn from={next} />
  return (
    <>
      <Shell key={caller?.accountId} isCovered={isEnded} />
      {isEnded && (
        <Suspense fallback={null}>
          <SignInCover next={next} />
        </Suspense>
      )}
    </>
  )
}

function ToSignIn({ from }: { from: string }) {
  // The address on the way to the sign-in page is that page's: only the first one is where one wanted to go.
  const [next] = useState(from)
  return <Navigate to="/sign-in" search={{ next }} replace />
}
