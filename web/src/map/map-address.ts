import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useLanguage } from '../ui/language.tsx'
import type { LabelLanguage } from './style-parts.ts'

/** What the address says about the map: camera, hidden layers, language of the labels. */
export function useMapAddress() {
  const { at, hide, labels } = useSearch({ strict: false })
  const { language } = useLanguage()
  const navigate = useNavigate()
  const hidden = useMemo(() => new Set(hide?.split(',')), [hide])
  const change = useCallback(
    (next: { at?: string; hide?: string | undefined; labels?: 'ar' | undefined }) =>
      navigate({
        to: '.',
        search: (search) => ({ ...search, ...next }),
        replace: true,
        resetScroll: false,
        ignoreBlocker: true,
      }),
    [navigate],
  )
  const toggle = useCallback(
    (id: string) => {
      const next = new Set(hidden)
      if (!next.delete(id)) next.add(id)
      return change({ hide: [...next].sort().join(',') || undefined })
    },
    [hidden, change],
  )
  const labelLanguage: LabelLanguage = labels ?? language
  return { at, hidden, labels: labelLanguage, change, toggle }
}
