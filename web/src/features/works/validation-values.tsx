import type { ReportFact } from '@borne/geodata/works/state'
import { useFormats } from '../../ui/formats.ts'
import { defineMessages, useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { ContractView } from './contract-view.ts'
import styles from './validation.module.css'
import { validationRows } from './validation-rows.ts'

const messages = defineMessages({
  fr: {
    caption: 'Ce que le rapport propose, à côté de ce qui valait avant',
    what: 'Lot ou poste',
    former: 'Validé',
    proposed: 'Proposé',
    change: 'Écart',
    falls: 'baisse',
  },
  en: {
    caption: 'What the report proposes, beside what counted before',
    what: 'Package or item',
    former: 'Validated',
    proposed: 'Proposed',
    change: 'Change',
    falls: 'falls',
  },
})

interface ValidationValuesProps {
  report: ReportFact
  view: ContractView
}

/** For whoever validates: each value beside the former one, falls told apart. */
export function ValidationValues({ report, view: { state } }: ValidationValuesProps) {
  const m = useMessages(messages)
  const { number } = useFormats()
  const rows = validationRows(report.measures, state.bills.at(-1)?.bill, state.progress)
  if (rows.length === 0) return null
  return (
    <DataTable caption={m.caption}>
      <thead>
        <tr>
          <th scope="col">{m.what}</th>
          <th scope="col" className="number">
            {m.former}
          </th>
          <th scope="col" className="number">
            {m.proposed}
          </th>
          <th scope="col" className="number">
            {m.change}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, label, unit, former, proposed }) => {
          const change = proposed - former
          return (
            <tr key={code} data-falls={change < 0 || undefined} className={styles.row}>
              <th scope="row">{label}</th>
              <td className="number">
                {number(former, 3)} {unit}
              </td>
              <td className="number">
                <strong>
                  {number(proposed, 3)} {unit}
                </strong>
              </td>
              <td className="number">
                {change > 0 ? '+' : ''}
                {number(change, 3)}
                {change < 0 && <span className="visually-hidden"> ({m.falls})</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}
