import type { Mission, MissionRuleRow } from '@borne/api/contracts/missions'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSignedIn } from '../../../platform/session-query.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import styles from './day.module.css'
import { dayMessages } from './day-messages.ts'
import { DoneForm } from './done-form.tsx'
import { standingSteps } from './mission-course.ts'
import { BegunDialog, StepDialog } from './step-dialog.tsx'

const STEP_KINDS = ['submitted', 'cleared', 'refused', 'begun', 'done'] as const
type StepKind = (typeof STEP_KINDS)[number]

interface NextStepProps {
  mission: Mission
  nameOf(placeId: string): string
  rules: readonly MissionRuleRow[]
}

/** The step that this person may take now; where there is none, whose it is. */
export function NextStep({ mission, nameOf, rules }: NextStepProps) {
  const m = useMessages(dayMessages)
  const [open, setOpen] = useState<StepKind>()
  const close = () => setOpen(undefined)
  const lacksPlan = mission.plan === null
  const steps = STEP_KINDS.filter(
    (kind) => mission.mayRecord.includes(kind) && !(kind === 'submitted' && lacksPlan),
  )
  if (mission.status === 'done') return null
  const isUnderWay = mission.status === 'under-way'
  return (
    <div className={styles.next}>
      {mission.status === 'refused' && <p>{m.changeAfterRefusal}</p>}
      {steps.length > 0 ? (
        <div className={styles.buttons}>
          {steps.map((kind) => (
            <Button
              key={kind}
              // On the way the check-in is what one does; the end comes once.
              variant={kind === 'refused' || isUnderWay ? 'plain' : 'primary'}
              onClick={() => setOpen(kind)}
            >
              {m.acts[kind]}
            </Button>
          ))}
        </div>
      ) : (
        <WhyNot mission={mission} />
      )}
      {(open === 'submitted' || open === 'cleared' || open === 'refused') && (
        <StepDialog kind={open} mission={mission} rules={rules} onClose={close} />
      )}
      {open === 'begun' && <BegunDialog mission={mission} onClose={close} />}
      {open === 'done' && <DoneForm mission={mission} nameOf={nameOf} onClose={close} />}
    </div>
  )
}

function WhyNot({ mission }: { mission: Mission }) {
  const m = useMessages(dayMessages)
  const accountId = useSignedIn()?.accountId
  if (mission.status === 'submitted') {
    const submitted = standingSteps(mission.events).get('submitted')
    return <p>{submitted?.recordedBy === accountId ? m.waitsForOther : m.waitsForClearance}</p>
  }
  if (mission.plan !== null) return <p>{m.notYours}</p>
  return (
    <p>
      {m.needsPlan}{' '}
      <Link
        to="/missions/$missionId"
        params={{ missionId: mission.id }}
        search={(old) => ({ ...old, tab: undefined })}
        className={buttonClass('quiet', 'small')}
      >
        {m.toPlan}
      </Link>
    </p>
  )
}
