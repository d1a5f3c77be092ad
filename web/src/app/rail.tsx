import type { Permission } from '@borne/api/contracts/access'
import {
  IconCarSuv,
  IconCrane,
  IconDatabase,
  IconMapPin,
  IconPresentation,
  IconRadar2,
  IconRoad,
  IconRoute,
} from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useSignedIn } from '../platform/session-query.ts'
import { BrandMark } from '../ui/brand-mark.tsx'
import { useMessages } from '../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './rail.module.css'

interface Section {
  to: '/posts' | '/works' | '/missions' | '/ways' | '/roads' | '/coverage' | '/briefings' | '/data'
  name: 'posts' | 'works' | 'missions' | 'ways' | 'roads' | 'coverage' | 'briefings' | 'data'
  Icon: typeof IconMapPin
  /** Without it the section is not shown. */
  needs?: Permission
}

const SECTIONS: readonly Section[] = [
  { to: '/posts', name: 'posts', Icon: IconMapPin },
  { to: '/works', name: 'works', Icon: IconCrane, needs: 'works.read' },
  { to: '/missions', name: 'missions', Icon: IconCarSuv, needs: 'missions.read' },
  { to: '/ways', name: 'ways', Icon: IconRoute },
  { to: '/roads', name: 'roads', Icon: IconRoad, needs: 'roads.read' },
  { to: '/coverage', name: 'coverage', Icon: IconRadar2, needs: 'coverage.read' },
  { to: '/briefings', name: 'briefings', Icon: IconPresentation, needs: 'briefings.read' },
  { to: '/data', name: 'data', Icon: IconDatabase },
]

/** The sections: a slim rail beside the panel, a bar under the thumb on a phone. */
export function Rail() {
  const m = useMessages(messages)
  const permissions = useSignedIn()?.permissions ?? []
  const rail = useRef<HTMLElement>(null)
  const section = useLocation({ select: ({ pathname }) => pathname.split('/')[1] })
  // On a phone there are more sections than fit under the thumb.
  useEffect(() => {
    if (section)
      rail.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [section])
  const sections = SECTIONS.filter(({ needs }) => !needs || permissions.includes(needs))
  return (
    <nav ref={rail} aria-label={m.sections} className={styles.rail}>
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
