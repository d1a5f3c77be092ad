import { useEffect, useRef } from 'react'

/**
 * Keys of an opened tool of the map, wherever the focus is; not while one writes. `Ctrl+z` is also the Mac's ⌘ Z; Enter
 * stays with the button or the link that has the focus.
 */
export function useToolKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isWriting =
        event.target instanceof HTMLElement &&
        event.target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select')
      const isPressing =
        event.key === 'Enter' &&
        event.target instanceof HTMLElement &&
        event.target.matches('button, a, summary, input')
      if (isPressing) return
      const action = latest.current[`${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.key}`]
      if (!action || isWriting || event.defaultPrevented || document.querySelector('dialog[open]')) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
