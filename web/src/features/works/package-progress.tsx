import type { Bill } from '@borne/geodata/works/types'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
import { progressMessages } from './progress-messages.ts'

/** Each work package with its bar; its items are one click away. */
export function PackageProgress({ view }: { view: ContractView }) {
  const m = useMessages(progressMessages)
  const { percent } = useFormats()
  const { progress, proposedProgress, bills } = view.state
  const bill = bills.at(-1)?.bill
  if (!bill) {
    return (
      <PanelSection title={m.packages}>
        <EmptyState title={m.noBill}>{m.noBillText}</EmptyState>
      </PanelSection>
    )
  }
  const waits = proposedProgress.physicalPercent !== progress.physicalPercent
  return (
    <PanelSection title={m.packages}>
      {waits && (
        <p className={styles.muted}>
          {m.proposed(percent((proposedProgress.physicalPercent ?? 0) / 100, 1))}
        </p>
      )}
      <ul className={styles.plain}>
        {progress.packages.map((done) => {
          const proposed = proposedProgress.packages.find(
            ({ packageCode }) => packageCode === done.packageCode,
          )
          const label = bill.packages.find(({ code }) => code === done.packageCode)?.label ?? done.packageCode
          return (
            <li key={done.packageCode}>
              <details className={styles.package}>
                <summary>
                  <span>{label}</span>
                  <span className="number">{percent(done.percent / 100, 1)}</span>
                  <span className={styles.barTrack}>
                    {proposed && proposed.percent > done.percent && (
                      <span
                        className={styles.barDone}
                        data-of="planned"
                        style={{ inlineSize: `${Math.min(100, proposed.percent)}%` }}
                      />
                    )}
                    <span
                      className={styles.barDone}
                      data-of="built"
                      style={{ inlineSize: `${Math.min(100, done.percent)}%` }}
                    />
                  </span>
                </summary>
                <PackageItems view={view} bill={bill} packageCode={done.packageCode} />
              </details>
            </li>
          )
        })}
      </ul>
    </PanelSection>
  )
}

interface PackageItemsProps {
  view: ContractView
  bill: Bill
  packageCode: string
}

function PackageItems({ view, bill, packageCode }: PackageItemsProps) {
  const m = useMessages(progressMessages)
  const { number, percent, day } = useFormats()
  const done = new Map(view.state.progress.items.map((item) => [item.itemCode, item]))
  return (
    <DataTable caption={m.showItems}>
      <thead>
        <tr>
          <th scope="col">{m.showItems}</th>
          <th scope="col" className="number">
            {m.quantity}
          </th>
          <th scope="col" className="number">
            {m.done}
          </th>
          <th scope="col">{m.measuredOn}</th>
        </tr>
      </thead>
      <tbody>
        {bill.items
          .filter((item) => item.packageCode === packageCode)
          .map((item) => {
            const state = done.get(item.code)
            return (
              <tr key={item.code}>
                <th scope="row">
                  {item.code} · {item.label}
                </th>
                <td className="number">
                  {number((state?.quantityMilli ?? 0) / 1000, 3)} / {number(item.quantityMilli / 1000, 3)}{' '}
                  {item.unit}
                </td>
                <td className="number">{percent((state?.percent ?? 0) / 100, 1)}</td>
                <td>{day(state?.measuredOn)}</td>
              </tr>
            )
          })}
      </tbody>
    </DataTable>
  )
}
