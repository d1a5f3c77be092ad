import type { Backups, MadeBackup } from '@borne/api/contracts/backups'
import { IconAlertTriangle, IconDeviceFloppy, IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { sendJson } from '../../platform/api.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './backups.module.css'
import { backupsQuery } from './backups-query.ts'
import { messages } from './messages.ts'

/** How the backups stand, the files that are kept, and one more now. */
export function BackupsTab() {
  const m = useMessages(messages)
  const mayMake = usePermission('backups.make')
  const { data, error, refetch } = useQuery(backupsQuery)
  if (error && !data) return <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} />
  return (
    <div className={styles.page}>
      <State backups={data} />
      {mayMake && <MakeOne isRunning={data.isRunning} />}
      {data.files.length > 0 && <Files backups={data} />}
    </div>
  )
}

function State({ backups: { lastGoodAt, fileName, bytes, isOld, lastFailure } }: { backups: Backups }) {
  const m = useMessages(messages)
  const formats = useFormats()
  const Icon = isOld ? IconAlertTriangle : IconShieldCheck
  const when = formats.relative(lastGoodAt)
  return (
    <section className={styles.state} data-old={isOld || undefined}>
      <Icon aria-hidden="true" size={22} />
      <div>
        <h2 title={formats.instant(lastGoodAt)}>{lastGoodAt ? m.latest(when) : m.noneTitle}</h2>
        <p>{lastGoodAt ? isOld && m.oldText : m.noneText}</p>
        {fileName && <p className={styles.muted}>{m.goodText(fileName, formats.bytes(bytes))}</p>}
        {lastFailure && (
          <p className={styles.failure} title={formats.instant(lastFailure.at)}>
            {m.lastFailure(
              formats.relative(lastFailure.at),
              m.failures[lastFailure.code] ?? m.otherFailure(lastFailure.code),
            )}
          </p>
        )}
      </div>
    </section>
  )
}

function MakeOne({ isRunning }: { isRunning: boolean }) {
  const m = useMessages(messages)
  const formats = useFormats()
  const toast = useToast()
  const client = useQueryClient()
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: () => sendJson<MadeBackup>('POST', '/api/backups'),
    onSuccess: ({ rows, bytes }) => toast.show(m.made(formats.number(rows), formats.bytes(bytes))),
    onSettled: () => client.invalidateQueries(backupsQuery),
  })
  const isBusy = isPending || isRunning
  return (
    <div className={styles.make}>
      <Button
        variant="primary"
        icon={<IconDeviceFloppy aria-hidden="true" />}
        disabled={isBusy}
        aria-busy={isBusy}
        onClick={() => mutate()}
      >
        {isBusy ? m.making : m.make}
      </Button>
      {data && data.missingPhotoFiles.length > 0 && (
        <p className={styles.failure}>{m.missingPhotos(data.missingPhotoFiles.length)}</p>
      )}
      <FormProblem error={error} />
    </div>
  )
}

function Files({ backups: { files, keep } }: { backups: Backups }) {
  const m = useMessages(messages)
  const formats = useFormats()
  return (
    <PanelSection title={m.files}>
      <DataTable caption={m.caption}>
        <thead>
          <tr>
            <th scope="col">{m.file}</th>
            <th scope="col">{m.date}</th>
            <th scope="col" className="number">
              {m.size}
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ fileName, madeAt, bytes }) => (
            <tr key={fileName}>
              <th scope="row" className={styles.file}>
                {fileName}
              </th>
              <td>
                <time dateTime={madeAt} title={formats.relative(madeAt)}>
                  {formats.instant(madeAt)}
                </time>
              </td>
              <td className="number">{formats.bytes(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className={styles.advice}>{m.keep(keep)}</p>
      <p className={styles.advice}>{m.advice}</p>
    </PanelSection>
  )
}
