import type { CoverageEvidenceRow, RecomputedEvidence } from '@borne/api/contracts/coverage'
import { IconAlertTriangle, IconCircleCheck, IconDownload, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Fact, Facts } from '../../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useSitingFormats } from '../siting/use-siting-formats.ts'
import styles from './evidence.module.css'
import { evidenceMessages } from './evidence-messages.ts'
import { evidencesQuery, fileAddress, recompute } from './evidence-queries.ts'

const FORMATS = ['pdf', 'csv', 'geojson'] as const
/** As many differing figures are told before the rest is counted. */
const TOLD_DIFFERENCES = 12
const DIGEST_CHARACTERS = 12

/** Figures that were kept with all that they are made of. */
export function EvidencePart() {
  const m = useMessages(evidenceMessages)
  const { data, error, refetch } = useQuery(evidencesQuery)
  return (
    <>
      <p className={styles.intro}>{m.intro}</p>
      {error && !data && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={6} />}
      {data && data.items.length === 0 && <EmptyState title={m.emptyTitle}>{m.emptyText}</EmptyState>}
      {data && data.items.length > 0 && (
        <ul className={styles.list} aria-label={m.list}>
          {data.items.map((row) => (
            <li key={row.id}>
              <EvidenceItem row={row} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function EvidenceItem({ row }: { row: CoverageEvidenceRow }) {
  const m = useMessages(evidenceMessages)
  const { distance, duration, instant } = useFormats()
  const recomputing = useMutation({ mutationFn: () => recompute(row.id) })
  const { id, name, madeBy, madeAt, minutes, reachedBorderMetres, borderMetres, isDemonstration } = row
  return (
    <article className={styles.item} aria-label={name}>
      <h3>
        {name}
        {isDemonstration && <span className={styles.demo}>{m.demonstration}</span>}
      </h3>
      <Subject row={row} />
      <p className={styles.figure}>
        {m.figure(distance(reachedBorderMetres), distance(borderMetres), duration(minutes * 60))}
      </p>
      <p className={styles.muted}>{m.by(madeBy ?? m.unknownPerson, instant(madeAt))}</p>
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<IconRefresh size={16} aria-hidden="true" />}
          disabled={recomputing.isPending}
          onClick={() => recomputing.mutate()}
        >
          {recomputing.isPending ? m.recomputing : m.recompute}
        </Button>
        {FORMATS.map((format) => (
          <a key={format} href={fileAddress(id, format)} download className={buttonClass('plain', 'small')}>
            <IconDownload size={16} aria-hidden="true" />
            {m[format]}
          </a>
        ))}
      </div>
      <FormProblem error={recomputing.error} />
      {recomputing.data && <Recomputed recomputed={recomputing.data} />}
      <MadeOf row={row} />
    </article>
  )
}

/** What the record is of beside its measure. */
function Subject({ row: { proposal, against, reachedBorderMetres } }: { row: CoverageEvidenceRow }) {
  const m = useMessages(evidenceMessages)
  const { distance } = useFormats()
  if (proposal) return <Proposal proposal={proposal} />
  if (!against) return null
  const told = m.compared(against.name, distance(against.reachedBorderMetres), distance(reachedBorderMetres))
  return (
    <p className={styles.figure}>
      <strong>{m.kinds.comparison}</strong> {told}
    </p>
  )
}

function Proposal({ proposal }: { proposal: NonNullable<CoverageEvidenceRow['proposal']> }) {
  const m = useMessages(evidenceMessages)
  const { list } = useFormats()
  const { objective } = useSitingFormats(proposal)
  const { placeNames, before, after, isOptimal } = proposal
  return (
    <p className={styles.figure}>
      <strong>{m.kinds.siting}</strong> {m.proposal(list(placeNames), objective(before), objective(after))},{' '}
      {isOptimal ? m.proven : m.unproven}
    </p>
  )
}

/** Whether the figures come out as they were kept, and what differs where they do not. */
function Recomputed({
  recomputed: { isSame, differences, changedInputs },
}: {
  recomputed: RecomputedEvidence
}) {
  const m = useMessages(evidenceMessages)
  const { list } = useFormats()
  const rest = differences.length - TOLD_DIFFERENCES
  return (
    <div role="status" className={styles.recomputed} data-same={isSame || undefined}>
      <p>
        {isSame ? (
          <IconCircleCheck size={18} aria-hidden="true" />
        ) : (
          <IconAlertTriangle size={18} aria-hidden="true" />
        )}
        {isSame ? m.identical : m.different(differences.length)}
      </p>
      {changedInputs.length > 0 && <p>{m.changed(list(changedInputs.map((input) => m.inputs[input])))}</p>}
      {differences.length > 0 && (
        <DataTable caption={m.different(differences.length)}>
          <thead>
            <tr>
              <th scope="col">{m.columns.figure}</th>
              <th scope="col" className="number">
                {m.columns.was}
              </th>
              <th scope="col" className="number">
                {m.columns.is}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, TOLD_DIFFERENCES).map(({ figure, was, is }) => (
              <tr key={figure}>
                <td>{figure}</td>
                <td className="number">{was ?? '—'}</td>
                <td className="number">{is ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {rest > 0 && <p>{m.more(rest)}</p>}
    </div>
  )
}

function MadeOf({ row: { inputs } }: { row: CoverageEvidenceRow }) {
  const m = useMessages(evidenceMessages)
  return (
    <details className={styles.details}>
      <summary>{m.details}</summary>
      <Facts>
        <Fact label={m.network}>
          {inputs.network.label} · <code>{inputs.network.digest.slice(0, DIGEST_CHARACTERS)}</code>
        </Fact>
        <Fact label={m.geometry}>
          {inputs.geometryVersion} · <code>{inputs.borderDigest.slice(0, DIGEST_CHARACTERS)}</code>
        </Fact>
        <Fact label={m.ground}>
          <code>{inputs.groundDigest.slice(0, DIGEST_CHARACTERS)}</code>
        </Fact>
        <Fact label={m.code}>{inputs.codeVersion}</Fact>
      </Facts>
    </details>
  )
}
