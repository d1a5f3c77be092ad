import type { Mission, MissionQuestionAnswer } from '@borne/api/contracts/missions'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Fact, Facts, PanelSection } from '../../ui/panel.tsx'
import { roadClassWords } from '../../ui/road-class-words.ts'
import { RoadsLoading, RoadsOffer } from '../../ui/roads-here-note.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table.tsx'
import { CSV_DIALECTS, writeCsv } from '../../ui/write-csv.ts'
import { costMessages } from './cost-messages.ts'
import { type CountedCosts, countCosts } from './count-costs.ts'
import { missionsMessages } from './messages.ts'
import { deskHere } from './mission-desk.ts'
import { questionQuery } from './missions-queries.ts'
import styles from './plan.module.css'
import { useMissionRoads } from './use-mission-roads.ts'

/** Fuel, allowances and the budget line, on the saved plan. */
export function CostsTab({ mission }: { mission: Mission }) {
  const m = useMessages(costMessages)
  const asked = useQuery(questionQuery(mission.id, mission.version))
  if (asked.error && !asked.data)
    return <ErrorState problem={asked.error} what={m.failed} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton lines={6} />
  if (!mission.plan) return <EmptyState title={m.needsPlan}>{m.needsPlanText}</EmptyState>
  return <PlannedCosts mission={mission} asked={asked.data} />
}

function PlannedCosts({ mission, asked }: { mission: Mission; asked: MissionQuestionAnswer }) {
  const m = useMessages(costMessages)
  const { question } = asked
  const roads = useMissionRoads(question.dates)
  const { data, error, refetch } = useQuery<TimedPlan>({
    queryKey: ['missions', 'cost-times', question, mission.plan, roads.edition],
    queryFn: ({ signal }) => deskHere(question, null).time(mission.plan!, signal),
    enabled: roads.isHere,
  })
  return (
    <>
      {error && !data && <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />}
      {data?.fuel ? (
        <CostTable
          mission={mission}
          asked={asked}
          counted={countCosts(mission, asked, question, data.itinerary, data.fuel)}
        />
      ) : (
        <p className={styles.note}>{m.needsRoads}</p>
      )}
      <RoadsLoading here={roads.here} />
      <RoadsOffer here={roads.here} />
    </>
  )
}

interface CostTableProps {
  mission: Mission
  asked: MissionQuestionAnswer
  counted: CountedCosts
}

function CostTable({ mission, asked, counted }: CostTableProps) {
  const m = useMessages(costMessages)
  const formats = useFormats()
  const money = useMoney()
  const lines = useCostLines(mission, asked, counted)
  const save = useCostFile(mission, lines, counted.costs.totalMinor)
  const { costs, lacksPrice, rolesWithoutRate } = counted
  return (
    <PanelSection
      title={m.title}
      actions={
        <Button size="small" variant="quiet" icon={<IconDownload aria-hidden="true" />} onClick={save}>
          {m.csv}
        </Button>
      }
    >
      <Facts>
        <Fact label={m.budgetLine}>{mission.budgetLine || m.noBudgetLine}</Fact>
        <Fact label={m.fuel}>{money(costs.fuelMinor)}</Fact>
        <Fact label={m.allowances}>{money(costs.allowanceMinor)}</Fact>
        <Fact label={m.total}>
          <strong>{money(costs.totalMinor)}</strong>
        </Fact>
      </Facts>
      <DataTable caption={m.title}>
        <thead>
          <tr>
            <th scope="col">{m.what}</th>
            <th scope="col">{m.detail}</th>
            <th scope="col" className="number">
              {m.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, what, detail, amountMinor }) => (
            <tr key={key}>
              <th scope="row">{what}</th>
              <td>{detail}</td>
              <td className="number">{money(amountMinor)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <ul className={styles.notes}>
        <li>{m.atPrices(formats.day(mission.from))}</li>
        {lacksPrice && <li>{m.noPrice(formats.day(mission.from))}</li>}
        {rolesWithoutRate.length > 0 && (
          <li>
            {m.noRate(formats.list(rolesWithoutRate.map((role) => role || '—')), formats.day(mission.from))}
          </li>
        )}
        {mission.people === null && <li>{m.hiddenPeople}</li>}
        {mission.people?.length === 0 && <li>{m.noPeople}</li>}
      </ul>
    </PanelSection>
  )
}

interface CostLine {
  readonly key: string
  readonly what: string
  readonly detail: string
  readonly amountMinor: number
}

function useCostLines(
  mission: Mission,
  { question }: MissionQuestionAnswer,
  { costs }: CountedCosts,
): CostLine[] {
  const m = useMessages(costMessages)
  const { grounds } = useMessages(roadClassWords)
  const formats = useFormats()
  const money = useMoney()
  const vehicles = question.teams.flatMap((team) => team.vehicles)
  return [
    ...costs.fuel.map(({ vehicleId, ground, litres, minorPerLitre, amountMinor }) => ({
      key: `${vehicleId} ${ground}`,
      what: m.fuelOf(vehicles.find(({ id }) => id === vehicleId)?.name ?? '—', grounds[ground]),
      detail: m.litresAt(formats.litres(litres), money(minorPerLitre)),
      amountMinor,
    })),
    ...costs.allowances.map(({ id, role, nights, days, amountMinor }) => ({
      key: `person ${id}`,
      what: `${mission.people?.[Number(id)]?.name ?? ''} (${role})`,
      detail: m.nightsAndDays(formats.number(nights), formats.number(days)),
      amountMinor,
    })),
  ]
}

function useCostFile(
  { reference, isDemonstration, budgetLine }: Mission,
  lines: readonly CostLine[],
  total: number,
) {
  const m = useMessages(costMessages)
  const words = useMessages(missionsMessages)
  const { language } = useLanguage()
  return () => {
    const rows = [
      [m.what, m.detail, `${m.amount} (MRU)`],
      ...lines.map(({ what, detail, amountMinor }) => [what, detail, amountMinor / 100]),
      [m.total, '', total / 100],
      [m.budgetLine, budgetLine, null],
      ...(isDemonstration ? [[words.demonstration]] : []),
    ]
    const name = fileNameOf(`${reference} ${m.title}`)
    downloadText(`${name}.csv`, 'text/csv', writeCsv(rows, CSV_DIALECTS[language]))
  }
}

const MONEY = {
  fr: new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
}

function useMoney(): (minor: number) => string {
  const { language } = useLanguage()
  return (minor) => `${MONEY[language].format(minor / 100)}\u202fMRU`
}
