import { IconEye } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonOf, sendJson } from '../platform/api.ts'
import { takeSession, useSignedIn } from '../platform/session-query.ts'
import { Button } from '../ui/button.tsx'
import { useMessages } from '../ui/language.tsx'
import { roleNames } from '../ui/role-words.ts'
import { useToast } from '../ui/toast.tsx'
import { messages } from './messages.ts'
import styles from './view-as-banner.module.css'

/** Stands across the top for as long as one looks at the app as another role. */
export function ViewAsBanner() {
  const m = useMessages(messages)
  const names = useMessages(roleNames)
  const signedIn = useSignedIn()
  const toast = useToast()
  const client = useQueryClient()
  const [isLeaving, setIsLeaving] = useState(false)
  if (!signedIn?.isViewingAs) return null

  async function comeBack() {
    setIsLeaving(true)
    try {
      takeSession(client, await sendJson('DELETE', '/api/session/view-as'), true)
    } catch (error) {
      toast.show(m.comeBackFailed(reasonOf(error)))
      setIsLeaving(false)
    }
  }

  return (
    <section className={styles.banner} aria-label={m.viewingAsLabel}>
      <IconEye aria-hidden="true" size={18} />
      <p>
        {m.viewingAs(names[signedIn.role])} <span className={styles.readOnly}>{m.readOnly}</span>
      </p>
      <Button size="small" disabled={isLeaving} onClick={() => void comeBack()}>
        {m.comeBack}
      </Button>
    </section>
  )
}
