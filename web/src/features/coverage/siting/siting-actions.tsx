import { IconPlayerStop, IconTargetArrow } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import styles from './siting.module.css'
import { sitingMessages } from './siting-messages.ts'
import type { Siting } from './use-siting.ts'

const TICK_MS = 250

interface SitingActionsProps {
  siting: Siting
  /** How long the search may take. */
  seconds: number
  mayStart: boolean
}

/** Starts and stops the search, and tells how far it is. */
export function SitingActions({ siting, seconds, mayStart }: SitingActionsProps) {
  const m = useMessages(sitingMessages)
  const { run, answer, isAnswered } = siting
  const isRunning = run.status === 'running'
  return (
    <div className={styles.actions}>
      {isRunning ? (
        <Button icon={<IconPlayerStop aria-hidden="true" />} onClick={siting.stop}>
          {m.stop}
        </Button>
      ) : (
        <Button
          variant={isAnswered ? 'plain' : 'primary'}
          icon={<IconTargetArrow aria-hidden="true" />}
          disabled={!mayStart}
          onClick={siting.start}
        >
          {isAnswered ? m.searchAgain : m.search}
        </Button>
      )}
      <div className={styles.progress} role="status">
        {isRunning && (
          <>
            <span>{m.stages[isAnswered && answer ? answer.stage : 'waiting']}</span>
            <Elapsed startedAt={run.startedAt} seconds={seconds} />
          </>
        )}
        {run.status === 'stopped' && isAnswered && <span>{m.stopped}</span>}
      </div>
    </div>
  )
}

function Elapsed({ startedAt, seconds }: { startedAt: number; seconds: number }) {
  const m = useMessages(sitingMessages)
  const { number } = useFormats()
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  const elapsed = Math.max(0, (now - startedAt) / 1000)
  const text = m.elapsed(`${number(elapsed, 0)} s`, `${seconds} s`)
  return <progress max={seconds} value={Math.min(elapsed, seconds)} aria-label={text} title={text} />
}
