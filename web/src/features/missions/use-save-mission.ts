import type { Mission, MissionInput } from '@borne/api/contracts/missions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sendJson } from '../../platform/api.ts'
import { useToast } from '../../ui/toast.tsx'
import { MISSIONS_KEY, missionQuery } from './missions-queries.ts'

/** Saves a mission over the version that it was changed from; `savedText` says so. */
export function useSaveMission(mission: Mission, savedText: string) {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (input: MissionInput) =>
      sendJson<Mission>('PUT', `/api/missions/${mission.id}`, { ...input, version: mission.version }),
    onSuccess: async (saved) => {
      client.setQueryData(missionQuery(mission.id).queryKey, saved)
      toast.show(savedText)
      await client.invalidateQueries({ queryKey: [MISSIONS_KEY, 'list'] })
    },
  })
}
