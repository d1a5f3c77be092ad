import { useEffect, useRef } from 'react'
import styles from './laser-dot.module.css'

/** A point of light that follows the pointer. */
export function LaserDot() {
  const dot = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      if (!dot.current) return
      dot.current.style.transform = `translate(${clientX}px, ${clientY}px)`
      dot.current.style.opacity = '1'
    }
    window.addEventListener('pointermove', follow)
    return () => window.removeEventListener('pointermove', follow)
  }, [])
  return <span ref={dot} className={styles.dot} aria-hidden="true" />
}
