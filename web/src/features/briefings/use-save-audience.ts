import type { Audience, AudienceRules } from '@borne/api/contracts/briefings'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { audienceMessages } from './audience-messages.ts'
import { audiencesQuery } from './briefings-queries.ts'
import { useTextIn } from './show/texts.ts'
import { SHARED_FIELDS, SLIDE_LAYERS } from './slide-terms.ts'

type Change = Partial<Pick<Audience, 'rules' | 'isArchived'>>

/** Changes of audiences: shown at once, saved one after the other, and undone from their message. */
export function useSaveAudience() {
  const m = useMessages(audienceMessages)
  const text = useTextIn()
  const toast = useToast()
  const { mutateAsync: send } = useSendAudience()
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined)

  async function save(audience: Audience, change: Change, isUndo = false): Promise<void> {
    await send({ audience, change })
    const { rules, isArchived } = audience
    const undo = () => quietly(save({ ...audience, ...change }, { rules, isArchived }, true))
    const name = text(audience.names)
    const said =
      change.isArchived === undefined || isUndo
        ? m.saved(name)
        : change.isArchived
          ? m.archived(name)
          : m.restored(name)
    toast.show(said, isUndo ? {} : { undo })
  }
  const changeRules = (audience: Audience, change: Partial<AudienceRules>) =>
    quietly(save(audience, { rules: { ...audience.rules, ...change } }))
  return {
    changeRules,
    toggle(audience: Audience, part: 'layers' | 'fields', value: string, isOn: boolean) {
      const now: readonly string[] = audience.rules[part]
      const has = (each: string) => (each === value ? isOn : now.includes(each))
      changeRules(
        audience,
        part === 'layers' ? { layers: SLIDE_LAYERS.filter(has) } : { fields: SHARED_FIELDS.filter(has) },
      )
    },
    setArchived: (audience: Audience, isArchived: boolean) => quietly(save(audience, { isArchived })),
  }
}

function useSendAudience() {
  const m = useMessages(audienceMessages)
  const client = useQueryClient()
  const toast = useToast()
  const put = (id: string, change: Partial<Audience>) =>
    client.setQueryData(audiencesQuery.queryKey, (old) => {
      return old && { items: old.items.map((each) => (each.id === id ? { ...each, ...change } : each)) }
    })
  return useMutation({
    scope: { id: 'audiences' },
    onMutate: ({ audience: { id }, change }: { audience: Audience; change: Change }) => put(id, change),
    async mutationFn({ audience: { id, names, isArchived }, change }) {
      if (change.isArchived !== undefined && change.isArchived !== isArchived)
        return sendJson<Audience>('POST', `/api/audiences/${id}/${change.isArchived ? 'archive' : 'restore'}`)
      // The change before this one has made another version by now.
      const current = client.getQueryData(audiencesQuery.queryKey)?.items.find((each) => each.id === id)
      const body = { names, rules: change.rules, version: current?.version }
      return sendJson<Audience>('PUT', `/api/audiences/${id}`, body)
    },
    onSuccess: ({ id, version }) => put(id, { version }),
    onError: (error) => {
      toast.show(m.failed(reasonOf(error)))
      void client.invalidateQueries({ queryKey: audiencesQuery.queryKey })
    },
  })
}
