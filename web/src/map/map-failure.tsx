import { IconMapOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '../ui/button.tsx'
import { useMessages } from '../ui/language.tsx'
import { canDrawMaps } from './can-draw-maps.ts'
import styles from './map-failure.module.css'
import { messages } from './messages.ts'

/** The map cannot be drawn: says why, and offers the table, which shows the same. */
export function MapFailure({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const m = useMessages(messages).failure
  return (
    <div className={styles.failure} role="alert">
      <IconMapOff aria-hidden="true" size={28} />
      <h2>{m.title}</h2>
      <p>{canDrawMaps() ? m.other : m.webgl}</p>
      <div className={styles.actions}>
        <Link
          to="/posts"
          search={(search: object) => ({ ...search, view: 'table' }) as never}
          className={buttonClass('primary')}
        >
          {m.table}
        </Link>
        {onRetry && canDrawMaps() && <Button onClick={onRetry}>{m.retry}</Button>}
      </div>
      {error instanceof Error && (
        <details>
          <summary>{m.technical}</summary>
          <code>{error.message}</code>
        </details>
      )}
    </div>
  )
}
