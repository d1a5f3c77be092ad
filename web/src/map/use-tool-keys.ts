import { useEffect, useRef } from 'react'

/** Keys of an opened tool of the map, wherever the focus is; not while one writes. */
export function useToolKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isWriting =
        event.target instanceof HTMLElement &&
        event.target.matches('input:not([type="checkbox"]), textarea, select')
      const action = latest.current[event.key]
      if (!action || isWriting || event.defaultPrevented || document.querySelector('dialog[open]')) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
