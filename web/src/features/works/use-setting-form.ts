import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, sendJson } from '../../platform/api.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { SettingFaults } from './settings-draft.ts'
import { settingsMessages } from './settings-messages.ts'

/** Where a setting is sent. */
export interface SettingWrite {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly body: object
}

/** A draft, what is wrong with each of its fields from the first try to save on, and its saving. */
export function useSettingForm<D>(opened: D, check: (draft: D) => SettingFaults) {
  const m = useMessages(settingsMessages)
  const toast = useToast()
  const client = useQueryClient()
  const [draft, setDraft] = useState(opened)
  const [isChecked, setIsChecked] = useState(false)
  const { mutateAsync, error, isPending } = useMutation({
    mutationFn: ({ method, path, body }: SettingWrite) => sendJson(method, `/api/works/${path}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: ['works'] }),
  })
  const faults = isChecked ? check(draft) : {}
  return {
    draft,
    setDraft,
    change: (patch: Partial<D>) => setDraft((old) => ({ ...old, ...patch })),
    error,
    isPending,
    errorAt(path: string): string | undefined {
      const fault = faults[path]
      if (fault) return m.faults[fault]
      if (!(error instanceof ApiProblem)) return undefined
      return error.problem.errors?.find(({ field }) => field === path)?.message
    },
    /** @returns whether it was saved. */
    async save(name: string, write: () => SettingWrite): Promise<boolean> {
      setIsChecked(true)
      if (Object.keys(check(draft)).length > 0) return false
      try {
        await mutateAsync(write())
      } catch {
        // The form tells it.
        return false
      }
      toast.show(m.saved(name))
      return true
    },
  }
}

export type SettingForm<D> = ReturnType<typeof useSettingForm<D>>
