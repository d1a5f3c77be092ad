import type { Presentation } from '@borne/api/contracts/briefings'
import { useEffect, useRef } from 'react'
import type { ShowAction } from './show-keys.ts'

export type Blank = 'none' | 'black' | 'white'

/** Where the show is; instants of this machine's clock. */
export interface ShowState {
  readonly index: number
  readonly blank: Blank
  readonly startedAt: number
  readonly slideSince: number
  /** It goes on by itself after the seconds of each slide. */
  readonly isAuto: boolean
}

/** What the window of the slides and the one of the speaker tell each other. */
export type ShowMessage =
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'showing'
      readonly presentation: Presentation
      readonly key: string
      readonly state: ShowState
    }
  | { readonly kind: 'state'; readonly state: ShowState }
  | { readonly kind: 'act'; readonly action: ShowAction }
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'over' }

/** The other windows of this browser that show the same briefing. */
export function useShowChannel(
  briefingId: string,
  hear: (message: ShowMessage, answer: (message: ShowMessage) => void) => void,
): (message: ShowMessage) => void {
  const channel = useRef<BroadcastChannel>(undefined)
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  const tell = useRef((message: ShowMessage) => channel.current?.postMessage(message)).current
  useEffect(() => {
    const opened = new BroadcastChannel(`borne.show.${briefingId}`)
    opened.onmessage = ({ data }: MessageEvent<ShowMessage>) => latest.current(data, tell)
    channel.current = opened
    return () => {
      channel.current = undefined
      opened.close()
    }
  }, [briefingId, tell])
  return tell
}
