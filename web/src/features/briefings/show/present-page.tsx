import { IconCloudCheck, IconCloudDown, IconCloudOff } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../../../platform/api.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { KeyHelp } from '../../../ui/key-help.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { EmptyState, ErrorState } from '../../../ui/states.tsx'
import { LaserDot } from './laser-dot.tsx'
import styles from './present.module.css'
import { presentMessages } from './present-messages.ts'
import { type ShowMessage, useShowChannel } from './show-channel.ts'
import { ShowControls } from './show-controls.tsx'
import type { ShowAction } from './show-keys.ts'
import type { ShowSource } from './show-source.ts'
import { SlideShow } from './slide-show.tsx'
import { useTextIn } from './texts.ts'
import { useAutoNext } from './use-auto-next.ts'
import { type KeptShow, useKeptShow } from './use-kept-show.ts'
import { useOwnShowing } from './use-own-showing.ts'
import { usePointerActive } from './use-pointer-active.ts'
import { useShowKeys } from './use-show-keys.ts'
import { useShowState } from './use-show-state.ts'
import { useSteps } from './use-steps.ts'

/** A briefing full screen, before a room. */
export function PresentPage() {
  const m = useMessages(presentMessages)
  const { briefingId = '' } = useParams({ strict: false })
  const { source, key, error, retry } = useOwnShowing(briefingId)
  const textOf = useTextIn()
  const title = source ? textOf(source.presentation.title) : m.making
  useEffect(() => {
    document.title = source ? m.title(title) : 'Borne'
  }, [source, title, m])
  if (!source || source.presentation.slides.length === 0)
    return (
      <main className={styles.wait}>
        <h1>{title}</h1>
        {error ? <Refusal error={error} onRetry={retry} /> : source && <EmptyState title={m.empty} />}
        {(error || source) && (
          <Link to="/briefings/$briefingId" params={{ briefingId }} className={buttonClass()}>
            {m.back}
          </Link>
        )}
      </main>
    )
  return <Show key={key} briefingId={briefingId} source={source} showingKey={key} />
}

function Refusal({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const m = useMessages(presentMessages)
  const isOutside = error instanceof ApiProblem && error.problem.code === 'sign-in-required'
  if (!isOutside) return <ErrorState problem={error} what={m.failed} onRetry={onRetry} />
  return (
    <Link to="/sign-in" search={{ next: location.pathname }} className={buttonClass('primary')}>
      {m.signIn}
    </Link>
  )
}

interface ShowProps {
  briefingId: string
  source: ShowSource
  showingKey: string
}

function Show({ briefingId, source, showingKey }: ShowProps) {
  const m = useMessages(presentMessages)
  const textOf = useTextIn()
  const { presentation } = source
  const { slides } = presentation
  const show = useRunningShow(briefingId, source, showingKey)
  const { state, isLaserOn, hasHelp, setHasHelp, act, played, goTo } = show
  const { index, blank, isAuto } = state
  const slide = slides[index]!
  const [hasFirst, setHasFirst] = useState(slides.every(({ map }) => map === null))
  const kept = useKeptShow(source, hasFirst)
  const isActive = usePointerActive()
  return (
    <main className={styles.present} data-laser={isLaserOn || undefined} data-rest={!isActive || undefined}>
      <h1 className="visually-hidden">{textOf(presentation.title)}</h1>
      <SlideShow
        source={source}
        index={index}
        played={played}
        onStep={(step) => goTo(index + (step === 'next' ? 1 : -1))}
        onReady={() => setHasFirst(true)}
      />
      <p className="visually-hidden" role="status">
        {blank === 'none' ? m.placeTold(index + 1, slides.length, textOf(slide.title)) : m.blankTold}
      </p>
      <ShowControls
        index={index}
        count={slides.length}
        isLaserOn={isLaserOn}
        isAuto={isAuto}
        canBeAuto={slides.some(({ seconds }) => seconds !== null)}
        isShown={isActive && blank === 'none'}
        act={act}
      />
      <KeptMark kept={kept} isShown={isActive} />
      {isLaserOn && <LaserDot />}
      {blank !== 'none' && <div className={styles.blank} data-blank={blank} />}
      <HelpDialog isOpen={hasHelp} onClose={() => setHasHelp(false)} />
    </main>
  )
}

function useRunningShow(briefingId: string, source: ShowSource, showingKey: string) {
  const navigate = useNavigate()
  const { presentation } = source
  const { state, setState, goTo } = useShowState(presentation)
  const [isLaserOn, setIsLaserOn] = useState(false)
  const [hasHelp, setHasHelp] = useState(false)
  const slide = presentation.slides[state.index]!
  const played = useSteps(slide, state.blank === 'none')
  const isHeld = !state.isAuto || state.blank !== 'none' || state.index === presentation.slides.length - 1
  useAutoNext(slide.id, slide.seconds, isHeld, () => goTo(state.index + 1))
  const blankOut = (blank: 'black' | 'white') =>
    setState((old) => ({ ...old, blank: old.blank === blank ? 'none' : blank }))

  const acts: Record<ShowAction, () => void> = {
    next: () => goTo(state.index + 1),
    previous: () => goTo(state.index - 1),
    first: () => goTo(0),
    last: () => goTo(presentation.slides.length - 1),
    black: () => blankOut('black'),
    white: () => blankOut('white'),
    laser: () => setIsLaserOn(!isLaserOn),
    'full-screen': () => void toggleFullScreen(),
    notes: () => openDesk(briefingId),
    pause: () => played?.toggle(),
    auto: () => setState((old) => ({ ...old, isAuto: !old.isAuto, slideSince: Date.now() })),
    help: () => setHasHelp(true),
    leave: () => {
      if (state.blank !== 'none') setState((old) => ({ ...old, blank: 'none' }))
      else void navigate({ to: '/briefings/$briefingId', params: { briefingId } })
    },
  }
  const act = (action: ShowAction) => {
    acts[action]()
    return true
  }
  useShowKeys(act)
  useFullScreenAtFirst()

  const tell = useShowChannel(briefingId, (message, answer) => {
    const hear: { [Kind in ShowMessage['kind']]?: (heard: Extract<ShowMessage, { kind: Kind }>) => void } = {
      hello: () => answer({ kind: 'showing', presentation, key: showingKey, state }),
      act: ({ action }) => act(action),
      go: ({ index }) => goTo(index),
      restart: () => setState((old) => ({ ...old, startedAt: Date.now(), slideSince: Date.now() })),
    }
    hear[message.kind]?.(message as never)
  })
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
    tell({ kind: 'state', state })
  }, [tell, state])
  useEffect(() => {
    tell({ kind: 'showing', presentation, key: showingKey, state: latest.current })
    return () => tell({ kind: 'over' })
  }, [tell, presentation, showingKey])
  return { state, isLaserOn, hasHelp, setHasHelp, act, played, goTo }
}

/** The click that opened the page is still worth a full screen; where it is not, F is. */
function useFullScreenAtFirst(): void {
  useEffect(() => {
    if (navigator.userActivation?.isActive) document.documentElement.requestFullscreen?.().catch(() => {})
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen()
    }
  }, [])
}

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  else await document.documentElement.requestFullscreen?.().catch(() => {})
}

/** The same window again when it is open already. */
function openDesk(briefingId: string): void {
  const desk = window.open(
    `/briefings/${briefingId}/presenter`,
    `borne-desk-${briefingId}`,
    'popup,width=1100,height=760',
  )
  desk?.focus()
}

/** Says whether the show would go on without a network. */
function KeptMark({ kept, isShown }: { kept: KeptShow; isShown: boolean }) {
  const m = useMessages(presentMessages)
  const { percent } = useFormats()
  const { share, hasFailed, retry } = kept
  const isKept = share === 1 && !hasFailed
  const words = hasFailed ? m.notKept : isKept ? m.kept : m.keeping(percent(share))
  const Icon = hasFailed ? IconCloudOff : isKept ? IconCloudCheck : IconCloudDown
  return (
    <div
      className={styles.kept}
      data-shown={isShown || hasFailed || undefined}
      data-kept={isKept || undefined}
    >
      <Icon aria-hidden="true" />
      <span role="status">{words}</span>
      {hasFailed && (
        <Button size="small" variant="quiet" onClick={retry}>
          {m.keep}
        </Button>
      )}
    </div>
  )
}

function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const { keys } = useMessages(presentMessages)
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={keys.title}>
      <KeyHelp
        groups={[
          {
            title: keys.moving,
            keys: [
              { press: '→', does: keys.next },
              { press: '←', does: keys.previous },
              { press: '↖ ↘', does: keys.ends },
              { press: 'P', does: keys.pause },
              { press: 'A', does: keys.auto },
            ],
          },
          {
            title: keys.room,
            keys: [
              { press: 'B', does: keys.black },
              { press: 'W', does: keys.white },
              { press: 'L', does: keys.laser },
              { press: 'F', does: keys.fullScreen },
              { press: 'N', does: keys.notes },
              { press: 'Esc', does: keys.leave },
            ],
          },
        ]}
      />
    </Dialog>
  )
}
