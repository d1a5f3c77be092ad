import styles from './brand-mark.module.css'

/** A milestone. */
export function BrandMark({ size = 32 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path d="M10 25V13a6 6 0 0 1 12 0v12Z" className={styles.stone} />
      <path d="M10 17h12" className={styles.band} />
      <path d="M6 25h20" className={styles.ground} />
    </svg>
  )
}
