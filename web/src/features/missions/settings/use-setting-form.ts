import type { MissionSettings } from '@borne/api/contracts/missions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, sendJson } from '../../../platform/api.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { MISSIONS_KEY, missionSettingsQuery } from '../missions-queries.ts'
import { type DraftValue, draftOf, readDraft, type SettingDraft } from './setting-draft.ts'
import type { SettingKind, SettingRow } from './setting-kind.ts'
import { settingMessages } from './setting-messages.ts'

/** A draft of a row, what is wrong with each of its fields from the first try to save on, and its saving. */
export function useSettingForm(kind: SettingKind, row: SettingRow | null) {
  const m = useMessages(settingMessages)
  const { language } = useLanguage()
  const toast = useToast()
  const client = useQueryClient()
  const start = row ?? kind.fresh
  const [typed, setTyped] = useState<SettingDraft>({})
  const [isChecked, setIsChecked] = useState(false)
  // Which fields there are may rest on what was chosen in one of them.
  const chosen = { ...draftOf(kind.fieldsOf({}), start, language), ...typed }
  const fields = kind.fieldsOf(chosen)
  const draft = { ...draftOf(fields, start, language), ...typed }
  const { input, faults } = readDraft(fields, draft)
  const { mutateAsync, error, isPending } = useMutation({
    mutationFn: (body: object) =>
      row
        ? sendJson<MissionSettings>('PUT', `/api/missions/${kind.path}/${row.id}`, {
            ...body,
            version: row.version,
          })
        : sendJson<MissionSettings>('POST', `/api/missions/${kind.path}`, body),
    onSuccess: async (settings) => {
      client.setQueryData(missionSettingsQuery.queryKey, settings)
      toast.show(m.saved)
      await client.invalidateQueries({ queryKey: [MISSIONS_KEY] })
    },
    onError: () => client.invalidateQueries({ queryKey: missionSettingsQuery.queryKey }),
  })
  return {
    fields,
    draft,
    error,
    isPending,
    isStale: error instanceof ApiProblem && error.problem.code === 'mission-setting-changed-meanwhile',
    change: (at: string, value: DraftValue) => setTyped((old) => ({ ...old, [at]: value })),
    errorAt(at: string): string | undefined {
      const fault = isChecked ? faults[at] : undefined
      if (fault) return m.faults[fault]
      if (!(error instanceof ApiProblem)) return undefined
      return error.problem.errors?.find(({ field }) => field === at)?.message
    },
    /** @returns whether it was saved. */
    async save(): Promise<boolean> {
      setIsChecked(true)
      if (Object.keys(faults).length > 0) return false
      return mutateAsync(kind.finish(input)).then(
        () => true,
        // The form tells it.
        () => false,
      )
    },
  }
}

export type SettingFormState = ReturnType<typeof useSettingForm>
