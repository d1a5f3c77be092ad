import type { ShareLink } from '@borne/api/contracts/briefings'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { worksPartiesQuery } from '../../platform/works-parties-query.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { audiencesQuery, BRIEFINGS_KEY, linksQuery } from './briefings-queries.ts'
import { lastDayOf } from './last-day.ts'
import styles from './share.module.css'
import { shareMessages } from './share-messages.ts'
import { useTextIn } from './show/texts.ts'

/** The links that were made: how often each was opened, and how it is renewed or ended. */
export function LinkList({ briefingId }: { briefingId: string }) {
  const m = useMessages(shareMessages)
  const { data, error, refetch } = useQuery(linksQuery(briefingId))
  const act = useLinkActions(briefingId)
  const [asked, setAsked] = useState<{ link: ShareLink; name: string }>()
  if (error && !data)
    return <ErrorState problem={error} what={m.linksFailed} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={4} />
  if (data.items.length === 0) return <p className={styles.none}>{m.noLinks}</p>
  return (
    <>
      <ul className={styles.links} aria-label={m.list}>
        {data.items.map((link) => (
          <LinkLine
            key={link.id}
            link={link}
            isBusy={act.isPending}
            onRefresh={() => act.mutate({ linkId: link.id, action: 'refresh' })}
            onRevoke={(name) => setAsked({ link, name })}
          />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked !== undefined}
        title={m.revokeTitle(asked?.name ?? '')}
        confirmLabel={m.revoke}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => {
          if (asked) act.mutate({ linkId: asked.link.id, action: 'revoke' })
          setAsked(undefined)
        }}
      >
        <p>{m.revokeText}</p>
      </ConfirmDialog>
    </>
  )
}

function useLinkActions(briefingId: string) {
  const m = useMessages(shareMessages)
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: ({ linkId, action }: { linkId: string; action: 'refresh' | 'revoke' }) =>
      sendJson('POST', `/api/briefings/${briefingId}/links/${linkId}/${action}`),
    onSuccess: async (_, { action }) => {
      toast.show(action === 'revoke' ? m.revoked : m.refreshed)
      await client.invalidateQueries({ queryKey: linksQuery(briefingId).queryKey })
      await client.invalidateQueries({ queryKey: [BRIEFINGS_KEY, 'list'] })
    },
    onError: (error) => toast.show(m.failed(reasonOf(error))),
  })
}

interface LinkLineProps {
  link: ShareLink
  isBusy: boolean
  onRefresh(): void
  onRevoke(name: string): void
}

function LinkLine({ link, isBusy, onRefresh, onRevoke }: LinkLineProps) {
  const m = useMessages(shareMessages)
  const formats = useFormats()
  const audience = useAudienceName()(link)
  const name = link.label || audience
  const { revokedAt, expiresAt, openedCount, lastOpenedAt, snapshotMadeAt, createdBy, createdAt } = link
  const isOver = Date.parse(expiresAt) <= Date.now()
  const isOpen = !revokedAt && !isOver
  const state = revokedAt
    ? m.isRevoked(formats.instant(revokedAt))
    : isOver
      ? m.isOver(formats.day(lastDayOf(link)))
      : m.until(formats.day(lastDayOf(link)))
  return (
    <li data-closed={!isOpen || undefined}>
      <div>
        <strong>{name}</strong>
        {link.label && <span> · {audience}</span>}
        <div className={styles.hint}>
          {state}
          {link.hasPassphrase && ` · ${m.hasPassphrase}`}
          {createdBy && ` · ${m.by(createdBy)}, ${formats.instant(createdAt)}`}
        </div>
        <div className={styles.hint}>
          {m.openings(openedCount)}
          {openedCount > 0 && (
            <span title={formats.instant(lastOpenedAt)}>
              , {m.lastOpened(formats.relative(lastOpenedAt))}
            </span>
          )}
          {isOpen && ` · ${m.madeOn(formats.instant(snapshotMadeAt))}`}
        </div>
      </div>
      {isOpen && (
        <div className={styles.linkActions}>
          <Button size="small" disabled={isBusy} title={m.refreshHint} onClick={onRefresh}>
            {m.refresh}
            <span className="visually-hidden"> : {name}</span>
          </Button>
          <Button size="small" disabled={isBusy} onClick={() => onRevoke(name)}>
            {m.revoke}
            <span className="visually-hidden"> : {name}</span>
          </Button>
        </div>
      )}
    </li>
  )
}

function useAudienceName(): (link: ShareLink) => string {
  const m = useMessages(shareMessages)
  const text = useTextIn()
  const { data: audiences } = useQuery(audiencesQuery)
  const { data: parties } = useQuery(worksPartiesQuery)
  return ({ audienceId, donorId }) => {
    const audience = audiences?.items.find(({ id }) => id === audienceId)
    const donor = parties?.donors.find(({ id }) => id === donorId)
    return [audience ? text(audience.names) : m.unnamed, donor?.name].filter(Boolean).join(' · ')
  }
}
