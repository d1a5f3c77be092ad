import type { Audience, AudienceRules } from '@borne/api/contracts/briefings'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { audienceMessages } from './audience-messages.ts'
import { audiencesQuery } from './briefings-queries.ts'
import { useTextIn } from './show/texts.ts'
import { SHARED_FIELDS, SLIDE_LAYERS } from './slide-terms.ts'

/** Changes of audiences, each saved at once and undone from its message. */
export function useSaveAudience() {
  const m = useMessages(audienceMessages)
  const text = useTextIn()
  const client = useQueryClient()
  const toast = useToast()
  const { mutateAsync: send } = useMutation({
    mutationFn: ({ method, path, body }: { method: 'PUT' | 'POST'; path: string; body?: unknown }) =>
      sendJson<Audience>(method, `/api/audiences${path}`, body),
    onSuccess: (saved) =>
      client.setQueryData(
        audiencesQuery.queryKey,
        (old) => old && { items: old.items.map((each) => (each.id === saved.id ? saved : each)) },
      ),
    onError: (error) => {
      toast.show(m.failed(reasonOf(error)))
      void client.invalidateQueries({ queryKey: audiencesQuery.queryKey })
    },
  })
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined)

  async function save(audience: Audience, rules: AudienceRules, isUndo = false): Promise<void> {
    const { id, names, version } = audience
    const saved = await send({ method: 'PUT', path: `/${id}`, body: { names, rules, version } })
    const undo = () => quietly(save(saved, audience.rules, true))
    toast.show(m.saved(text(names)), isUndo ? {} : { undo })
  }
  async function setArchived(audience: Audience, isArchived: boolean, isUndo = false): Promise<void> {
    const saved = await send({
      method: 'POST',
      path: `/${audience.id}/${isArchived ? 'archive' : 'restore'}`,
    })
    const undo = () => quietly(setArchived(saved, !isArchived, true))
    const name = text(audience.names)
    toast.show(isArchived ? m.archived(name) : m.restored(name), isUndo ? {} : { undo })
  }
  return {
    changeRules: (audience: Audience, change: Partial<AudienceRules>) =>
      quietly(save(audience, { ...audience.rules, ...change })),
    toggle(audience: Audience, part: 'layers' | 'fields', value: string, isOn: boolean) {
      const { rules } = audience
      const has = (each: string) =>
        each === value ? isOn : (rules[part] as readonly string[]).includes(each)
      const next =
        part === 'layers' ? { layers: SLIDE_LAYERS.filter(has) } : { fields: SHARED_FIELDS.filter(has) }
      quietly(save(audience, { ...rules, ...next }))
    },
    setArchived: (audience: Audience, isArchived: boolean) => quietly(setArchived(audience, isArchived)),
  }
}
