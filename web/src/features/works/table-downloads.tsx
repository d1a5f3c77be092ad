import { IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react'
import { buttonClass } from '../../ui/button.tsx'
import { defineMessages, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'

type TableName = 'bill' | 'plan' | 'ledger'
interface TableWords {
  title: string
  names: Record<TableName, string>
}

const messages = defineMessages<TableWords>({
  fr: {
    title: 'Tableaux',
    names: { bill: 'Bordereau', plan: 'Planning', ledger: 'Décomptes' },
  },
  en: {
    title: 'Tables',
    names: { bill: 'Bill of quantities', plan: 'Schedule', ledger: 'Certificates' },
  },
})

/** The bill, the schedule and the certificates as files, as known now; those that there are. */
export function TableDownloads({ view: { contract, state } }: { view: ContractView }) {
  const m = useMessages(messages)
  const tables: readonly TableName[] = [
    ...(state.bills.length > 0 ? (['bill'] as const) : []),
    ...(state.currentPlan || state.baselines.length > 0 ? (['plan'] as const) : []),
    'ledger',
  ]
  return (
    <PanelSection title={m.title}>
      <div className={styles.stack}>
        {tables.map((table) => (
          <div key={table} className={styles.actions}>
            <span>{m.names[table]}</span>
            <a
              href={`/api/works/contracts/${contract.id}/tables/${table}.xlsx`}
              download
              className={buttonClass()}
              aria-label={`${m.names[table]}, XLSX`}
            >
              <IconFileTypeXls aria-hidden="true" />
              XLSX
            </a>
            <a
              href={`/api/works/contracts/${contract.id}/tables/${table}.csv`}
              download
              className={buttonClass()}
              aria-label={`${m.names[table]}, CSV`}
            >
              <IconFileTypeCsv aria-hidden="true" />
              CSV
            </a>
          </div>
        ))}
      </div>
    </PanelSection>
  )
}
