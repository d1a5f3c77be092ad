import type { SystemStatus } from '@borne/api/contracts/system'
import { IconAlertTriangle, IconCopy, IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts, PanelSection } from '../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './data-page.module.css'
import { systemQuery } from './import-queries.ts'
import { messages } from './messages.ts'

const DEBIAN_COMMANDS = `apt install postgresql postgresql-15-postgis-3
su postgres -c "createuser --createrole --pwprompt borne && createdb --owner borne borne && psql -d borne -c 'create extension postgis'"
DATABASE_URL=postgres://borne:PASSWORD@127.0.0.1/borne npx pnpm@12 start`

/** What keeps the data, in which versions, and what it does not survive. */
export function MachineRoom() {
  const m = useMessages(messages)
  const { data, error, refetch } = useQuery(systemQuery)
  if (error && !data) {
    return <ErrorState problem={error} what={m.machineFailed} onRetry={() => void refetch()} />
  }
  if (!data) return <Skeleton lines={8} />
  return (
    <>
      <Durability survivesPowerCut={data.survivesPowerCut} />
      <PanelSection title={m.machineState}>
        <MachineFacts status={data} />
      </PanelSection>
      {data.engine === 'embedded' && <Production />}
    </>
  )
}

function Durability({ survivesPowerCut }: { survivesPowerCut: boolean }) {
  const m = useMessages(messages)
  const Icon = survivesPowerCut ? IconShieldCheck : IconAlertTriangle
  return (
    <section className={survivesPowerCut ? styles.safe : styles.warning}>
      <Icon aria-hidden="true" size={22} />
      <div>
        <h2>{survivesPowerCut ? m.serverTitle : m.powerCutTitle}</h2>
        <p>{survivesPowerCut ? m.serverText : m.powerCutText}</p>
      </div>
    </section>
  )
}

function MachineFacts({ status }: { status: SystemStatus }) {
  const m = useMessages(messages)
  const formats = useFormats()
  const noCheckpoint = status.engine === 'server' ? m.checkpointByServer : m.noCheckpoint
  return (
    <Facts>
      <Fact label={m.engine}>{m.engines[status.engine]}</Fact>
      <Fact label={m.postgres}>{status.postgresVersion}</Fact>
      <Fact label={m.postgis}>{status.postgisVersion}</Fact>
      <Fact label={m.size}>{formats.bytes(status.databaseBytes)}</Fact>
      <Fact label={m.checkpoint}>
        {status.lastCheckpointAt ? (
          <time dateTime={status.lastCheckpointAt} title={formats.instant(status.lastCheckpointAt)}>
            {formats.relative(status.lastCheckpointAt)}
          </time>
        ) : (
          noCheckpoint
        )}
      </Fact>
      <Fact label={m.version}>{status.version}</Fact>
      <Fact label={m.startedAt}>
        <time dateTime={status.startedAt} title={formats.instant(status.startedAt)}>
          {formats.relative(status.startedAt)}
        </time>
      </Fact>
      <Fact label={m.content}>{status.isDemonstration ? m.contents.demonstration : m.contents.real}</Fact>
    </Facts>
  )
}

function Production() {
  const m = useMessages(messages)
  const toast = useToast()
  async function copy() {
    await navigator.clipboard.writeText(DEBIAN_COMMANDS)
    toast.show(m.copied)
  }
  return (
    <PanelSection title={m.productionTitle}>
      <p>{m.productionText}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <pre className={styles.commands} tabIndex={0}>
        {DEBIAN_COMMANDS}
      </pre>
      <Button size="small" icon={<IconCopy aria-hidden="true" />} onClick={() => void copy()}>
        {m.copy}
      </Button>
    </PanelSection>
  )
}
