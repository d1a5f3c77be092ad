import type { Checklist } from '@borne/api/contracts/works'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import styles from './settings.module.css'
import {
  type ChecklistDraft,
  checkChecklist,
  checklistInputOf,
  draftOfChecklist,
  slugOf,
} from './settings-draft.ts'
import { NameRows, SettingDialog, SettingRows, TextRow } from './settings-form.tsx'
import { Loaded, SettingItem, SettingsList } from './settings-list.tsx'
import { settingsMessages } from './settings-messages.ts'
import { checklistsQuery } from './settings-queries.ts'
import { valueMessages } from './settings-value-messages.ts'
import { type SettingForm, useSettingForm } from './use-setting-form.ts'

/** What an inspection looks at. */
export function ChecklistsPart() {
  const m = useMessages(valueMessages)
  const { language } = useLanguage()
  const [open, setOpen] = useState<Checklist | 'new'>()
  return (
    <Loaded query={useQuery(checklistsQuery)}>
      {({ items }) => (
        <>
          <SettingsList
            title={m.checklists}
            intro={m.checklistsIntro}
            add={m.addChecklist}
            empty={m.noChecklist}
            isEmpty={items.length === 0}
            onAdd={() => setOpen('new')}
          >
            {items.map((one) => (
              <SettingItem
                key={one.id}
                name={language === 'fr' ? one.nameFr : one.nameEn}
                onEdit={() => setOpen(one)}
              >
                {m.itemCount(one.items.length)}
                {one.source && ` · ${one.source}`}
              </SettingItem>
            ))}
          </SettingsList>
          {open && (
            <ChecklistDialog
              list={open === 'new' ? null : open}
              taken={new Set(items.map(({ id }) => id))}
              onClose={() => setOpen(undefined)}
            />
          )}
        </>
      )}
    </Loaded>
  )
}

interface ChecklistDialogProps {
  list: Checklist | null
  /** The names that checklists have in addresses. */
  taken: ReadonlySet<string>
  onClose(): void
}

function ChecklistDialog({ list, taken, onClose }: ChecklistDialogProps) {
  const m = useMessages(valueMessages)
  const words = useMessages(settingsMessages)
  const { language } = useLanguage()
  const form = useSettingForm(draftOfChecklist(list), checkChecklist)
  const { draft, change, errorAt } = form
  return (
    <SettingDialog
      title={list ? words.editOf(language === 'fr' ? list.nameFr : list.nameEn) : m.addChecklist}
      isWide
      error={form.error}
      isPending={form.isPending}
      onClose={onClose}
      onSave={() =>
        form.save((language === 'fr' ? draft.nameFr : draft.nameEn).trim(), () => ({
          method: 'PUT',
          path: `checklists/${list?.id ?? slugOf(draft.nameFr, taken)}`,
          body: { ...checklistInputOf(draft), version: list?.version ?? 0 },
        }))
      }
    >
      <NameRows draft={draft} errorAt={errorAt} change={change} />
      <ItemRows form={form} />
    </SettingDialog>
  )
}

function ItemRows({ form }: { form: SettingForm<ChecklistDraft> }) {
  const m = useMessages(valueMessages)
  const {
    draft: { items },
    change,
    errorAt,
  } = form
  return (
    <fieldset className={styles.group}>
      <legend>{m.items}</legend>
      <p className={styles.muted}>{m.itemsHint}</p>
      <SettingRows
        label={m.items}
        rows={items}
        canMove
        onChange={(rows) => change({ items: rows })}
        nameOf={(_, index) => m.item(index + 1)}
      >
        {(row, index, patch) => (
          <>
            <TextRow
              label={m.itemFr}
              longest={500}
              value={row.fr}
              error={errorAt(`items.${index}.fr`)}
              onChange={(fr) => patch({ fr })}
            />
            <TextRow
              label={m.itemEn}
              longest={500}
              value={row.en}
              error={errorAt(`items.${index}.en`)}
              onChange={(en) => patch({ en })}
            />
          </>
        )}
      </SettingRows>
      {errorAt('items') && (
        <p className={styles.error} role="alert">
          {m.noItem}
        </p>
      )}
      <Button
        size="small"
        icon={<IconPlus aria-hidden="true" />}
        onClick={() => change({ items: [...items, { key: crypto.randomUUID(), id: null, fr: '', en: '' }] })}
      >
        {m.addItem}
      </Button>
    </fieldset>
  )
}
