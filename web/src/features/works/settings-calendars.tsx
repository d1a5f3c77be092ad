import type { WorkCalendar } from '@borne/api/contracts/works'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { CalendarDialog } from './settings-calendar-form.tsx'
import { Loaded, SettingItem, SettingsList } from './settings-list.tsx'
import { calendarsQuery } from './settings-queries.ts'
import { valueMessages } from './settings-value-messages.ts'

/** Which days are worked. */
export function CalendarsPart() {
  const m = useMessages(valueMessages)
  const { language } = useLanguage()
  const { number } = useFormats()
  const [open, setOpen] = useState<WorkCalendar | 'new'>()
  return (
    <Loaded query={useQuery(calendarsQuery)}>
      {({ items }) => (
        <>
          <SettingsList
            title={m.calendars}
            intro={m.calendarsIntro}
            add={m.addCalendar}
            empty={m.noCalendar}
            isEmpty={items.length === 0}
            onAdd={() => setOpen('new')}
          >
            {items.map((one) => (
              <SettingItem
                key={one.id}
                name={language === 'fr' ? one.nameFr : one.nameEn}
                onEdit={() => setOpen(one)}
              >
                {m.worked(number(one.weekShares.reduce((sum, share) => sum + share, 0)))} ·{' '}
                {m.exceptionCount(one.exceptions.length)}
                {one.source && <p>{one.source}</p>}
              </SettingItem>
            ))}
          </SettingsList>
          {open && (
            <CalendarDialog
              calendar={open === 'new' ? null : open}
              taken={new Set(items.map(({ id }) => id))}
              onClose={() => setOpen(undefined)}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
