import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'
import {
  IconBarrierBlock,
  IconBarrierBlockOff,
  IconBuildingPlus,
  IconCircleMinus,
  IconCirclePlus,
  IconCrane,
  IconRoad,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { subjectOf } from './change-list.ts'
import { type ChangeKind, changeMessages } from './change-messages.ts'
import styles from './changes.module.css'
import { useChangeText } from './use-change-text.ts'

export const CHANGE_ICONS: Record<ChangeKind, ReactNode> = {
  'post-opens': <IconCirclePlus size={18} aria-hidden="true" />,
  'works-done': <IconCrane size={18} aria-hidden="true" />,
  'place-opens': <IconBuildingPlus size={18} aria-hidden="true" />,
  'post-closes': <IconCircleMinus size={18} aria-hidden="true" />,
  'road-built': <IconRoad size={18} aria-hidden="true" />,
  'road-cut': <IconBarrierBlock size={18} aria-hidden="true" />,
  'closure-lifted': <IconBarrierBlockOff size={18} aria-hidden="true" />,
}

interface ChangeItemsProps {
  changes: readonly CoverageChange[]
  /** Places of changes whose thing is no longer there. */
  broken: readonly number[]
  /** A remark under a change: that it does not count yet, say. */
  remarkOn(change: CoverageChange, index: number): string | null
  onRemove(change: CoverageChange): void
}

/** What a scenario changes, one line each, in words. */
export function ChangeItems({ changes, broken, remarkOn, onRemove }: ChangeItemsProps) {
  const m = useMessages(changeMessages)
  const tell = useChangeText()
  if (changes.length === 0) return <p className={styles.hint}>{m.none}</p>
  return (
    <ul className={styles.items} aria-label={m.changes}>
      {changes.map((change, index) => {
        const text = tell(change)
        const remark = broken.includes(index) ? m.broken : remarkOn(change, index)
        return (
          <li key={subjectOf(change)}>
            {CHANGE_ICONS[change.kind]}
            <span className={styles.words}>
              {text}
              {remark && <span className={styles.remark}>{remark}</span>}
            </span>
            <IconButton
              label={m.remove(text)}
              tip="below-end"
              icon={<IconX size={16} />}
              onClick={() => onRemove(change)}
            />
          </li>
        )
      })}
    </ul>
  )
}
