import type { RoadNetworkVersion } from '@borne/api/contracts/networks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { renewRoads } from '../../platform/renew-roads.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Command } from './command.tsx'
import { networkMessages } from './network-messages.ts'
import styles from './networks.module.css'
import { NETWORKS_KEY } from './networks-query.ts'

/** The version that comes with the product stays. */
const BUNDLED = 1
type Asked = 'accept' | 'discard' | null

/** Putting a version into service, or away: asked in words that name it and the day. */
export function NetworkDecision({ version }: { version: RoadNetworkVersion }) {
  const m = useMessages(networkMessages)
  const mayManage = usePermission('networks.manage')
  const [asked, setAsked] = useState<Asked>(null)
  const { decide, isPending } = useNetworkDecision(version)
  const { id, label, state, isComparisonCurrent } = version
  if (!mayManage || state === 'discarded' || (state === 'accepted' && id === BUNDLED)) return null
  const isCandidate = state === 'candidate'
  const answer = (action: 'accept' | 'discard') => {
    setAsked(null)
    void decide(action)
  }
  return (
    <>
      {isCandidate && !isComparisonCurrent && (
        <>
          <p>{m.outdatedComparison}</p>
          <Command text={`pnpm borne compare roads ${id}`} />
        </>
      )}
      <div className={styles.buttons}>
        {isCandidate && (
          <Button
            variant="primary"
            size="small"
            disabled={isPending || !isComparisonCurrent}
            onClick={() => setAsked('accept')}
          >
            {m.accept}
          </Button>
        )}
        <Button size="small" variant="danger" disabled={isPending} onClick={() => setAsked('discard')}>
          {m.discard}
        </Button>
      </div>
      <AcceptDialog
        version={version}
        isOpen={asked === 'accept'}
        onAccept={() => answer('accept')}
        onClose={() => setAsked(null)}
      />
      <ConfirmDialog
        isOpen={asked === 'discard'}
        title={m.discardTitle(label)}
        confirmLabel={m.discard}
        onConfirm={() => answer('discard')}
        onCancel={() => setAsked(null)}
      >
        {isCandidate ? m.discardCandidate : m.discardAccepted}
      </ConfirmDialog>
    </>
  )
}

interface AcceptDialogProps {
  version: RoadNetworkVersion
  isOpen: boolean
  onAccept(): void
  onClose(): void
}

function AcceptDialog({ version, isOpen, onAccept, onClose }: AcceptDialogProps) {
  const m = useMessages(networkMessages)
  const { day, distance } = useFormats()
  const { label, validFrom, figures } = version
  const change = figures
    ? m.acceptChange(
        distance(figures.addedMetres),
        distance(figures.removedMetres),
        distance(figures.reclassedMetres),
      )
    : m.acceptUnknown
  return (
    <Dialog
      isOpen={isOpen}
      title={m.acceptTitle(label)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button variant="primary" onClick={onAccept}>
            {m.accept}
          </Button>
        </>
      }
    >
      {m.acceptText(day(validFrom), change)}
    </Dialog>
  )
}

function useNetworkDecision({ id, label }: RoadNetworkVersion) {
  const m = useMessages(networkMessages)
  const toast = useToast()
  const { day } = useFormats()
  const client = useQueryClient()
  const { mutateAsync, isPending } = useMutation<RoadNetworkVersion, Error, 'accept' | 'discard'>({
    mutationFn: (action) => sendJson('POST', `/api/road-networks/${id}/${action}`),
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: [NETWORKS_KEY] }), renewRoads(client)]),
  })
  async function decide(action: 'accept' | 'discard') {
    try {
      const { validFrom } = await mutateAsync(action)
      toast.show(action === 'accept' ? m.acceptedToast(label, day(validFrom)) : m.discardedToast(label))
    } catch (error) {
      toast.show(m.failedToast(reasonOf(error)))
    }
  }
  return { decide, isPending }
}
