import type { Mission } from '@borne/api/contracts/missions'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconPlayerPlay,
  IconPlayerStop,
  IconRoute,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { inputOf, planInput } from './mission-draft.ts'
import styles from './plan.module.css'
import { isSamePlan } from './plan-history.ts'
import { planMessages } from './plan-messages.ts'
import type { Planner } from './use-planner.ts'
import { useSaveMission } from './use-save-mission.ts'

interface SearchBarProps {
  planner: Planner
  mission: Mission
  isFixed: boolean
}

/** Computes, stops, goes on; undoes and saves. */
export function SearchBar({ planner, mission, isFixed }: SearchBarProps) {
  const m = useMessages(planMessages)
  const { history, search } = planner
  const save = useSaveMission(mission, m.saved)
  const reopening = useReopening(mission, isFixed)
  const isUnsaved = history !== null && !(mission.plan && isSamePlan(history.present, mission.plan))
  if (isFixed) return null
  return (
    <div className={styles.bar}>
      <div className={styles.buttons}>
        <SearchButton
          planner={planner}
          isMain={!isUnsaved && !reopening.isAsked}
          onStart={() => reopening.ask(planner.start)}
        />
        {history && (
          <>
            <IconButton
              label={m.undo}
              icon={<IconArrowBackUp />}
              disabled={history.past.length === 0}
              onClick={planner.undo}
            />
            <IconButton
              label={m.redo}
              icon={<IconArrowForwardUp />}
              disabled={history.future.length === 0}
              onClick={planner.redo}
            />
          </>
        )}
        {history && isUnsaved && (
          <Button
            variant={search.status === 'running' ? 'plain' : 'primary'}
            className={styles.save ?? ''}
            disabled={save.isPending}
            onClick={() =>
              reopening.ask(() => save.mutate({ ...inputOf(mission), plan: planInput(history.present) }))
            }
          >
            {save.isPending ? m.saving : m.save}
          </Button>
        )}
      </div>
      <SearchNote planner={planner} />
      <FormProblem error={save.error} />
      {reopening.dialog}
    </div>
  )
}

/** Another plan takes back what was submitted or cleared: that is asked once, then never again on this page. */
function useReopening({ status, reference }: Mission, isFixed: boolean) {
  const m = useMessages(planMessages)
  const [isAgreed, setIsAgreed] = useState(false)
  const [waiting, setWaiting] = useState<{ go(): void } | null>(null)
  const text = !isFixed && (status === 'submitted' || status === 'cleared') ? m.reopenText[status] : null
  return {
    /** Whether the mission is one of those. */
    isAsked: text !== null,
    ask(go: () => void) {
      if (text === null || isAgreed) go()
      else setWaiting({ go })
    },
    dialog: (
      <ConfirmDialog
        isOpen={waiting !== null}
        title={m.reopenTitle(reference)}
        confirmLabel={m.reopen}
        onConfirm={() => {
          setIsAgreed(true)
          setWaiting(null)
          waiting?.go()
        }}
        onCancel={() => setWaiting(null)}
      >
        <p>{text}</p>
      </ConfirmDialog>
    ),
  }
}

interface SearchButtonProps {
  planner: Planner
  isMain: boolean
  onStart(): void
}

function SearchButton({ planner: { search, history, pause, resume }, isMain, onStart }: SearchButtonProps) {
  const m = useMessages(planMessages)
  if (search.status === 'running') {
    return (
      <Button icon={<IconPlayerStop aria-hidden="true" />} onClick={pause}>
        {m.stop}
      </Button>
    )
  }
  return (
    <>
      <Button
        variant={isMain ? 'primary' : 'plain'}
        icon={<IconRoute aria-hidden="true" />}
        onClick={onStart}
      >
        {history ? m.computeAgain : m.compute}
      </Button>
      {search.status === 'paused' && (
        <Button icon={<IconPlayerPlay aria-hidden="true" />} onClick={resume}>
          {m.resume}
        </Button>
      )}
    </>
  )
}

function SearchNote({ planner }: { planner: Planner }) {
  const m = useMessages(planMessages)
  const formats = useFormats()
  const { search, desk, editMilliseconds } = planner
  const where = desk.isHere ? m.here : m.atServer
  const isRunning = search.status === 'running'
  const text = isRunning
    ? m.searching(search.plans)
    : search.firstMilliseconds !== null && editMilliseconds === null
      ? m.found(search.plans, formats.number(search.firstMilliseconds))
      : editMilliseconds !== null
        ? m.timedIn(formats.number(editMilliseconds))
        : null
  if (text === null) return null
  return (
    <div className={styles.told} role="status">
      {isRunning && <progress max={10} value={search.rounds} aria-label={text} />}
      {text} {where}
    </div>
  )
}
