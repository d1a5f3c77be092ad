import { useEffect, useState } from 'react'

const REST_MS = 2500

/** Whether the pointer has moved, or a finger touched, a moment ago. */
export function usePointerActive(): boolean {
  const [isActive, setIsActive] = useState(true)
  useEffect(() => {
    let timer = setTimeout(() => setIsActive(false), REST_MS)
    const wake = () => {
      clearTimeout(timer)
      setIsActive(true)
      timer = setTimeout(() => setIsActive(false), REST_MS)
    }
    window.addEventListener('pointermove', wake)
    window.addEventListener('pointerdown', wake)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', wake)
      window.removeEventListener('pointerdown', wake)
    }
  }, [])
  return isActive
}
