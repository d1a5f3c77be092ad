import type { WorksRow } from '@borne/api/contracts/works'
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { alarmWords } from './alarm-words.ts'
import { countFilters, listNamed, NO_FILTERS } from './choose-contracts.ts'
import { messages } from './messages.ts'
import type { WorksSearch } from './search.ts'
import { WORKS_STAGES } from './stage-marks.ts'
import { useWorksSearch } from './use-works-search.ts'
import styles from './works.module.css'

interface PortfolioFiltersProps {
  rows: readonly WorksRow[]
  /** Beside a table there is room for every filter, and its head sorts. */
  isWide: boolean
}

export function PortfolioFilters({ rows, isWide }: PortfolioFiltersProps) {
  const m = useMessages(messages)
  const { search, change } = useWorksSearch()
  const [isOpen, setIsOpen] = useState(false)
  const moreId = useId()
  const count = countFilters(search)
  return (
    <search className={styles.filters} data-wide={isWide || undefined}>
      <div className={styles.searchRow}>
        <input
          type="search"
          aria-label={m.search}
          placeholder={m.searchHint}
          value={search.q ?? ''}
          maxLength={200}
          onChange={(event) => change({ q: event.target.value || undefined })}
        />
        {!isWide && (
          <Button
            icon={<IconAdjustmentsHorizontal aria-hidden="true" />}
            aria-expanded={isOpen}
            aria-controls={moreId}
            onClick={() => setIsOpen(!isOpen)}
          >
            {m.filters}
            {count > 0 && <span className={styles.count}>{count}</span>}
          </Button>
        )}
      </div>
      {(isOpen || isWide) && (
        <div id={moreId} className={styles.more}>
          <MoreFilters rows={rows} />
          {!isWide && <SortField />}
        </div>
      )}
      {count > 0 && (
        <Button
          variant="quiet"
          size="small"
          icon={<IconX aria-hidden="true" />}
          className={styles.clear}
          onClick={() => change(NO_FILTERS)}
        >
          {m.clear}
        </Button>
      )}
    </search>
  )
}

function MoreFilters({ rows }: { rows: readonly WorksRow[] }) {
  const m = useMessages(messages)
  const alarms = useMessages(alarmWords)
  const contractors = useMemo(
    () => listNamed(rows, ({ contractor }) => (contractor ? [contractor] : [])),
    [rows],
  )
  const donors = useMemo(() => listNamed(rows, (row) => row.donors), [rows])
  const codes = useMemo(
    () => new Set<string>(rows.flatMap((row) => row.alarms.map(({ code }) => code))),
    [rows],
  )
  const alarmOptions = [
    { id: 'any', name: m.anyAlarm },
    ...Object.entries(alarms.names)
      .filter(([code]) => codes.has(code))
      .map(([id, name]) => ({ id, name })),
  ]
  return (
    <>
      <Choice
        part="stage"
        label={m.stage}
        any={m.anyStage}
        options={WORKS_STAGES.map((stage) => ({ id: stage, name: m.stages[stage] }))}
      />
      <Choice part="contractor" label={m.contractor} any={m.anyContractor} options={contractors} />
      <Choice part="donor" label={m.donor} any={m.anyDonor} options={donors} />
      <Choice part="alarm" label={m.alarm} any={m.anyContract} options={alarmOptions} />
    </>
  )
}

interface ChoiceProps {
  part: keyof Pick<WorksSearch, 'stage' | 'contractor' | 'donor' | 'alarm'>
  label: string
  any: string
  options: readonly { id: string; name: string }[]
}

function Choice({ part, label, any, options }: ChoiceProps) {
  const { search, change } = useWorksSearch()
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={search[part] ?? ''}
          onChange={(event) => change({ [part]: event.target.value || undefined })}
        >
          <option value="">{any}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function SortField() {
  const m = useMessages(messages)
  const { search, change } = useWorksSearch()
  return (
    <Field label={m.sort}>
      {(control) => (
        <select
          {...control}
          value={search.sort ?? '-delay'}
          onChange={({ target }) => change({ sort: target.value === '-delay' ? undefined : target.value })}
        >
          {Object.entries(m.sorts).map(([sort, name]) => (
            <option key={sort} value={sort}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
