import '../ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { overviewQuery } from '../platform/overview-query.ts'
import { LanguageProvider, readLanguage } from '../ui/language.tsx'
import { startTheme } from '../ui/theme.ts'
import { ToastProvider } from '../ui/toast.tsx'

import { queryClient } from './query-client.ts'
import { router } from './router.tsx'

startTheme()
readLanguage()
void queryClient.prefetchQuery(overviewQuery)

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
