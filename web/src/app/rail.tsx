import { IconDatabase, IconMapPin, IconRadar2, IconRoute } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMessages } from '../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './rail.module.css'

const SECTIONS = [
  { to: '/posts', name: 'posts', Icon: IconMapPin },
  { to: '/ways', name: 'ways', Icon: IconRoute },
  { to: '/coverage', name: 'coverage', Icon: IconRadar2 },
  { to: '/data', name: 'data', Icon: IconDatabase },
] as const

/** The sections: a slim rail beside the panel, a bar under the thumb on a phone. */
export function Rail() {
  const m = useMessages(messages)
  return (
    <nav aria-label={m.sections} className={styles.rail}>
      <Link to="/posts" className={styles.brand} aria-label={`Borne, ${m.region}`}>
        <BrandMark />
      </Link>
      {SECTIONS.map(({ to, name, Icon }) => (
        <Link key={to} to={to} className={styles.section} activeOptions={{ includeSearch: false }}>
          <Icon aria-hidden="true" size={22} stroke={1.75} />
          <span>{m[name]}</span>
        </Link>
      ))}
    </nav>
  )
}

/** A milestone. */
function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path d="M10 25V13a6 6 0 0 1 12 0v12Z" className={styles.stone} />
      <path d="M10 17h12" className={styles.band} />
      <path d="M6 25h20" className={styles.ground} />
    </svg>
  )
}
