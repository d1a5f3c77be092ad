import type { NetworkReport } from '@borne/api/contracts/networks'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import { leftOutOf } from './left-out-of.ts'
import { networkMessages } from './network-messages.ts'
import styles from './networks.module.css'

/** What was read of an extract and what was left out of it, behind a fold. */
export function NetworkReportFold({ report }: { report: NetworkReport }) {
  const m = useMessages(networkMessages)
  const { number } = useFormats()
  const rows = leftOutOf(report)
  const others = Object.entries(report.otherClasses).map(([value, count]) => `${value} (${number(count)})`)
  return (
    <details>
      <summary>{m.report}</summary>
      <ul className={styles.sentences}>
        <li>{m.reportRead(number(report.waysKept), number(report.waysRead))}</li>
        <li>{m.reportMade(number(report.edges), number(report.nodes))}</li>
        <li>{m.reportFound(number(report.barriers), number(report.fords), number(report.restrictions))}</li>
      </ul>
      {rows.length === 0 ? (
        <p className={styles.muted}>{m.nothingLeftOut}</p>
      ) : (
        <DataTable caption={m.leftOut}>
          <thead>
            <tr>
              <th scope="col">{m.leftOut}</th>
              <th scope="col" className="number">
                {m.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ reason, count }) => (
              <tr key={reason}>
                <td>{m.reasons[reason] ?? reason}</td>
                <td className="number">{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {others.length > 0 && <p className={styles.muted}>{m.otherClasses(others.join(', '))}</p>}
    </details>
  )
}
