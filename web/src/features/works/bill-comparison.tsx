import { billTotalMinor } from '@borne/geodata/works/bill-total'
import { type BillDifference, compareBills } from '@borne/geodata/works/compare-bills'
import type { Bill, BillItem } from '@borne/geodata/works/types'
import { UNKNOWN, useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import styles from './amendment.module.css'
import { amendmentMessages } from './amendment-messages.ts'
import { useMoney } from './money.ts'

/** The lines that differ between two bills, with their amounts before and after; the others are counted. */
export function BillComparison({ before, after }: { before: Bill | null; after: Bill }) {
  const m = useMessages(amendmentMessages)
  const { plain } = useMoney()
  const all = compareBills(before, after)
  const rows = all.filter(({ change }) => change !== 'same')
  const [beforeMinor, afterMinor] = [before ? billTotalMinor(before) : 0, billTotalMinor(after)]
  if (rows.length === 0) return <p className={styles.muted}>{m.nothingChanged}</p>
  return (
    <div>
      <div className={styles.lines}>
        <DataTable caption={m.comparison}>
          <thead>
            <tr>
              <th scope="col">{m.item}</th>
              {[m.quantity, m.unitPrice, m.amountBefore, m.amountAfter, m.difference].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ComparedRow key={`${row.change} ${row.code}`} row={row} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {m.total}
              </th>
              <td className="number">{plain(beforeMinor)}</td>
              <td className="number">{plain(afterMinor)}</td>
              <td className="number">{signed(afterMinor - beforeMinor, plain)}</td>
            </tr>
          </tfoot>
        </DataTable>
      </div>
      {all.length > rows.length && <p className={styles.muted}>{m.unchanged(all.length - rows.length)}</p>}
    </div>
  )
}

function ComparedRow({
  row: { code, change, before, after, beforeMinor, afterMinor },
}: {
  row: BillDifference
}) {
  const m = useMessages(amendmentMessages)
  const { number } = useFormats()
  const { plain } = useMoney()
  const quantity = ({ quantityMilli, unit }: BillItem) => `${number(quantityMilli / 1000, 3)} ${unit}`
  const price = ({ unitPriceMinor }: BillItem) => plain(unitPriceMinor)
  return (
    <tr data-change={change}>
      <th scope="row">
        {code} · {(after ?? before)?.label} <span className={styles.change}>{m.changes[change]}</span>
      </th>
      <td className="number">{told(before, after, quantity)}</td>
      <td className="number">{told(before, after, price)}</td>
      <td className="number">{before ? plain(beforeMinor) : UNKNOWN}</td>
      <td className="number">{after ? plain(afterMinor) : UNKNOWN}</td>
      <td className="number">{signed(afterMinor - beforeMinor, plain)}</td>
    </tr>
  )
}

/** «100 m³ → 120 m³», or once where both say the same. */
function told(before: BillItem | null, after: BillItem | null, tell: (item: BillItem) => string): string {
  const texts = [before, after].flatMap((item) => (item ? [tell(item)] : []))
  return [...new Set(texts)].join(' → ')
}

export function signed(minor: number, tell: (minor: number) => string): string {
  return minor > 0 ? `+${tell(minor)}` : tell(minor)
}
