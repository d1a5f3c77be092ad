import type { Briefing, BriefingRow } from '@borne/api/contracts/briefings'
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDotsVertical,
  IconLink,
  IconPlayerPlay,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Menu, menuItemClass } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './briefings.module.css'
import { BRIEFINGS_KEY } from './briefings-queries.ts'
import { listMessages } from './list-messages.ts'
import { useTextIn } from './show/texts.ts'

/** One briefing of the list, with what can be done with it. */
export function BriefingLine({ row }: { row: BriefingRow }) {
  const m = useMessages(listMessages)
  const formats = useFormats()
  const title = useTextIn()(row.title) || m.untitled
  const { openLinkCount, slideCount, updatedAt, isArchived, isDemonstration } = row
  return (
    <li className={styles.line}>
      <Link to="/briefings/$briefingId" params={{ briefingId: row.id }} className={styles.open}>
        <span className={styles.name}>
          {title}
          {isDemonstration && <span className={styles.demo}>{m.demonstration}</span>}
          {isArchived && <span className={styles.archived}>{m.isArchived}</span>}
        </span>
        <span className={styles.facts}>
          {m.slides(slideCount)} ·{' '}
          <span title={formats.instant(updatedAt)}>{m.changed(formats.relative(updatedAt))}</span>
        </span>
        {openLinkCount > 0 && (
          <span className={styles.links}>
            <IconLink aria-hidden="true" size={14} /> {m.links(openLinkCount)}
          </span>
        )}
      </Link>
      <Menu
        label={m.actions(title)}
        button={<IconDotsVertical aria-hidden="true" size={20} />}
        buttonClassName={styles.more}
      >
        {(close) => <LineActions row={row} title={title} close={close} />}
      </Menu>
    </li>
  )
}

interface LineActionsProps {
  row: BriefingRow
  title: string
  close(): void
}

function LineActions({ row: { id, isArchived, openLinkCount }, title, close }: LineActionsProps) {
  const m = useMessages(listMessages)
  const mayEdit = usePermission('briefings.edit')
  const { duplicate, archive, restore } = useLineActions(id, title, openLinkCount)
  const act = (action: () => void) => () => {
    close()
    action()
  }
  return (
    <>
      <Link to="/briefings/$briefingId/present" params={{ briefingId: id }} className={menuItemClass}>
        <IconPlayerPlay aria-hidden="true" size={18} /> {m.present}
      </Link>
      {mayEdit && (
        <button type="button" className={menuItemClass} onClick={act(duplicate)}>
          <IconCopy aria-hidden="true" size={18} /> {m.duplicate}
        </button>
      )}
      {mayEdit && (
        <button type="button" className={menuItemClass} onClick={act(isArchived ? restore : archive)}>
          {isArchived ? (
            <IconArchiveOff aria-hidden="true" size={18} />
          ) : (
            <IconArchive aria-hidden="true" size={18} />
          )}
          {isArchived ? m.restore : m.archive}
        </button>
      )}
    </>
  )
}

/** What is done is said, and can be undone. */
function useLineActions(briefingId: string, title: string, openLinkCount: number) {
  const m = useMessages(listMessages)
  const toast = useToast()
  const own = useTextIn()
  const client = useQueryClient()
  const { mutateAsync: send } = useMutation({
    mutationFn: ({ id, action }: { id: string; action: 'archive' | 'restore' | 'duplicate' }) =>
      sendJson<Briefing>('POST', `/api/briefings/${id}/${action}`),
    onSuccess: () => client.invalidateQueries({ queryKey: [BRIEFINGS_KEY] }),
    onError: (error) => toast.show(m.failed(reasonOf(error))),
  })
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined)
  const undoTo = (action: 'archive' | 'restore', id = briefingId) => ({
    undo: () => quietly(send({ id, action })),
  })
  return {
    archive: () =>
      quietly(
        send({ id: briefingId, action: 'archive' }).then(() =>
          toast.show(openLinkCount > 0 ? m.archivedToast(title) : m.archivedQuiet(title), undoTo('restore')),
        ),
      ),
    restore: () =>
      quietly(
        send({ id: briefingId, action: 'restore' }).then(() =>
          toast.show(m.restoredToast(title), undoTo('archive')),
        ),
      ),
    duplicate: () =>
      quietly(
        send({ id: briefingId, action: 'duplicate' }).then((made) =>
          toast.show(m.duplicated(own(made.title)), undoTo('archive', made.id)),
        ),
      ),
  }
}
