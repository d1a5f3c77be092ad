import { IconDatabase, IconMapPin, IconRadar2, IconRoute } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { usePermission } from '../platform/use-permission.ts'
import { BrandMark } from '../ui/brand-mark.tsx'
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
  const hasCoverage = usePermission('coverage.read')
  const sections = SECTIONS.filter(({ name }) => name !== 'coverage' || hasCoverage)
  return (
    <nav aria-label={m.sections} className={styles.rail}>
      <Link to="/posts" className={styles.brand} aria-label={`Borne, ${m.region}`}>
        <BrandMark />
      </Link>
      {sections.map(({ to, name, Icon }) => (
        <Link key={to} to={to} className={styles.section} activeOptions={{ includeSearch: false }}>
          <Icon aria-hidden="true" size={22} stroke={1.75} />
          <span>{m[name]}</span>
        </Link>
      ))}
    </nav>
  )
}
