import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { IconButton } from '../../../ui/button.tsx'
import { dayInMonth, MONTHS_TO_KNOW, thisDay } from '../../../ui/days.ts'
import { Field } from '../../../ui/field.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { EmptyState, ErrorState, Skeleton, StaleVeil } from '../../../ui/states.tsx'
import { KeepEvidenceButton } from '../evidence/keep-evidence.tsx'
import { measureMessages } from '../measure/measure-messages.ts'
import { questionOf } from '../measure/measure-query.ts'
import { MinutesSlider } from '../minutes-slider.tsx'
import { BackToList } from './back-to-list.tsx'
import type { BaseQuestion } from './base-question.ts'
import styles from './comparison.module.css'
import { comparisonMessages } from './comparison-messages.ts'
import { ComparisonOnMap, type SeenMap } from './comparison-on-map.tsx'
import { ComparisonHeadline, ComparisonResult } from './comparison-result.tsx'
import type { ScenarioPartProps } from './scenario-part.tsx'
import { askedQuery, scenariosQuery } from './scenario-queries.ts'
import { askedOf, readSide, type Side } from './sides.ts'
import { useQuestionText } from './use-question-text.ts'

/** Two coverages side by side: days of the same question, or scenarios. */
export function ComparisonPart({ search, onChange, minutes, onMinutes }: ScenarioPartProps) {
  const m = useMessages(comparisonMessages)
  const measure = useMessages(measureMessages)
  const year = thisDay().slice(0, 4)
  const { a = 'today', b = dayInMonth(year, 8), seen = 'difference' } = search
  const { data: scenarios } = useQuery(scenariosQuery)
  const context = {
    today: thisDay(),
    question: questionOf(search) as BaseQuestion,
    scenarios: scenarios?.items ?? [],
  }
  const [sideA, sideB] = [readSide(a), readSide(b)]
  const [askedA, askedB] = [askedOf(sideA, sideB, context), askedOf(sideB, sideA, context)]
  const before = useQuery({ ...askedQuery(askedA ?? {}), enabled: askedA !== null })
  const after = useQuery({ ...askedQuery(askedB ?? {}), enabled: askedB !== null })
  const isStale = before.isPlaceholderData || after.isPlaceholderData
  const error = before.error ?? after.error
  const hasScenario = sideA.kind === 'scenario' || sideB.kind === 'scenario'
  const nameOf = useSideName()
  const isGone = scenarios !== undefined && (askedA === null || askedB === null)
  const isShown = !error && !isGone
  return (
    <>
      <BackToList title={m.title} onChange={onChange} />
      <div className={styles.sides}>
        <SideChoice label={m.a} value={a} other={b} onChoose={(side) => onChange({ a: side })} />
        <IconButton
          label={m.swap}
          tip="below-end"
          icon={<IconArrowsLeftRight size={18} />}
          onClick={() => onChange({ a: b, b: a })}
        />
        <SideChoice label={m.b} value={b} other={a} onChoose={(side) => onChange({ b: side })} />
      </div>
      {isShown && before.data && after.data && (
        <StaleVeil isStale={isStale}>
          <ComparisonHeadline before={before.data} after={after.data} />
        </StaleVeil>
      )}
      <div className={styles.controls}>
        <Segmented<SeenMap>
          label={m.seen}
          options={[
            { value: 'a', label: 'A' },
            { value: 'difference', label: m.difference },
            { value: 'b', label: 'B' },
            { value: 'beside', label: m.beside },
          ]}
          value={seen}
          onChange={(next) => onChange({ seen: next === 'difference' ? undefined : next })}
        />
        {!hasScenario && <MinutesSlider label={measure.minutes} minutes={minutes} onChange={onMinutes} />}
      </div>
      {isGone && <EmptyState title={m.gone} />}
      {error && !isGone && (
        <ErrorState
          problem={error}
          what={m.failed}
          onRetry={() => void Promise.all([before.refetch(), after.refetch()])}
        />
      )}
      {isShown && !(before.data && after.data) && <Skeleton lines={8} />}
      {isShown && before.data && after.data && (
        <StaleVeil isStale={isStale}>
          <Likeness a={askedA?.question} b={askedB?.question} hasScenario={hasScenario} />
          <ComparisonResult before={before.data} after={after.data} names={['A', 'B']} />
          <div className={styles.keep}>
            {askedA && askedB && (
              <KeepEvidenceButton
                asked={{
                  ...askedB,
                  subject: { kind: 'comparison', against: askedA, againstName: nameOf(sideA) },
                }}
                title={nameOf(sideB)}
              />
            )}
          </div>
        </StaleVeil>
      )}
      <ComparisonOnMap
        before={isGone ? undefined : before.data}
        after={isGone ? undefined : after.data}
        seen={seen}
        names={[nameOf(sideA), nameOf(sideB)]}
        isStale={isStale}
      />
    </>
  )
}

/** What a side is called where it stands alone. */
function useSideName(): (side: Side) => string {
  const m = useMessages(comparisonMessages)
  const { day } = useFormats()
  const { data } = useQuery(scenariosQuery)
  return (side) => {
    if (side.kind === 'day') return m.coverageOn(day(side.date))
    if (side.kind === 'scenario') return data?.items.find(({ id }) => id === side.id)?.name ?? m.gone
    return m.coverageOn(side.kind === 'today' ? day(thisDay()) : m[side.kind])
  }
}

interface LikenessProps {
  a: BaseQuestion | undefined
  b: BaseQuestion | undefined
  hasScenario: boolean
}

/** Whether the two ask the same but for what is compared. */
function Likeness({ a, b, hasScenario }: LikenessProps) {
  const m = useMessages(comparisonMessages)
  const tell = useQuestionText()
  if (!a || !b) return null
  const isSame = JSON.stringify(a) === JSON.stringify(b)
  const [toldA, toldB] = [tell(a), tell(b)]
  const text = !hasScenario ? m.onlyDays : isSame ? m.onlyChanges : m.unlike(toldA, toldB)
  return <p className={styles.likeness}>{text}</p>
}

interface SideChoiceProps {
  label: string
  value: string
  other: string
  onChoose(side: string): void
}

function SideChoice({ label, value, other, onChoose }: SideChoiceProps) {
  const m = useMessages(comparisonMessages)
  const { day } = useFormats()
  const { data: scenarios } = useQuery(scenariosQuery)
  const shown = scenarios?.items.filter(({ isArchived, id }) => !isArchived || id === value) ?? []
  const year = thisDay().slice(0, 4)
  const days = [...new Set([...MONTHS_TO_KNOW.map((month) => dayInMonth(year, month)), value])]
    .filter((text) => readSide(text).kind === 'day')
    .sort()
  const isGone = readSide(value).kind === 'scenario' && !shown.some(({ id }) => id === value)
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => onChoose(target.value)}>
          <optgroup label={m.days}>
            <option value="today">{m.today}</option>
            {days.map((one) => (
              <option key={one} value={one}>
                {day(one)}
              </option>
            ))}
            <option value="dry">{m.dry}</option>
          </optgroup>
          {(readSide(other).kind === 'scenario' || value === 'base') && (
            <option value="base">{m.base}</option>
          )}
          {shown.length > 0 && (
            <optgroup label={m.scenarios}>
              {shown.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {isGone && <option value={value}>…</option>}
        </select>
      )}
    </Field>
  )
}
