import type { BillPreview, ImportRole } from '@borne/api/contracts/works'
import { useState } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { ContractView } from './contract-view.ts'
import { DayField, FormFrame, useCloseForm } from './form-frame.tsx'
import styles from './import.module.css'
import { ImportForm } from './import-form.tsx'
import { importMessages } from './import-messages.ts'
import { useMoney } from './money.ts'
import { useImport } from './use-import.ts'
import { useRecordEvent } from './use-record-event.ts'

export const BILL_ROLES = [
  'code',
  'label',
  'unit',
  'quantity',
  'unitPrice',
  'amount',
  'package',
  'weight',
] as const satisfies readonly ImportRole[]
/** More would not be read; the rest is in the file. */
const MOST_SHOWN = 300

/** Reads a bill of quantities from a spreadsheet, shows what was read, and records it. */
export function ImportBill({ view }: { view: ContractView }) {
  const m = useMessages(importMessages)
  const close = useCloseForm()
  const [day, setDay] = useState(view.state.chain.signature ?? view.today)
  const reading = useImport<BillPreview>(`/api/works/contracts/${view.contract.id}/bill/preview`)
  const { record, refusals, error, isPending } = useRecordEvent(view)
  const { preview } = reading
  const bill = reading.isPending ? null : (preview?.bill ?? null)

  async function submit() {
    if (bill && (await record({ kind: 'bill', happenedOn: day, payload: { ...bill } }, true))) close()
  }

  return (
    <FormFrame
      isWide
      title={m.billTitle}
      refusals={refusals}
      error={reading.error ?? error}
      isPending={isPending}
      isClosed={!bill}
      onSubmit={() => void submit()}
    >
      <ImportForm reading={reading} roles={BILL_ROLES}>
        {preview && (
          <>
            <Totals preview={preview} />
            <BillLines lines={preview.lines} />
            <DayField label={m.day} max={view.today} value={day} onChange={setDay} />
          </>
        )}
      </ImportForm>
    </FormFrame>
  )
}

function Totals({ preview: { totals } }: { preview: BillPreview }) {
  const m = useMessages(importMessages)
  const { exact } = useMoney()
  return (
    <dl className={styles.totals}>
      <dt>{m.computed}</dt>
      <dd>{exact(totals.computedMinor, totals.currency)}</dd>
      <dt>{m.stated}</dt>
      <dd>{exact(totals.statedMinor, totals.currency)}</dd>
      <dt>{m.contract}</dt>
      <dd>{exact(totals.contractMinor, totals.currency)}</dd>
    </dl>
  )
}

function BillLines({ lines }: { lines: BillPreview['lines'] }) {
  const m = useMessages(importMessages)
  const { number } = useFormats()
  const { plain } = useMoney()
  return (
    <div>
      <div className={styles.lines}>
        <DataTable caption={m.lines}>
          <thead>
            <tr>
              <th scope="col" className="number">
                {m.row}
              </th>
              <th scope="col">{m.kind}</th>
              <th scope="col">{m.roles.code}</th>
              <th scope="col">{m.roles.label}</th>
              <th scope="col">{m.roles.unit}</th>
              {(['quantity', 'unitPrice', 'amount'] as const).map((role) => (
                <th key={role} scope="col" className="number">
                  {m.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, MOST_SHOWN).map((line) => (
              <tr key={line.row} data-kind={line.kind}>
                <td className="number">{line.row}</td>
                <td>{m.kinds[line.kind]}</td>
                <td>{line.code}</td>
                <td>{line.label}</td>
                <td>{line.unit}</td>
                <td className="number">
                  {line.quantityMilli === null ? '' : number(line.quantityMilli / 1000, 3)}
                </td>
                <td className="number">{line.unitPriceMinor === null ? '' : plain(line.unitPriceMinor)}</td>
                <td className="number">{line.amountMinor === null ? '' : plain(line.amountMinor)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
      {lines.length > MOST_SHOWN && <p className={styles.muted}>{m.more(lines.length - MOST_SHOWN)}</p>}
    </div>
  )
}
