import type { DonorVisibilities, DonorVisibility } from '@borne/api/contracts/visibility'
import { IconArrowLeft, IconBuildingCommunity } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { iconClass } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Panel, PanelSection } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { DonorDialog } from './donor-dialog.tsx'
import { DonorLine } from './donor-line.tsx'
import { donorMessages } from './donor-messages.ts'
import styles from './donors.module.css'
import { LogoRow } from './logo-row.tsx'
import { useRowDrag } from './use-row-drag.ts'
import { donorsQuery } from './visibility-queries.ts'

/** How donors are named and shown: their order by hand, their logos on light and dark, the row that comes of it. */
export function DonorsPage() {
  const m = useMessages(donorMessages)
  const { data, error, refetch } = useQuery(donorsQuery)
  const [openId, setOpenId] = useState<string>()
  const donors = data?.items ?? []
  const open = donors.find(({ donorId }) => donorId === openId)
  return (
    <Panel
      title={m.title}
      back={
        <Link to="/visibility" className={iconClass('below')} aria-label={m.back} data-tip={m.back}>
          <IconArrowLeft aria-hidden="true" />
        </Link>
      }
    >
      {error && !data && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={6} />}
      {data && donors.length === 0 && (
        <EmptyState icon={<IconBuildingCommunity aria-hidden="true" size={28} />} title={m.emptyTitle}>
          {m.emptyText}
        </EmptyState>
      )}
      {donors.length > 0 && (
        <div className={styles.page}>
          <p className={styles.intro}>{m.intro}</p>
          <DonorList donors={donors} onEdit={setOpenId} />
          <PanelSection title={m.row}>
            <LogoRow donors={donors} ground="light" />
            <LogoRow donors={donors} ground="dark" />
          </PanelSection>
        </div>
      )}
      {open && <DonorDialog donor={open} onClose={() => setOpenId(undefined)} />}
    </Panel>
  )
}

interface DonorListProps {
  donors: readonly DonorVisibility[]
  onEdit(donorId: string): void
}

function DonorList({ donors, onEdit }: DonorListProps) {
  const m = useMessages(donorMessages)
  const mayManage = usePermission('visibility.manage')
  const order = useOrder(donors)
  const { drag, handleProps } = useRowDrag(order.moveTo)
  return (
    <ol className={styles.list} aria-label={m.list}>
      {order.shown(drag).map((donor, index, all) => (
        <DonorLine
          key={donor.donorId}
          donor={donor}
          isDragged={drag?.id === donor.donorId}
          handle={mayManage ? handleProps(donor.donorId) : undefined}
          onUp={mayManage && index > 0 ? () => order.moveTo(donor.donorId, index - 1) : undefined}
          onDown={
            mayManage && index < all.length - 1 ? () => order.moveTo(donor.donorId, index + 1) : undefined
          }
          onEdit={mayManage ? () => onEdit(donor.donorId) : undefined}
        />
      ))}
    </ol>
  )
}

/** The order that was last put stands at once; the server's answer takes its place. */
function useOrder(donors: readonly DonorVisibility[]) {
  const m = useMessages(donorMessages)
  const client = useQueryClient()
  const toast = useToast()
  const { mutate } = useMutation({
    mutationFn: (all: readonly DonorVisibility[]) =>
      sendJson<DonorVisibilities>('PUT', '/api/donors/order', {
        donorIds: all.map(({ donorId }) => donorId),
      }),
    onMutate: (all) => client.setQueryData(donorsQuery.queryKey, { items: [...all] }),
    onSuccess: (answer) => {
      client.setQueryData(donorsQuery.queryKey, answer)
      toast.show(m.ordered)
    },
    onError: (error) => {
      toast.show(m.failed(reasonOf(error)))
      void client.invalidateQueries({ queryKey: donorsQuery.queryKey })
    },
  })
  const placed = (id: string, position: number) => {
    const own = donors.filter(({ donorId }) => donorId === id)
    return donors.filter(({ donorId }) => donorId !== id).toSpliced(position, 0, ...own)
  }
  return {
    shown: (drag: { id: string; position: number } | null) =>
      drag ? placed(drag.id, drag.position) : donors,
    moveTo: (id: string, position: number) => {
      const all = placed(id, position)
      if (all.some(({ donorId }, index) => donorId !== donors[index]?.donorId)) mutate(all)
    },
  }
}
