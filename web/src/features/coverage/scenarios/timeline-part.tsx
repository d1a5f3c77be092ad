import type { Coverage } from '@borne/api/contracts/coverage'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useRoadSettings } from '../../../platform/road-settings-query.ts'
import { thisDay } from '../../../ui/days.ts'
import { Checkbox } from '../../../ui/field.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { RoadStateChoice } from '../../../ui/road-state-choice.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { measureMessages } from '../measure/measure-messages.ts'
import { questionOf } from '../measure/measure-query.ts'
import { MinutesSlider } from '../minutes-slider.tsx'
import { BackToList } from './back-to-list.tsx'
import { type BaseQuestion, onDay } from './base-question.ts'
import { ComparisonOnMap } from './comparison-on-map.tsx'
import type { ScenarioPartProps } from './scenario-part.tsx'
import { askedQuery, openingsQuery } from './scenario-queries.ts'
import styles from './timeline.module.css'
import { TimelineDrawer } from './timeline-drawer.tsx'
import { timelineMessages } from './timeline-messages.ts'
import { changesOf, stepIndex, type Timeline, type TimelineStep, timelineSteps } from './timeline-steps.ts'
import { useBorderInView } from './use-border-in-view.ts'
import { signed } from './use-signed.ts'

/** A step with what is measured for it; undefined while it comes. */
export interface MeasuredStep {
  readonly step: TimelineStep
  readonly coverage: Coverage | undefined
}

/** The coverage on the day of each reception of the construction plan. */
export function TimelinePart(props: ScenarioPartProps) {
  const m = useMessages(timelineMessages)
  const { data, error, refetch } = useQuery(openingsQuery)
  const timeline = data && timelineSteps(data.items, thisDay())
  return (
    <>
      <BackToList title={m.title} onChange={props.onChange} />
      {error && !data && <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={8} />}
      {timeline && timeline.steps.length === 1 && <EmptyState title={m.emptyTitle}>{m.emptyText}</EmptyState>}
      {timeline && timeline.steps.length > 1 && <Plan {...props} timeline={timeline} />}
      {timeline && <Apart timeline={timeline} />}
    </>
  )
}

interface PlanProps extends ScenarioPartProps {
  timeline: Timeline
}

function Plan({ timeline: { steps }, search, onChange, minutes, onMinutes }: PlanProps) {
  const m = useMessages(timelineMessages)
  const measure = useMessages(measureMessages)
  const settings = useRoadSettings()
  const question = questionOf(search) as BaseQuestion
  const answers = useQueries({
    queries: steps.map((step) =>
      askedQuery({
        question: search.seasons ? onDay(question, step.on) : question,
        changes: changesOf(step),
      }),
    ),
  })
  const measured = steps.map((step, index): MeasuredStep => ({ step, coverage: answers[index]?.data }))
  const failed = answers.find(({ error }) => error)
  const isStale = answers.some(({ isPlaceholderData }) => isPlaceholderData)
  const at = stepIndex(steps, search.step)
  useBorderInView(measured[0]?.coverage)
  const go = (index: number) => onChange({ step: index >= steps.length - 1 ? undefined : steps[index]?.on })
  return (
    <>
      <TimelineDrawer measured={measured} at={at} isStale={isStale} onGo={go} />
      <div className={styles.controls}>
        <MinutesSlider label={measure.minutes} minutes={minutes} onChange={onMinutes} />
        <Segmented
          label={m.map}
          options={[
            { value: 'difference', label: m.difference },
            { value: 'b', label: m.coverage },
          ]}
          value={search.seen === 'b' ? 'b' : 'difference'}
          onChange={(seen) => onChange({ seen: seen === 'b' ? 'b' : undefined })}
        />
      </div>
      {failed?.error && (
        <ErrorState problem={failed.error} what={m.failed} onRetry={() => void failed.refetch()} />
      )}
      <PanelSection title={m.steps}>
        <Steps measured={measured} at={at} onGo={go} />
      </PanelSection>
      <div className={styles.settings}>
        <p className={styles.intro}>{m.intro}</p>
        <RoadStateChoice choice={search} {...settings} onChange={onChange} />
        <Checkbox
          label={m.seasons}
          hint={m.seasonsHint}
          checked={search.seasons ?? false}
          onChange={(seasons) => onChange({ seasons: seasons || undefined })}
        />
      </div>
      <ComparisonOnMap
        before={measured[0]?.coverage}
        after={measured[at]?.coverage}
        seen={search.seen === 'b' ? 'b' : 'difference'}
        isStale={isStale}
      />
    </>
  )
}

interface StepsProps {
  measured: readonly MeasuredStep[]
  at: number
  onGo(index: number): void
}

function Steps({ measured, at, onGo }: StepsProps) {
  return (
    <ol className={styles.steps}>
      {measured.map((one, index) => (
        <li key={one.step.on}>
          <StepLine
            measured={one}
            before={measured[index - 1]?.coverage}
            isShown={index === at}
            onShow={() => onGo(index)}
          />
        </li>
      ))}
    </ol>
  )
}

interface StepLineProps {
  measured: MeasuredStep
  before: Coverage | undefined
  isShown: boolean
  onShow(): void
}

function StepLine({ measured: { step, coverage }, before, isShown, onShow }: StepLineProps) {
  const m = useMessages(timelineMessages)
  const { day, distance, list } = useFormats()
  const names = step.openings.flatMap(({ posts }) =>
    posts.filter(({ isOperational }) => !isOperational).map(({ name }) => name),
  )
  const opened = step.openings.flatMap(({ posts }) => posts.map(({ postId }) => postId))
  const leftOut = (coverage?.posts ?? []).filter(
    ({ postId, leftOutBecause }) => opened.includes(postId) && leftOutBecause === 'unconfirmed',
  )
  const gain = coverage && before ? coverage.reachedBorderMetres - before.reachedBorderMetres : null
  const latest = step.openings.find(({ latestOn }) => latestOn !== null)?.latestOn
  return (
    <button
      type="button"
      className={styles.step}
      aria-current={isShown ? 'step' : undefined}
      onClick={onShow}
    >
      <span className={styles.day}>{day(step.on)}</span>
      <span className={styles.what}>
        {step.kind === null ? m.asItStands : list(names)}
        {step.kind && (
          <span className={styles.kind} data-kind={step.kind} title={m.kindTold[step.kind]}>
            {m.kinds[step.kind]}
          </span>
        )}
      </span>
      <span className={`number ${styles.length}`}>{distance(coverage?.reachedBorderMetres)}</span>
      {step.kind && (
        <span className={styles.more}>
          {[
            ...(gain === null ? [] : [gain < 1 ? m.noGain : m.gain(signed(gain, distance))]),
            ...(leftOut.length > 0 ? [m.leftOut(list(leftOut.map(({ name }) => name)))] : []),
            ...(latest && latest > step.on ? [m.latest(day(latest))] : []),
          ].join(' · ')}
        </span>
      )}
    </button>
  )
}

/** Contracts that are no step. */
function Apart({ timeline: { undated, idle } }: { timeline: Timeline }) {
  const m = useMessages(timelineMessages)
  const { list } = useFormats()
  const nameOf = ({ posts, title }: Timeline['undated'][number]) =>
    posts.length > 0 ? list(posts.map(({ name }) => name)) : title
  if (undated.length === 0 && idle.length === 0) return null
  return (
    <div className={styles.apart}>
      {undated.length > 0 && <p>{m.undated(undated.map(nameOf).join(', '))}</p>}
      {idle.length > 0 && <p>{m.idle(idle.length)}</p>}
    </div>
  )
}
