import type { RoadNetworkVersion } from '@borne/api/contracts/networks'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { Command } from './command.tsx'
import { NetworkItem } from './network-item.tsx'
import { networkMessages } from './network-messages.ts'
import styles from './networks.module.css'
import { networksQuery } from './networks-query.ts'

/** The versions of the road network: which one counts on what day, and what a candidate would change. */
export function NetworksTab() {
  const m = useMessages(networkMessages)
  const { network: openedId } = useSearch({ from: '/roads' })
  const { data, error, refetch } = useQuery(networksQuery)
  if (error && !data) return <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  const { items } = data
  return (
    <>
      <p className={styles.intro}>{m.intro}</p>
      {openedId !== undefined && !items.some(({ id }) => id === openedId) && (
        <p className={styles.intro}>{m.unknown}</p>
      )}
      <VersionList items={items} openedId={openedId ?? null} />
      <Teaching />
    </>
  )
}

interface VersionListProps {
  items: readonly RoadNetworkVersion[]
  openedId: number | null
}

function VersionList({ items, openedId }: VersionListProps) {
  const m = useMessages(networkMessages)
  return (
    <ul className={styles.list} aria-label={m.list}>
      {items.map((version) => (
        <NetworkItem key={version.id} version={version} all={items} isOpen={version.id === openedId} />
      ))}
    </ul>
  )
}

/** How a newer extract comes in: there is no button, because the file is large and the server has to read it. */
function Teaching() {
  const m = useMessages(networkMessages)
  return (
    <section className={styles.teaching} aria-labelledby="import-roads">
      <h2 id="import-roads">{m.teachTitle}</h2>
      <p>{m.teachText}</p>
      <Command text={m.command} />
      <p>{m.teachThen}</p>
    </section>
  )
}
