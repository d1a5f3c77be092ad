import type { ConflictPart } from '@borne/geodata/itinerary/find-conflict'
import { dropLostWays, forcedLegs, type PlanLeg, viaOf } from '@borne/geodata/itinerary/force-way'
import type { MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { keepPlan, keptPlan } from './kept-plans.ts'
import { deskAtServer, deskHere, type MissionDesk } from './mission-desk.ts'
import {
  beginHistory,
  editPlan,
  isSamePlan,
  type PlanEdit,
  type PlanHistory,
  redo,
  replacePlan,
  undo,
} from './plan-history.ts'
import { isBetter } from './rank-plans.ts'

/** Spans of the search one after the other, in seconds: a first plan at once, then longer looks. */
const ROUND_SECONDS = [0.15, 0.4, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8]
/** After so many rounds in which nothing better came, the search ends by itself. */
const ROUNDS_WITHOUT_GAIN = 4

export interface SearchState {
  readonly status: 'idle' | 'running' | 'paused' | 'done'
  /** Rounds done, of all. */
  readonly rounds: number
  readonly plans: number
  /** From the press of the button to the first plan. */
  readonly firstMilliseconds: number | null
  readonly conflict: readonly ConflictPart[] | null
  /** The teams can spend their days in no way that the rules allow. */
  readonly isImpossible: boolean
  readonly error: unknown
}

const IDLE: SearchState = {
  status: 'idle',
  rounds: 0,
  plans: 0,
  firstMilliseconds: null,
  conflict: null,
  isImpossible: false,
  error: null,
}

export interface Planner {
  readonly question: MissionQuestion
  readonly desk: MissionDesk
  readonly history: PlanHistory | null
  /** The present plan with its times; the one before while they are being computed. */
  readonly timed: TimedPlan | null
  readonly isStale: boolean
  readonly timingError: unknown
  /** From the edit to its times. */
  readonly editMilliseconds: number | null
  readonly search: SearchState
  /** Forced ways that the last change took away, since their legs are gone or a new plan is there. */
  readonly lostWays: readonly PlanLeg[]
  start(): void
  pause(): void
  resume(): void
  edit(edit: PlanEdit): void
  /** What is under the hand, timed as fast as it can be until it is let go; null: nothing any more. */
  preview(edit: PlanEdit | null): void
  adopt(plan: MissionPlan): void
  undo(): void
  redo(): void
}

/**
 * The plan of a mission under the hand: searched, edited, undone; its times follow. It lives in this page until it is
 * saved.
 *
 * @param key Names the mission and what it asks; a plan that was under the hand is still there under it.
 * @param isHere The roads of all its days are on this device.
 * @param edition Grows with other inputs of the roads: the plan is timed anew.
 */
export function usePlanner(
  key: string,
  question: MissionQuestion,
  saved: MissionPlan | null,
  isHere: boolean,
  edition: number,
): Planner {
  const desk = useMemo(
    () => (isHere ? deskHere(question, null) : deskAtServer(question, null)),
    [question, isHere, edition],
  )
  const [history, setHistory] = useState(() => keptPlan(key) ?? (saved ? beginHistory(saved) : null))
  useEffect(() => {
    if (history) keepPlan(key, history)
  }, [key, history])
  const [held, setHeld] = useState<MissionPlan | null>(null)
  const [lostWays, setLostWays] = useState<readonly PlanLeg[]>([])
  const timing = useTiming(desk, held ?? history?.present ?? null)
  const hold = useLatestWhenFree(timing.isStale, setHeld)
  const searching = useSearching(question, desk, history, (plan, before, timed) => {
    timing.know(plan, timed)
    setLostWays(before ? lostBetween(before.present, plan) : [])
    setHistory(before ? replacePlan(before, plan) : beginHistory(plan))
  })
  const change = (next: (history: PlanHistory) => PlanHistory) => {
    if (!history) return
    searching.pause()
    timing.noteEdit()
    hold(null)
    setLostWays([])
    setHistory(next(history))
  }
  const replace = (plan: MissionPlan) => {
    change((old) => replacePlan(old, plan))
    if (history) setLostWays(lostBetween(history.present, plan))
  }
  return {
    question,
    desk,
    history,
    timed: timing.timed,
    isStale: timing.isStale && held === null,
    timingError: timing.error,
    editMilliseconds: timing.editMilliseconds,
    search: searching.state,
    start: searching.start,
    pause: searching.pause,
    resume: searching.resume,
    lostWays,
    edit: (edit) => {
      if (!history) return
      const plan = dropLostWays(question, editPlan(history.present, edit))
      if (edit.kind === 'way') change((old) => replacePlan(old, plan))
      else replace(plan)
    },
    preview: (edit) => {
      if (edit) searching.pause()
      hold(edit && history ? editPlan(history.present, edit) : null)
    },
    adopt: replace,
    undo: () => change(undo),
    redo: () => change(redo),
  }
}

function lostBetween(before: MissionPlan, after: MissionPlan): PlanLeg[] {
  return forcedLegs(before).filter((leg) => viaOf(after, leg).length === 0)
}

/** Lets one value after another through, never more than one while something is busy: then the latest follows. */
function useLatestWhenFree<T>(isBusy: boolean, set: (value: T | null) => void): (value: T | null) => void {
  const waiting = useRef<T | null>(null)
  useEffect(() => {
    if (isBusy || waiting.current === null) return
    set(waiting.current)
    waiting.current = null
  }, [isBusy, set])
  return (value) => {
    waiting.current = value !== null && isBusy ? value : null
    if (value === null || !isBusy) set(value)
  }
}

/** The times of a plan, as whoever computes tells them. */
function useTiming(desk: MissionDesk, plan: MissionPlan | null) {
  const [told, setTold] = useState<{ desk: MissionDesk; timed: TimedPlan } | null>(null)
  const [failed, setFailed] = useState<{ plan: MissionPlan; error: unknown } | null>(null)
  const [editMilliseconds, setEditMilliseconds] = useState<number | null>(null)
  const editedAt = useRef<number | null>(null)
  const isTold = told !== null && plan !== null && told.desk === desk && isSamePlan(told.timed.plan, plan)
  useEffect(() => {
    if (isTold && editedAt.current !== null) {
      setEditMilliseconds(performance.now() - editedAt.current)
      editedAt.current = null
    }
    if (isTold || !plan) return
    const abort = new AbortController()
    desk.time(plan, abort.signal).then(
      (timed) => {
        if (abort.signal.aborted) return
        setTold({ desk, timed: { ...timed, plan } })
        setFailed(null)
        if (editedAt.current !== null) setEditMilliseconds(performance.now() - editedAt.current)
        editedAt.current = null
      },
      (error) => {
        if (!abort.signal.aborted) setFailed({ plan, error })
      },
    )
    return () => abort.abort()
  }, [desk, plan, isTold])
  return {
    timed: plan ? (told?.timed ?? null) : null,
    isStale: plan !== null && !isTold,
    error: failed && failed.plan === plan ? failed.error : null,
    editMilliseconds,
    know: (known: MissionPlan, timed: TimedPlan) => setTold({ desk, timed: { ...timed, plan: known } }),
    noteEdit: () => {
      editedAt.current = performance.now()
    },
  }
}

interface Run {
  readonly abort: AbortController
  readonly startedAt: number
  /** What was there before the search: one step back leads there. */
  readonly before: PlanHistory | null
  best: TimedPlan | null
}

function useSearching(
  question: MissionQuestion,
  desk: MissionDesk,
  history: PlanHistory | null,
  onBetter: (plan: MissionPlan, before: PlanHistory | null, timed: TimedPlan) => void,
) {
  const [state, setState] = useState(IDLE)
  const run = useRef<Run | null>(null)
  const tell = useRef(onBetter)
  useEffect(() => {
    tell.current = onBetter
  })
  useEffect(() => () => run.current?.abort.abort(), [])

  async function search(own: Run, firstRound: number) {
    let withoutGain = 0
    let isPossible = own.best !== null
    const onPlan = (timed: TimedPlan) => {
      if (own.abort.signal.aborted || !isBetter(question, timed.itinerary, own.best?.itinerary ?? null))
        return
      own.best = timed
      withoutGain = -1
      tell.current(timed.plan, own.before, timed)
      setState((old) => ({
        ...old,
        plans: old.plans + 1,
        firstMilliseconds: old.firstMilliseconds ?? performance.now() - own.startedAt,
      }))
    }
    for (let round = firstRound; round < ROUND_SECONDS.length; round++) {
      const request = { seed: round + 1, seconds: ROUND_SECONDS[round]!, signal: own.abort.signal, onPlan }
      const isFound = await desk.plan(request)
      if (own.abort.signal.aborted) return
      isPossible ||= isFound
      withoutGain++
      setState((old) => ({ ...old, rounds: round + 1 }))
      if (!isPossible || withoutGain >= ROUNDS_WITHOUT_GAIN) break
    }
    const conflict =
      !isPossible || lacksRequired(question, own.best) ? await desk.conflict(own.abort.signal) : null
    if (own.abort.signal.aborted) return
    setState((old) => ({ ...old, status: 'done', conflict, isImpossible: !isPossible }))
  }

  function begin(firstRound: number, before: PlanHistory | null, best: TimedPlan | null) {
    run.current?.abort.abort()
    const own: Run = { abort: new AbortController(), startedAt: performance.now(), before, best }
    run.current = own
    search(own, firstRound).catch((error) => {
      if (!own.abort.signal.aborted) setState((old) => ({ ...old, status: 'paused', error }))
    })
  }

  return {
    state,
    start() {
      setState({ ...IDLE, status: 'running' })
      begin(0, history, null)
    },
    pause() {
      run.current?.abort.abort()
      setState((old) => (old.status === 'running' ? { ...old, status: 'paused' } : old))
    },
    resume() {
      setState((old) => ({ ...old, status: 'running', error: null }))
      const { best = null, before = null } = run.current ?? {}
      const isUntouched = best !== null && history !== null && isSamePlan(history.present, best.plan)
      begin(state.rounds % ROUND_SECONDS.length, isUntouched ? before : history, best)
    },
  }
}

function lacksRequired({ visits }: MissionQuestion, timed: TimedPlan | null): boolean {
  return visits.some(
    ({ id, priority }) => priority === 'required' && timed?.plan.droppedVisitIds.includes(id),
  )
}
