import { useSyncExternalStore } from 'react'

export interface Connection {
  readonly isOnline: boolean
  /** When the connection was lost, milliseconds since 1970. */
  readonly lostAt: number | null
}

const ONLINE: Connection = { isOnline: true, lostAt: null }
const PROBE_EVERY_MS = 10_000

let connection: Connection = ONLINE
let probe: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** An answer arrived, whatever it says: the server is there. */
export function noteAnswer() {
  clearInterval(probe)
  probe = undefined
  if (!connection.isOnline) change(ONLINE)
}

/** A request got no answer. Until one arrives, a light request asks every ten seconds. */
export function noteSilence() {
  if (connection.isOnline) change({ isOnline: false, lostAt: Date.now() })
  probe ??= setInterval(askAgain, PROBE_EVERY_MS)
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, currentConnection)
}

export function currentConnection(): Connection {
  return connection
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    window.addEventListener('offline', askAgain)
    window.addEventListener('online', askAgain)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.removeEventListener('offline', askAgain)
    window.removeEventListener('online', askAgain)
  }
}

function change(next: Connection) {
  connection = next
  for (const listener of listeners) listener()
}

/** The browser's own events tell of the network, not of the server, which may be on this very machine. */
async function askAgain() {
  const answered = await fetch('/health/live', { cache: 'no-store' }).then(
    () => true,
    () => false,
  )
  if (answered) noteAnswer()
  else noteSilence()
}
