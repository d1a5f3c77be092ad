import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../../ui/language.tsx'
import styles from './visit.module.css'
import { visitMessages } from './visit-messages.ts'

export function BackToContract({ contractId }: { contractId: string }) {
  const m = useMessages(visitMessages)
  return (
    <Link
      to="/works/$contractId"
      params={{ contractId }}
      preload="render"
      className={styles.back}
      aria-label={m.back}
      title={m.back}
    >
      <IconArrowLeft aria-hidden="true" />
    </Link>
  )
}
