import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { calendarsQuery, vehiclesQuery } from '../../platform/road-settings-query.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { CalendarPart } from './calendar-part.tsx'
import styles from './settings.module.css'
import { settingsMessages } from './settings-messages.ts'
import { VehiclePart } from './vehicle-part.tsx'

/** What the state of the roads is computed from: the vehicles, and what the seasons do. Read by all, set by some. */
export function SettingsTab() {
  const m = useMessages(settingsMessages)
  const nameOf = useOwnName()
  const mayEdit = usePermission('roads.settings')
  const vehicles = useQuery(vehiclesQuery)
  const calendars = useQuery(calendarsQuery)
  const [chosenId, setChosenId] = useState<string>()
  const error = vehicles.error ?? calendars.error
  if (error) {
    const retry = () => void Promise.all([vehicles.refetch(), calendars.refetch()])
    return <ErrorState problem={error} what={m.failed} onRetry={retry} />
  }
  if (!vehicles.data || !calendars.data) return <Skeleton lines={10} />
  const vehicle = vehicles.data.items.find(({ id }) => id === chosenId) ?? vehicles.data.items[0]
  return (
    <>
      <PanelSection title={m.calendars}>
        {calendars.data.items.map((calendar) => (
          <CalendarPart key={`${calendar.id} ${calendar.version}`} calendar={calendar} mayEdit={mayEdit} />
        ))}
      </PanelSection>
      <PanelSection
        title={m.vehicles}
        actions={
          <select
            className={styles.pick}
            aria-label={m.vehicle}
            value={vehicle?.id}
            onChange={(event) => setChosenId(event.target.value)}
          >
            {vehicles.data.items.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        }
      >
        {vehicle && (
          <VehiclePart key={`${vehicle.id} ${vehicle.version}`} vehicle={vehicle} mayEdit={mayEdit} />
        )}
      </PanelSection>
    </>
  )
}
