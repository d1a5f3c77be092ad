import type { ImportRun } from '@borne/api/contracts/imports'
import { useQuery } from '@tanstack/react-query'
import { overviewQuery } from '../../platform/overview-query.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Fact, Facts, PanelSection } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { datasetWords } from './dataset-words.ts'
import { groupRuns, listAttributions } from './group-runs.ts'
import { importRunsQuery } from './import-queries.ts'
import { ImportRunCard } from './import-run-card.tsx'
import { messages } from './messages.ts'

/** Every data set that was loaded, with its source, its licence and what was refused. */
export function Sources() {
  const m = useMessages(messages)
  const { names } = useMessages(datasetWords)
  const { language } = useLanguage()
  const { data, error, refetch } = useQuery(importRunsQuery)
  if (error && !data) {
    return <ErrorState problem={error} what={m.runsFailed} onRetry={() => void refetch()} />
  }
  if (!data) return <Skeleton lines={8} />
  if (data.items.length === 0) return <EmptyState title={m.noRunsTitle}>{m.noRunsText}</EmptyState>
  const nameOf = (dataset: string) => names[dataset] ?? dataset
  const groups = groupRuns(data.items).sort((a, b) =>
    nameOf(a.dataset).localeCompare(nameOf(b.dataset), language),
  )
  return (
    <>
      <PanelSection title={m.datasets}>
        {groups.map(({ dataset, latest, earlier }) => (
          <ImportRunCard key={dataset} run={latest} earlier={earlier} />
        ))}
        <DataDate />
      </PanelSection>
      <Attributions runs={data.items} />
    </>
  )
}

function Attributions({ runs }: { runs: readonly ImportRun[] }) {
  const m = useMessages(messages)
  return (
    <PanelSection title={m.attributions}>
      <Facts>
        {listAttributions(runs).map(({ attribution, licences }) => (
          <Fact key={attribution} label={licences.join(', ')}>
            {attribution}
          </Fact>
        ))}
      </Facts>
    </PanelSection>
  )
}

function DataDate() {
  const m = useMessages(messages)
  const formats = useFormats()
  const { data } = useQuery(overviewQuery)
  return data?.dataDate ? <p>{m.dataDate(formats.day(data.dataDate))}</p> : null
}
