import { IconFileUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { vehiclesQuery } from '../../platform/road-settings-query.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { useToast } from '../../ui/toast.tsx'
import { trackMessages } from './track-messages.ts'
import styles from './tracks.module.css'
import { type PendingTrack, useTrackQueue } from './use-track-queue.ts'

const FIRST_VEHICLE = '4x4'

/** Takes GPX files, dropped or chosen, with the vehicle that drove them; tells how each is getting on. */
export function TrackUpload() {
  const m = useMessages(trackMessages)
  const toast = useToast()
  const [vehicle, setVehicle] = useState(FIRST_VEHICLE)
  const onSent = ({ name }: { name: string }) => toast.show(m.sent(name))
  const queue = useTrackQueue({ vehicle, notGpx: m.notGpx, onSent })
  return (
    <div className={styles.upload}>
      <VehicleField value={vehicle} onChange={setVehicle} />
      <DropBox onFiles={queue.add} />
      {queue.pending.length > 0 && (
        <ul className={styles.pendings}>
          {queue.pending.map((one, place) => (
            <PendingLine
              key={`${one.file.name} ${place}`}
              pending={one}
              onAgain={() => queue.again(one.file)}
              onForget={() => queue.forget(one.file)}
            />
          ))}
        </ul>
      )}
      <p className={styles.muted}>{m.restricted}</p>
    </div>
  )
}

function VehicleField({ value, onChange }: { value: string; onChange(vehicle: string): void }) {
  const m = useMessages(trackMessages)
  const nameOf = useOwnName()
  const { data } = useQuery(vehiclesQuery)
  return (
    <Field label={m.vehicle}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {(data?.items ?? []).map((vehicle) => (
            <option key={vehicle.id} value={vehicle.id}>
              {nameOf(vehicle)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function DropBox({ onFiles }: { onFiles(files: File[]): void }) {
  const m = useMessages(trackMessages)
  const picker = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  function onDrop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    onFiles([...event.dataTransfer.files])
  }
  function onChange({ target }: ChangeEvent<HTMLInputElement>) {
    onFiles([...(target.files ?? [])])
    target.value = ''
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <input
        ref={picker}
        type="file"
        accept=".gpx,application/gpx+xml"
        multiple
        hidden
        onChange={onChange}
        data-testid="track-files"
      />
      <span className={styles.dropWords}>{m.drop}</span>
      <Button
        variant="primary"
        icon={<IconFileUpload aria-hidden="true" />}
        onClick={() => picker.current?.click()}
      >
        {m.choose}
      </Button>
      <span className={styles.muted}>{m.dropHint}</span>
    </div>
  )
}

interface PendingLineProps {
  pending: PendingTrack
  onAgain(): void
  onForget(): void
}

function PendingLine({ pending: { file, sentShare, failure }, onAgain, onForget }: PendingLineProps) {
  const m = useMessages(trackMessages)
  const { bytes } = useFormats()
  const isRead = sentShare === 1
  return (
    <li className={styles.pending}>
      <p>
        {file.name} <span className={styles.muted}>{bytes(file.size)}</span>
      </p>
      {failure ? (
        <>
          <p className={styles.failure} role="alert">
            {failure}
          </p>
          <div className={styles.buttons}>
            {failure !== m.notGpx && (
              <Button size="small" onClick={onAgain}>
                {m.again}
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={onForget}>
              {m.forget}
            </Button>
          </div>
        </>
      ) : (
        <>
          {/* Without a value the bar only moves: how far the server is, is not known yet. */}
          <progress {...(isRead ? {} : { value: sentShare ?? 0 })} aria-label={m.sending(file.name)} />
          <p className={styles.muted}>
            {sentShare === null ? m.stages.waiting : isRead ? m.reading : m.sending(file.name)}
          </p>
        </>
      )}
    </li>
  )
}
