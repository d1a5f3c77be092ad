import type { Currency } from '@borne/geodata/works/types'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import styles from './amendment.module.css'
import { amendmentMessages } from './amendment-messages.ts'
import type { Standing } from './amendment-steps.ts'
import { signed } from './bill-comparison.tsx'
import { useMoney } from './money.ts'

interface StandingTableProps {
  caption: string
  currency: Currency
  before: Standing
  after: Standing
}

/** Amount and time of a contract before and after an amendment. */
export function StandingTable({ caption, currency, before, after }: StandingTableProps) {
  const m = useMessages(amendmentMessages)
  const money = useMoney()
  const { number } = useFormats()
  const exact = (minor: number) => money.exact(minor, currency)
  const days = (count: number) => m.days(number(count))
  return (
    <div className={styles.standing}>
      <DataTable caption={caption}>
        <thead>
          <tr>
            <td />
            {[m.before, m.after, m.difference].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{m.amount}</th>
            <td className="number">{exact(before.amountMinor)}</td>
            <td className="number">{exact(after.amountMinor)}</td>
            <td className="number">{signed(after.amountMinor - before.amountMinor, exact)}</td>
          </tr>
          <tr>
            <th scope="row">{m.time}</th>
            <td className="number">{days(before.durationDays)}</td>
            <td className="number">{days(after.durationDays)}</td>
            <td className="number">{signed(after.durationDays - before.durationDays, days)}</td>
          </tr>
        </tbody>
      </DataTable>
    </div>
  )
}
