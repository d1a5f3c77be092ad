import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './backups.module.css'
import { backupsQuery } from './backups-query.ts'
import { messages } from './messages.ts'

const STORAGE_KEY = 'borne.backupNoticeHiddenOn'

/** Says that the register is badly saved, until somebody backs it up or puts the notice off to tomorrow. */
export function BackupNotice() {
  const m = useMessages(messages)
  const formats = useFormats()
  const { data } = useQuery({ ...backupsQuery, staleTime: 600_000 })
  const today = new Date().toISOString().slice(0, 10)
  const [hiddenOn, setHiddenOn] = useState(() => localStorage.getItem(STORAGE_KEY))
  if (!data?.isOld || hiddenOn === today) return null

  function dismiss() {
    localStorage.setItem(STORAGE_KEY, today)
    setHiddenOn(today)
  }

  return (
    <aside className={styles.notice} aria-label={m.label}>
      <IconAlertTriangle aria-hidden="true" size={20} className={styles.noticeIcon} />
      <p>
        <strong title={formats.instant(data.lastGoodAt)}>
          {data.lastGoodAt ? m.notice(formats.relative(data.lastGoodAt)) : m.noneTitle}
        </strong>{' '}
        <Link to="/admin" search={{ tab: 'backups' }}>
          {m.noticeLink}
        </Link>
      </p>
      <IconButton label={m.dismiss} tip="below-end" icon={<IconX />} onClick={dismiss} />
    </aside>
  )
}
