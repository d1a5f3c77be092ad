import type { CoverageScenario } from '@borne/api/contracts/coverage'
import {
  IconArchive,
  IconArchiveOff,
  IconArrowsDiff,
  IconCalendarTime,
  IconCopy,
  IconDots,
  IconPencil,
  IconPlus,
  IconSunHigh,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { usePermission } from '../../../platform/use-permission.ts'
import { Button } from '../../../ui/button.tsx'
import { dayInMonth, thisDay } from '../../../ui/days.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Menu, menuItemClass } from '../../../ui/menu.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { changeMessages } from './change-messages.ts'
import { scenarioMessages } from './scenario-messages.ts'
import type { ScenarioPartProps } from './scenario-part.tsx'
import { askedQuery, scenariosQuery } from './scenario-queries.ts'
import styles from './scenarios.module.css'
import { useChangeText } from './use-change-text.ts'
import { useQuestionText } from './use-question-text.ts'
import { useScenarioActions } from './use-scenario-actions.ts'
import { useSignedDistance } from './use-signed.ts'

/** As many changes of a scenario are told in its line. */
const TOLD_CHANGES = 2

/** Every scenario, and the comparisons that need none. */
export function ScenarioList({ onChange }: ScenarioPartProps) {
  const m = useMessages(scenarioMessages)
  const mayPlan = usePermission('coverage.plan')
  const { data, error, refetch } = useQuery(scenariosQuery)
  const shown = data?.items.filter(({ isArchived }) => !isArchived) ?? []
  const archived = data?.items.filter(({ isArchived }) => isArchived) ?? []
  const year = thisDay().slice(0, 4)
  const create = (
    <Button
      variant="primary"
      icon={<IconPlus aria-hidden="true" />}
      onClick={() => onChange({ show: 'edit', scenario: undefined })}
    >
      {m.create}
    </Button>
  )
  return (
    <>
      <p className={styles.intro}>{m.intro}</p>
      <div className={styles.ways}>
        <Button
          size="small"
          icon={<IconSunHigh size={16} aria-hidden="true" />}
          title={m.mayAugustHint}
          onClick={() => onChange({ show: 'compare', a: dayInMonth(year, 5), b: dayInMonth(year, 8) })}
        >
          {m.mayAugust}
        </Button>
        <Button
          size="small"
          icon={<IconCalendarTime size={16} aria-hidden="true" />}
          onClick={() => onChange({ show: 'timeline' })}
        >
          {m.timeline}
        </Button>
        <Button
          size="small"
          icon={<IconArrowsDiff size={16} aria-hidden="true" />}
          onClick={() => onChange({ show: 'compare', a: undefined, b: undefined })}
        >
          {m.compareAny}
        </Button>
      </div>
      {error && !data && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={6} />}
      {data && shown.length === 0 && (
        <EmptyState title={m.emptyTitle} action={mayPlan && create}>
          {m.emptyText}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <ul className={styles.list} aria-label={m.list}>
          {shown.map((scenario) => (
            <ScenarioLine key={scenario.id} scenario={scenario} onChange={onChange} />
          ))}
        </ul>
      )}
      {mayPlan && shown.length > 0 && <div className={styles.create}>{create}</div>}
      {archived.length > 0 && (
        <details className={styles.archived}>
          <summary>{m.archived(archived.length)}</summary>
          <ul className={styles.list}>
            {archived.map((scenario) => (
              <ScenarioLine key={scenario.id} scenario={scenario} onChange={onChange} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

interface ScenarioLineProps extends Pick<ScenarioPartProps, 'onChange'> {
  scenario: CoverageScenario
}

function ScenarioLine({ scenario, onChange }: ScenarioLineProps) {
  const m = useMessages(scenarioMessages)
  const tellQuestion = useQuestionText()
  const { id, name, isDemonstration, isArchived } = scenario
  return (
    <li className={styles.line}>
      <button
        type="button"
        className={styles.open}
        onClick={() => onChange({ show: 'compare', a: 'base', b: id })}
      >
        <span className={styles.name}>
          {name}
          {isDemonstration && <span className={styles.demo}>{m.demonstration}</span>}
        </span>
        <ToldChanges scenario={scenario} />
        <span className={styles.facts}>{tellQuestion(scenario.question)}</span>
        {!isArchived && <Headline scenario={scenario} />}
      </button>
      <LineMenu scenario={scenario} onChange={onChange} />
    </li>
  )
}

function ToldChanges({ scenario: { changes } }: { scenario: CoverageScenario }) {
  const m = useMessages(scenarioMessages)
  const words = useMessages(changeMessages)
  const tell = useChangeText()
  const told = changes.slice(0, TOLD_CHANGES).map(tell)
  const rest = changes.length - told.length
  return (
    <span className={styles.told}>
      {told.length > 0 ? told.join(' · ') : m.noChange}
      {rest > 0 && ` ${words.more(rest)}`}
    </span>
  )
}

/** What is in reach under a scenario, and what its changes make of it. */
function Headline({ scenario: { question, changes } }: { scenario: CoverageScenario }) {
  const m = useMessages(scenarioMessages)
  const { distance } = useFormats()
  const signed = useSignedDistance()
  const after = useQuery(askedQuery({ question, changes }))
  const before = useQuery(askedQuery({ question, changes: [] }))
  if (after.isError || before.isError) return null
  if (!after.data || !before.data) return <span className={styles.facts}>{m.measuring}</span>
  const gained = after.data.reachedBorderMetres - before.data.reachedBorderMetres
  return (
    <span className={styles.figure}>
      <strong>{distance(after.data.reachedBorderMetres)}</strong> {m.inReach}
      <span className={styles.facts}> · {m.against(signed(gained))}</span>
    </span>
  )
}

function LineMenu({ scenario, onChange }: ScenarioLineProps) {
  const m = useMessages(scenarioMessages)
  const mayPlan = usePermission('coverage.plan')
  const actions = useScenarioActions()
  const { id, name, isArchived } = scenario
  const entries = [
    {
      label: m.compare,
      icon: <IconArrowsDiff size={16} aria-hidden="true" />,
      act: () => onChange({ show: 'compare', a: 'base', b: id }),
    },
    ...(mayPlan && !isArchived
      ? [
          {
            label: m.open,
            icon: <IconPencil size={16} aria-hidden="true" />,
            act: () => onChange({ show: 'edit', scenario: id }),
          },
        ]
      : []),
    ...(mayPlan
      ? [
          {
            label: m.duplicate,
            icon: <IconCopy size={16} aria-hidden="true" />,
            act: () => void actions.duplicate(scenario),
          },
          isArchived
            ? {
                label: m.restore,
                icon: <IconArchiveOff size={16} aria-hidden="true" />,
                act: () => void actions.setArchived(scenario, false),
              }
            : {
                label: m.archive,
                icon: <IconArchive size={16} aria-hidden="true" />,
                act: () => void actions.setArchived(scenario, true),
              },
        ]
      : []),
  ]
  return (
    <Menu
      label={m.actions(name)}
      button={<IconDots aria-hidden="true" size={18} />}
      buttonClassName={styles.menu}
    >
      {(close) =>
        entries.map(({ label, icon, act }) => (
          <button
            key={label}
            type="button"
            className={menuItemClass}
            onClick={() => {
              close()
              act()
            }}
          >
            {icon} {label}
          </button>
        ))
      }
    </Menu>
  )
}
