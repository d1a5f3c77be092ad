import { useSyncExternalStore } from 'react'

const STORAGE_KEY = 'borne.works.alerts-seen'
/** More than there are alarms at once; the oldest marks go. */
const MOST = 2000

const listeners = new Set<() => void>()
let stored = ''
let seen: ReadonlySet<string> = new Set()

/** The alerts that were marked as seen on this device. */
export function useSeenAlerts(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, currentlySeen)
}

export function markSeen(keys: readonly string[]): void {
  write([...currentlySeen(), ...keys])
}

export function markUnseen(key: string): void {
  write([...currentlySeen()].filter((other) => other !== key))
}

function write(keys: readonly string[]) {
  localStorage.setItem(STORAGE_KEY, JSON.stringify([...new Set(keys)].slice(-MOST)))
  for (const listener of listeners) listener()
}

/** The same set for as long as the same text is stored. */
function currentlySeen(): ReadonlySet<string> {
  const text = localStorage.getItem(STORAGE_KEY) ?? ''
  if (text !== stored) {
    stored = text
    seen = new Set(readKeys(text))
  }
  return seen
}

function readKeys(text: string): string[] {
  try {
    const keys: unknown = JSON.parse(text)
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
