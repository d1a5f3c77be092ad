import '../ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { portfolioQuery } from '../features/works/works-queries.ts'
import { borderPostsQuery } from '../platform/border-posts-query.ts'
import { overviewQuery } from '../platform/overview-query.ts'
import { onSessionEnd } from '../platform/session-end.ts'
import { endSession, sessionQuery } from '../platform/session-query.ts'
import { LanguageProvider, readLanguage } from '../ui/language.tsx'
import { startTheme } from '../ui/theme.ts'
import { ToastProvider } from '../ui/toast.tsx'

import { queryClient } from './query-client.ts'
import { router } from './router.tsx'

startTheme()
readLanguage()
onSessionEnd(() => endSession(queryClient))
// A visitor of a link has no session, and is asked for none.
const isPublic = /^\/(presentation|embed\/.*|render)$/.test(location.pathname)
if (!isPublic) void queryClient.prefetchQuery(sessionQuery)
// Asked beside the session, not after it: whoever is signed in waits once. Without a session they are refused.
if (!isPublic && !/^\/(sign-in|link)$/.test(location.pathname)) {
  void queryClient.prefetchQuery(overviewQuery)
  void queryClient.prefetchQuery(borderPostsQuery)
  if (location.pathname === '/works') void queryClient.prefetchQuery(portfolioQuery)
}

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
