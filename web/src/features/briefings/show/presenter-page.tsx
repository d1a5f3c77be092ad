import { IconPresentation } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { buttonClass } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { presentMessages } from './present-messages.ts'
import styles from './presenter.module.css'
import { PresenterDesk } from './presenter-desk.tsx'
import { type ShowMessage, type ShowState, useShowChannel } from './show-channel.ts'
import type { ShowAction } from './show-keys.ts'
import { ownSource } from './show-source.ts'
import { useClosedPictures } from './use-own-showing.ts'
import { useShowKeys } from './use-show-keys.ts'

/** What the speaker does here and the other window answers to; a window alone is not full screen. */
const DESK_ACTIONS: readonly ShowAction[] = [
  'next',
  'previous',
  'first',
  'last',
  'black',
  'white',
  'pause',
  'auto',
]

interface Followed {
  readonly presentation: Extract<ShowMessage, { kind: 'showing' }>['presentation']
  readonly key: string
}

/** The speaker's desk: the slide on screen, the next one, the notes and the time. It follows the window of the show. */
export function PresenterPage() {
  const m = useMessages(presentMessages)
  const { briefingId = '' } = useParams({ strict: false })
  const [followed, setFollowed] = useState<Followed>()
  const [state, setState] = useState<ShowState>()
  const [isOver, setIsOver] = useState(false)
  const tell = useShowChannel(briefingId, (message) => {
    if (message.kind === 'showing')
      setFollowed((old) =>
        old?.key === message.key ? old : { presentation: message.presentation, key: message.key },
      )
    if (message.kind === 'showing' || message.kind === 'state') {
      setState(message.state)
      setIsOver(false)
    }
    if (message.kind === 'over') setIsOver(true)
  })
  useEffect(() => tell({ kind: 'hello' }), [tell])
  const source = useMemo(() => followed && ownSource(followed), [followed])
  useClosedPictures(source)
  useShowKeys((action) => {
    if (!DESK_ACTIONS.includes(action)) return false
    tell({ kind: 'act', action })
    return true
  })
  if (!source || !state)
    return (
      <main className={styles.nobody}>
        <h1>{m.presenter.nobody}</h1>
        <p>{m.presenter.nobodyText}</p>
        <a
          href={`/briefings/${briefingId}/present`}
          target="_blank"
          rel="noopener opener"
          className={buttonClass('primary')}
        >
          <IconPresentation aria-hidden="true" />
          {m.presenter.open}
        </a>
      </main>
    )
  return <PresenterDesk source={source} state={state} isOver={isOver} tell={tell} />
}
