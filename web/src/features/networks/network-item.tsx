import type { RoadNetworkVersion } from '@borne/api/contracts/networks'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts } from '../../ui/panel.tsx'
import { ClassLengths } from './class-lengths.tsx'
import { lengthsByClass, totalMetres } from './lengths-by-class.ts'
import { NetworkComparison } from './network-comparison.tsx'
import { NetworkDecision } from './network-decision.tsx'
import { networkMessages } from './network-messages.ts'
import { NetworkReportFold } from './network-report.tsx'
import styles from './networks.module.css'

interface NetworkItemProps {
  version: RoadNetworkVersion
  all: readonly RoadNetworkVersion[]
  isOpen: boolean
}

/** One version; opened, what it holds, what it changes, what was left out, and the decision. */
export function NetworkItem({ version, all, isOpen }: NetworkItemProps) {
  const m = useMessages(networkMessages)
  const { day, distance } = useFormats()
  const navigate = useNavigate({ from: '/roads' })
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const lengths = lengthsByClass(version, all)
  const total = totalMetres(lengths)
  return (
    <li ref={item} className={styles.item} data-open={isOpen} data-past={version.state === 'discarded'}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() =>
          void navigate({ search: (old) => ({ ...old, network: isOpen ? undefined : version.id }) })
        }
      >
        <span className={styles.title}>
          {version.label}
          <StateMark version={version} />
        </span>
        <span className={styles.muted}>
          {[m.validFrom(day(version.validFrom)), ...(total === null ? [] : [distance(total)])].join(' · ')}
        </span>
      </button>
      {isOpen && (
        <div id={id} className={styles.detail}>
          <NetworkDecision version={version} />
          <NetworkComparison version={version} all={all} />
          <VersionFacts version={version} />
          <ClassLengths lengths={lengths} />
          {version.report && <NetworkReportFold report={version.report} />}
        </div>
      )}
    </li>
  )
}

function StateMark({ version: { isInService, state } }: { version: RoadNetworkVersion }) {
  const m = useMessages(networkMessages)
  return (
    <span className={styles.mark} data-state={isInService ? 'in-service' : state}>
      {isInService ? m.inService : m.states[state]}
    </span>
  )
}

function VersionFacts({ version }: { version: RoadNetworkVersion }) {
  const m = useMessages(networkMessages)
  const { day, instant } = useFormats()
  const { state, decidedAt } = version
  return (
    <Facts>
      <Fact label={m.source}>{version.source}</Fact>
      {version.sourceFileName && <Fact label={m.file}>{version.sourceFileName}</Fact>}
      <Fact label={m.licence}>{version.licence}</Fact>
      <Fact label={m.dataAt}>{day(version.dataAt)}</Fact>
      <Fact label={m.created}>{instant(version.createdAt)}</Fact>
      {decidedAt && state !== 'candidate' && <Fact label={m.decided[state]}>{instant(decidedAt)}</Fact>}
    </Facts>
  )
}
