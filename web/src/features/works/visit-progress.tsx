import { IconMinus, IconPlus } from '@tabler/icons-react'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import type { Visit } from './use-visit.ts'
import styles from './visit.module.css'
import { stepPercent, type VisitPackage } from './visit-draft.ts'
import { visitMessages } from './visit-messages.ts'

/** How far each package is, by big steps from its last value; a fall asks for its reason at once. */
export function VisitProgress({ visit }: { visit: Visit }) {
  const m = useMessages(visitMessages)
  const { list } = useFormats()
  const { draft, packages, falls, change } = visit
  const move = (code: string, percent: number) => change({ percents: { ...draft.percents, [code]: percent } })
  return (
    <section className={styles.part}>
      <h2>{m.progress}</h2>
      {packages.length === 0 && <p className={styles.muted}>{m.noBill}</p>}
      {packages.map((one) => (
        <PackageSteps key={one.code} package={one} onMove={(percent) => move(one.code, percent)} />
      ))}
      {falls.length > 0 && (
        <Field label={m.fallReason} hint={m.fallHint(list(falls.map(({ label }) => label)))}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              required
              maxLength={4000}
              dir="auto"
              value={draft.fallReason}
              onChange={(event) => change({ fallReason: event.target.value })}
            />
          )}
        </Field>
      )}
    </section>
  )
}

interface PackageStepsProps {
  package: VisitPackage
  onMove(percent: number): void
}

function PackageSteps({ package: { label, last, percent }, onMove }: PackageStepsProps) {
  const m = useMessages(visitMessages)
  const formats = useFormats()
  const share = formats.percent(percent / 100)
  const isMoved = percent !== last
  return (
    <div className={styles.package} data-moved={isMoved || undefined}>
      <div className={styles.packageHead}>
        <span>{label}</span>
        <strong>{share}</strong>
        {isMoved && <span className={styles.muted}>{m.last(formats.percent(last / 100))}</span>}
      </div>
      <div className={styles.steps}>
        <button
          type="button"
          aria-label={m.less(label)}
          disabled={percent <= 0}
          onClick={() => onMove(stepPercent(percent, -1))}
        >
          <IconMinus aria-hidden="true" />
        </button>
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={percent}
          aria-label={label}
          aria-valuetext={share}
          onChange={(event) => onMove(Number(event.target.value))}
        />
        <button
          type="button"
          aria-label={m.more(label)}
          disabled={percent >= 100}
          onClick={() => onMove(stepPercent(percent, 1))}
        >
          <IconPlus aria-hidden="true" />
        </button>
      </div>
    </div>
  )
}
