import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { useMessages } from '../ui/language.tsx'
import { MARK_STATUSES, StatusMark, statusMessages } from '../ui/status-mark.tsx'
import { asked } from './asked.ts'
import styles from './layers-panel.module.css'
import { LEGEND, type LegendKey, Swatch } from './legend.tsx'
import { useMapAddress } from './map-address.ts'
import { messages } from './messages.ts'
import { useMapTheme } from './theme.ts'
import { useToolKeys } from './use-tool-keys.ts'

const LIVE_SLOTS = ['posts', 'ways', 'coverage', 'network', 'selection'] as const
const BASEMAP = Object.keys(LEGEND) as (keyof typeof LEGEND)[]

/** What the map shows, how it is drawn, and what to leave out; the choice is in the address. */
export function LayersPanel({ id, onClose }: { id: string; onClose(): void }) {
  const m = useMessages(messages)
  const { hidden, labels, change, toggle } = useMapAddress()
  const live = useLiveSlots()
  useToolKeys({ Escape: onClose })
  return (
    <section id={id} className={styles.panel} aria-label={m.layers}>
      <div className={styles.head}>
        <h2>{m.layers}</h2>
        <IconButton label={m.close} icon={<IconX />} tip="below-end" onClick={onClose} />
      </div>
      <div className={styles.body}>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={labels === 'ar'}
            onChange={(event) => void change({ labels: event.target.checked ? 'ar' : undefined })}
          />
          {m.labels}
        </label>
        {LIVE_SLOTS.filter((slot) => live.has(slot)).map((slot) => (
          <Group
            key={slot}
            name={m.groups[slot]}
            isShown={!hidden.has(slot)}
            onToggle={() => void toggle(slot)}
          >
            {slot === 'posts' && <PostStatuses />}
          </Group>
        ))}
        <Group name={m.groups.border}>
          <Keys of={['border', 'veil']} />
        </Group>
        {BASEMAP.map((group) => (
          <Group
            key={group}
            name={m.groups[group]}
            isShown={!hidden.has(group)}
            onToggle={() => void toggle(group)}
          >
            <Keys of={LEGEND[group]} />
          </Group>
        ))}
      </div>
    </section>
  )
}

interface GroupProps {
  name: string
  /** Without it the group cannot be switched off. */
  isShown?: boolean
  onToggle?(): void
  children: ReactNode
}

function Group({ name, isShown, onToggle, children }: GroupProps) {
  const id = useId()
  return (
    <div className={styles.group} data-hidden={isShown === false}>
      {onToggle ? (
        <label className={styles.choice}>
          <input type="checkbox" checked={isShown ?? true} onChange={onToggle} aria-describedby={id} />
          {name}
        </label>
      ) : (
        <p className={styles.name}>{name}</p>
      )}
      <ul id={id} className={styles.keys}>
        {children}
      </ul>
    </div>
  )
}

function Keys({ of }: { of: readonly LegendKey[] }) {
  const m = useMessages(messages)
  const theme = useMapTheme()
  return of.map((key) => (
    <li key={key}>
      <Swatch of={key} theme={theme} />
      {m.keys[key]}
    </li>
  ))
}

function PostStatuses() {
  const words = useMessages(statusMessages)
  return MARK_STATUSES.map((status) => (
    <li key={status}>
      <span className={styles.mark}>
        <StatusMark status={status} size={14} />
      </span>
      {words[status]}
    </li>
  ))
}

/** Slots in which a page has put something. */
function useLiveSlots(): ReadonlySet<string> {
  const read = () =>
    [...new Set([...asked.layers.values()].filter(({ layers }) => layers.length > 0).map(({ slot }) => slot))]
      .sort()
      .join(' ')
  const [slots, setSlots] = useState(read)
  useEffect(() => asked.subscribe(() => setSlots(read())), [])
  return new Set(slots.split(' '))
}
