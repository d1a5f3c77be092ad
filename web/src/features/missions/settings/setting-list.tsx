import { IconPlus } from '@tabler/icons-react'
import { usePermission } from '../../../platform/use-permission.ts'
import { Button } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { SettingKind, SettingRow } from './setting-kind.ts'
import { settingMessages } from './setting-messages.ts'
import styles from './settings.module.css'

interface SettingListProps {
  kind: SettingKind
  /** Null: a new one. */
  onOpen(row: SettingRow | null): void
}

/** All rows of a kind, those in use first; who may not change them reads them. */
export function SettingList({ kind, onOpen }: SettingListProps) {
  const m = useMessages(settingMessages)
  const mayChange = usePermission(kind.permission)
  const isEmpty = kind.rows.length === 0
  const rows = kind.rows.toSorted((a, b) => Number(kind.isOff(a)) - Number(kind.isOff(b)))
  const add = mayChange && (
    <Button
      size={isEmpty ? 'normal' : 'small'}
      variant={isEmpty ? 'primary' : 'plain'}
      icon={<IconPlus aria-hidden="true" />}
      onClick={() => onOpen(null)}
    >
      {kind.add}
    </Button>
  )
  return (
    <PanelSection title={kind.title} actions={isEmpty ? undefined : add}>
      <p className={styles.muted}>{kind.intro}</p>
      {!mayChange && <p className={styles.muted}>{m.readOnly}</p>}
      {isEmpty && (
        <EmptyState title={kind.empty.title} action={add}>
          {kind.empty.text}
        </EmptyState>
      )}
      <ul className={styles.list} aria-label={kind.title}>
        {rows.map((row) => (
          <li key={row.id} className={styles.item} data-off={kind.isOff(row) || undefined}>
            <div className={styles.itemHead}>
              <p className={styles.name}>
                {kind.nameOf(row)}
                {row.isDemonstration && <span className={styles.tag}>{m.demonstration}</span>}
                {kind.isOff(row) && <span className={styles.tag}>{m.isOff}</span>}
              </p>
              {mayChange && (
                <Button size="small" aria-label={m.editOf(kind.nameOf(row))} onClick={() => onOpen(row)}>
                  {m.edit}
                </Button>
              )}
            </div>
            {kind.factsOf(row).map((fact) => (
              <p key={fact} className={styles.muted}>
                {fact}
              </p>
            ))}
            {kind.tagOf(row) !== null && <p className={styles.warn}>{kind.tagOf(row)}</p>}
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}
