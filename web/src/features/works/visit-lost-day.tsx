import { STOP_CAUSES, type StopCause } from '@borne/geodata/works/types'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from './visit.module.css'
import { VisitChips } from './visit-chips.tsx'
import type { VisitDraft } from './visit-draft.ts'
import { visitMessages } from './visit-messages.ts'

interface VisitLostDayProps {
  draft: VisitDraft
  change(patch: Partial<VisitDraft>): void
}

/** Whether nothing could be worked today, and why. */
export function VisitLostDay({ draft: { lostCause, rainMillimetres }, change }: VisitLostDayProps) {
  const m = useMessages(visitMessages)
  const hasRain = lostCause === 'rain' || lostCause === 'flood'
  return (
    <section className={styles.part}>
      <VisitChips<StopCause | 'none'>
        label={m.lost}
        options={[
          { value: 'none', label: m.lostNone },
          ...STOP_CAUSES.map((cause) => ({ value: cause, label: m.causes[cause] })),
        ]}
        value={lostCause ?? 'none'}
        onChange={(value) => change({ lostCause: value === 'none' ? null : value })}
      />
      {hasRain && (
        <Field label={m.millimetres}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              value={rainMillimetres}
              onChange={(event) => change({ rainMillimetres: event.target.value })}
            />
          )}
        </Field>
      )}
    </section>
  )
}
