import type { ExportInput, ExportJob, Slide } from '@borne/api/contracts/briefings'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { getJson, sendJson } from '../../platform/api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { BRIEFINGS_KEY } from './briefings-queries.ts'
import { ExportForm } from './export-form.tsx'
import { exportMessages } from './export-messages.ts'
import { ExportState } from './export-state.tsx'

export interface ExportProps {
  briefingId: string
  donorId: string | null
  slides: readonly Slide[]
}

const LOOK_MS = 1000
const isOver = (job: ExportJob) => job.state !== 'waiting' && job.state !== 'running'

/** A file is asked for, made on the server while one watches, and fetched. */
export function ExportDialog({ onClose, ...props }: ExportProps & { onClose(): void }) {
  const m = useMessages(exportMessages)
  const client = useQueryClient()
  const [jobId, setJobId] = useState<string>()
  const keyOf = (id: string | undefined) => [BRIEFINGS_KEY, 'export', id]
  const take = (job: ExportJob) => {
    client.setQueryData(keyOf(job.id), job)
    setJobId(job.id)
  }
  const job = useQuery({
    queryKey: keyOf(jobId),
    queryFn: ({ signal }) => getJson<ExportJob>(`/api/briefings/exports/${jobId}`, {}, signal),
    enabled: jobId !== undefined,
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : LOOK_MS),
    gcTime: 0,
  })
  const start = useMutation({
    mutationFn: (input: ExportInput) =>
      sendJson<ExportJob>('POST', `/api/briefings/${props.briefingId}/exports`, input),
    onSuccess: take,
  })
  const cancel = useMutation({
    mutationFn: (id: string) => sendJson<ExportJob>('DELETE', `/api/briefings/exports/${id}`),
    onSuccess: take,
  })
  const again = () => {
    start.reset()
    setJobId(undefined)
  }
  return (
    <Dialog isOpen title={m.title} onClose={onClose}>
      {jobId === undefined && (
        <ExportForm {...props} isBusy={start.isPending} error={start.error} onMake={start.mutate} />
      )}
      {jobId !== undefined && job.error && <ErrorState problem={job.error} what={m.lost} onRetry={again} />}
      {jobId !== undefined && !job.error && job.data && (
        <ExportState
          job={job.data}
          slides={props.slides}
          isCancelling={cancel.isPending}
          onCancel={() => cancel.mutate(jobId)}
          onAgain={again}
        />
      )}
    </Dialog>
  )
}
