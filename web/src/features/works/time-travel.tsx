import { IconHistory } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './contract.module.css'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import { useContractSearch } from './use-works-search.ts'

/** Over every tab while the page shows another day than today, or less than is known. */
export function PastBanner({ view }: { view: ContractView }) {
  const m = useMessages(contractMessages)
  const { day } = useFormats()
  const { search, change } = useContractSearch()
  if (!view.isPast) return null
  const known = search.knownOn ? `, ${m.pastKnown(day(search.knownOn))}` : ''
  return (
    <div className={styles.past} role="status">
      <IconHistory aria-hidden="true" size={18} />
      <span>
        {m.pastState(day(view.on))}
        {known}
      </span>
      <Button size="small" onClick={() => change({ asOf: undefined, knownOn: undefined })}>
        {m.toNow}
      </Button>
    </div>
  )
}

/** The two days of a contract: how it was, and what was known of it. The page follows at once. */
export function TimeTravel({ view }: { view: ContractView }) {
  const m = useMessages(contractMessages)
  const { search, change } = useContractSearch()
  const first = [view.today, ...view.events.map(({ happenedOn }) => happenedOn)].sort()[0]
  return (
    <fieldset className={styles.travel}>
      <legend className="visually-hidden">{m.timeTravel}</legend>
      <Field label={m.asOf} hint={m.asOfHint}>
        {(control) => (
          <input
            {...control}
            type="date"
            min={first}
            value={search.asOf ?? view.today}
            onChange={({ target: { value } }) =>
              change({ asOf: !value || value === view.today ? undefined : value })
            }
          />
        )}
      </Field>
      <Field label={m.knownOn} hint={m.knownOnHint}>
        {(control) => (
          <input
            {...control}
            type="date"
            min={first}
            max={view.today}
            value={search.knownOn ?? view.today}
            onChange={({ target: { value } }) =>
              change({ knownOn: !value || value >= view.today ? undefined : value })
            }
          />
        )}
      </Field>
    </fieldset>
  )
}
