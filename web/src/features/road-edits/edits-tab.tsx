import type { EditState, RoadEdit } from '@borne/api/contracts/road-edits'
import { IconPencilPlus, IconRoute } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { EditActions } from './edit-actions.tsx'
import { EditEditor } from './edit-editor.tsx'
import { EditItem } from './edit-item.tsx'
import { editMessages } from './edit-messages.ts'
import styles from './edits.module.css'
import { EditsOnMap, useOpenEdit } from './edits-on-map.tsx'
import { editsQuery } from './edits-query.ts'

const STATES = ['proposed', 'accepted', 'rejected'] as const satisfies readonly EditState[]
/** So many lines at a time: a long recording may propose hundreds of roads. */
const PAGE = 200

/** The corrections of the network: to be read, drawn, accepted, rejected. */
export function EditsTab() {
  const m = useMessages(editMessages)
  const { number } = useFormats()
  const { decided, correction: openedId, edit } = useSearch({ from: '/roads' })
  const { data, error, refetch } = useQuery(editsQuery)
  const opened = data?.items.find(({ id }) => id === openedId)
  if (openedId === 'new' || (edit && opened)) {
    return (
      <>
        <EditEditor key={openedId} edit={opened ?? null} />
        <EditsOnMap selectedId={null} hiddenId={openedId ?? null} />
      </>
    )
  }
  const state = decided ?? 'proposed'
  const shown = (data?.items ?? []).filter((one) => one.id === openedId || one.state === state)
  return (
    <>
      <ListHead items={data?.items ?? []} state={state} />
      {error && !data && <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={8} />}
      {data && openedId && !opened && <p className={styles.plain}>{m.unknown}</p>}
      {data && data.total > data.items.length && (
        <p className={styles.plain}>{m.truncated(number(data.items.length), number(data.total))}</p>
      )}
      {data && <EditList key={state} items={shown} state={state} openedId={openedId ?? null} />}
      {shown.length > 0 && <EditActions edits={shown} />}
      <EditsOnMap selectedId={openedId ?? null} />
    </>
  )
}

interface ListHeadProps {
  items: readonly RoadEdit[]
  state: EditState
}

function ListHead({ items, state }: ListHeadProps) {
  const m = useMessages(editMessages)
  const navigate = useNavigate({ from: '/roads' })
  const mayPropose = usePermission('road-edits.propose')
  const open = useOpenEdit()
  const countOf = (one: EditState) => items.filter((item) => item.state === one).length
  return (
    <div className={styles.head}>
      {mayPropose && (
        <Button
          variant="primary"
          icon={<IconPencilPlus aria-hidden="true" />}
          className={styles.wide}
          onClick={() => open('new')}
        >
          {m.draw}
        </Button>
      )}
      <Segmented
        label={m.filters}
        options={STATES.map((one) => ({ value: one, label: `${m.filterNames[one]} ${countOf(one)}` }))}
        value={state}
        onChange={(next) =>
          void navigate({
            search: (old) => ({
              ...old,
              decided: next === 'proposed' ? undefined : next,
              correction: undefined,
            }),
          })
        }
      />
      <p className={styles.muted}>{m.intro}</p>
    </div>
  )
}

interface EditListProps extends ListHeadProps {
  openedId: string | null
}

function EditList({ items, state, openedId }: EditListProps) {
  const m = useMessages(editMessages)
  const { number } = useFormats()
  const [most, setMost] = useState(PAGE)
  if (items.length === 0) {
    return (
      <EmptyState icon={<IconRoute aria-hidden="true" size={28} />} title={m.empty[state]}>
        {m.emptyText}
      </EmptyState>
    )
  }
  const shown = items.filter((edit, place) => place < most || edit.id === openedId)
  const left = items.length - most
  return (
    <>
      <ul className={styles.list} aria-label={m.list}>
        {shown.map((edit) => (
          <EditItem key={edit.id} edit={edit} isOpen={edit.id === openedId} />
        ))}
      </ul>
      {left > 0 && (
        <div className={styles.plain}>
          <Button size="small" onClick={() => setMost(most + PAGE)}>
            {m.more(number(Math.min(PAGE, left)))}
          </Button>
        </div>
      )}
    </>
  )
}
