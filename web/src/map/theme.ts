import { useSyncExternalStore } from 'react'

export type MapTheme = 'day' | 'night'

/** The theme that the page wears (`data-theme` of the root element): whoever sets it, the map follows. */
export function useMapTheme(): MapTheme {
  return useSyncExternalStore(watchTheme, readTheme)
}

function readTheme(): MapTheme {
  return document.documentElement.dataset.theme === 'night' ? 'night' : 'day'
}

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
