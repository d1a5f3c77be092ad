import type { CertificateAmounts } from '@borne/geodata/works/results'
import type { Currency } from '@borne/geodata/works/types'
import { Fragment } from 'react'
import { useMessages } from '../../ui/language.tsx'
import styles from './form.module.css'
import { formMessages } from './form-messages.ts'
import { useMoney } from './money.ts'
import { moneyMessages } from './money-messages.ts'

/** What a certificate takes off and adds, before it is recorded. */
export function CertificatePreview({
  amounts,
  currency,
}: {
  amounts: CertificateAmounts | null
  currency: Currency
}) {
  const m = useMessages(formMessages)
  const words = useMessages(moneyMessages)
  const money = useMoney()
  const rows = amounts
    ? ([
        [words.grossPeriod, amounts.grossMinor],
        [words.advance, amounts.advanceMinor],
        [words.recovery, -amounts.recoveryMinor],
        [words.retention, -amounts.retentionMinor],
        [words.penalties, -amounts.penaltiesMinor],
        [words.tax, amounts.taxMinor],
      ] as const)
    : []
  return (
    <section className={styles.preview} aria-live="polite">
      <p className={styles.label}>{amounts ? m.preview : m.previewRefused}</p>
      {amounts && (
        <dl>
          {rows
            .filter(([, minor]) => minor !== 0)
            .map(([label, minor]) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{money.exact(minor, currency)}</dd>
              </Fragment>
            ))}
          <dt data-net>{words.net}</dt>
          <dd data-net>{money.exact(amounts.netMinor, currency)}</dd>
        </dl>
      )}
    </section>
  )
}
