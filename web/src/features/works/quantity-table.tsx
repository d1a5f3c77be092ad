import type { WorksRefusal } from '@borne/geodata/works/results'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { QuantityLine } from './certificate-draft.ts'
import styles from './form.module.css'
import { formMessages } from './form-messages.ts'
import { useRefusalText } from './refusal-text.ts'

interface QuantityTableProps {
  lines: readonly QuantityLine[]
  typed: readonly string[]
  /** As read from what is typed. */
  quantities: readonly (number | null)[]
  refused: ReadonlyMap<string, WorksRefusal>
  onChange(typed: string[]): void
}

/** The bill with a field for each line; what may not be certified is told on its row. */
export function QuantityTable({ lines, typed, quantities, refused, onChange }: QuantityTableProps) {
  const m = useMessages(formMessages)
  const { number } = useFormats()
  const textOf = useRefusalText()
  const told = (milli: number) => number(milli / 1000, 3)
  return (
    <div>
      <p className={styles.label}>{m.quantities}</p>
      <p className={styles.hint}>{m.quantitiesHint}</p>
      <div className={styles.quantities}>
        <DataTable caption={m.quantities}>
          <thead>
            <tr>
              <th scope="col">{m.item}</th>
              <th scope="col" className="number">
                {m.planned}
              </th>
              <th scope="col" className="number">
                {m.last}
              </th>
              <th scope="col" className="number">
                {m.validated}
              </th>
              <th scope="col" className="number">
                {m.toDate}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const refusal = refused.get(line.itemCode)
              const isUnreadable = quantities[index] === null
              const error = isUnreadable
                ? m.notQuantity
                : refusal
                  ? textOf({ ...refusal, row: undefined })
                  : null
              return (
                <tr key={line.itemCode} data-refused={error ? true : undefined}>
                  <th scope="row">
                    {line.itemCode} · {line.label}
                    {error && (
                      <span role="alert" className={styles.rowError}>
                        {error}
                      </span>
                    )}
                  </th>
                  <td className="number">
                    {told(line.billMilli)} {line.unit}
                  </td>
                  <td className="number">{told(line.certifiedMilli)}</td>
                  <td className="number">{told(line.validatedMilli)}</td>
                  <td className="number">
                    <input
                      inputMode="decimal"
                      aria-label={`${m.toDate} : ${line.label}`}
                      aria-invalid={error ? true : undefined}
                      value={typed[index]}
                      onChange={({ target }) => onChange(typed.with(index, target.value))}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </DataTable>
      </div>
    </div>
  )
}
