import { useSyncExternalStore } from 'react'

export type Theme = 'day' | 'night'

const STORAGE_KEY = 'borne.theme'
const listeners = new Set<() => void>()

/** Day or night of the whole interface; the choice is remembered, and the system's is taken until one is made. */
export function useTheme(): { theme: Theme; setTheme(theme: Theme): void } {
  return { theme: useSyncExternalStore(subscribe, currentTheme), setTheme }
}

export function currentTheme(): Theme {
  return document.documentElement.dataset.theme === 'night' ? 'night' : 'day'
}

export function setTheme(theme: Theme) {
  localStorage.setItem(STORAGE_KEY, theme)
  showTheme(theme)
}

/** Called once, before the first paint. */
export function startTheme() {
  const chosen = localStorage.getItem(STORAGE_KEY)
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'day'
  showTheme(chosen === 'night' || chosen === 'day' ? chosen : system)
}

function showTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
