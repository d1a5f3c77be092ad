import type { ImportRun } from '@borne/api/contracts/imports'

/** What was loaded last from one data set, and what came before it. */
export interface DatasetRuns {
  readonly dataset: string
  readonly latest: ImportRun
  readonly earlier: readonly ImportRun[]
}

/** One entry per data set, by name; inside it the newest run first. */
export function groupRuns(runs: readonly ImportRun[]): DatasetRuns[] {
  const byDataset = Map.groupBy(runs, (run) => run.dataset)
  return [...byDataset]
    .map(([dataset, its]) => {
      const [latest, ...earlier] = its.toSorted(
        (a, b) => b.startedAt.localeCompare(a.startedAt) || b.id - a.id,
      )
      return { dataset, latest: latest!, earlier }
    })
    .sort((a, b) => a.dataset.localeCompare(b.dataset))
}

/** Each attribution once, with the licences under which it was given. */
export function listAttributions(runs: readonly ImportRun[]): { attribution: string; licences: string[] }[] {
  const byAttribution = Map.groupBy(
    runs.filter((run) => run.status === 'loaded'),
    (run) => run.attribution,
  )
  return [...byAttribution]
    .map(([attribution, its]) => ({
      attribution,
      licences: [...new Set(its.map((run) => run.licence))].sort(),
    }))
    .sort((a, b) => a.attribution.localeCompare(b.attribution))
}
