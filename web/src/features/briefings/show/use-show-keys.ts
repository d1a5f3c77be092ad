import { useEffect, useRef } from 'react'
import { actionOfKey, focusKind, type ShowAction } from './show-keys.ts'

/** Keys and remote controls, for as long as the component lives. What `act` does not take is left to the browser. */
export function useShowKeys(act: (action: ShowAction) => boolean): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const action = actionOfKey(event, focusKind(event.target))
      if (action && latest.current(action)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
