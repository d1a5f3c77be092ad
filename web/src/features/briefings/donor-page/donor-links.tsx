import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { reasonOf, sendJson } from '../../../platform/api.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import styles from './donor-page.module.css'
import { donorPageMessages } from './donor-page-messages.ts'
import { donorLinksQuery, isLinkOpen } from './donor-page-queries.ts'

/** The open links to the page of a donor. */
export function DonorLinks({ donorId }: { donorId: string }) {
  const m = useMessages(donorPageMessages)
  const { instant } = useFormats()
  const { data } = useQuery(donorLinksQuery(donorId))
  const revoke = useRevoke(donorId)
  const open = data?.items.filter(isLinkOpen) ?? []
  if (open.length === 0) return null
  return (
    <section className={styles.links} aria-labelledby="donor-links">
      <h3 id="donor-links">{m.openLinks}</h3>
      <ul>
        {open.map(({ id, label, createdBy, expiresAt, openedCount }) => (
          <li key={id}>
            <span>
              <strong>{label || createdBy}</strong> · {m.until(instant(expiresAt))} ·{' '}
              {m.openings(openedCount)}
            </span>
            <Button size="small" disabled={revoke.isPending} onClick={() => revoke.mutate(id)}>
              {m.revoke}
              <span className="visually-hidden"> : {label || createdBy}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useRevoke(donorId: string) {
  const m = useMessages(donorPageMessages)
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (linkId: string) => sendJson('POST', `/api/donors/${donorId}/links/${linkId}/revoke`),
    onSuccess: async () => {
      toast.show(m.revoked)
      await client.invalidateQueries({ queryKey: donorLinksQuery(donorId).queryKey })
    },
    onError: (error) => toast.show(m.notDone(reasonOf(error))),
  })
}
