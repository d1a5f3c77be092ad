import type { WorksPhoto } from '@borne/api/contracts/works'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { uploadFile } from '../../platform/api.ts'
import { buttonClass } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import styles from './punch.module.css'
import { punchMessages } from './punch-messages.ts'
import { usePhotoAddress } from './use-photo-address.ts'
import type { VisitPhoto } from './visit-draft.ts'
import { contractQuery } from './works-queries.ts'

/** Photos that stay on the device until what they belong to is sent. */
export interface DevicePhotos {
  readonly photos: readonly VisitPhoto[]
  /** Keeps one. @returns the id that it will have. */
  add(file: File): Promise<string>
}

interface PhotoChoiceProps {
  view: ContractView
  /** Where a new photo goes; absent: to the server at once. */
  device?: DevicePhotos
  chosen: readonly string[]
  onChange(photoIds: readonly string[]): void
}

/** Takes a photo, or one of the last that the contract has; on a phone the camera opens. */
export function PhotoChoice({ view, device, chosen, onChange }: PhotoChoiceProps) {
  const m = useMessages(punchMessages)
  const { percent } = useFormats()
  const id = useId()
  const client = useQueryClient()
  const [share, setShare] = useState<number | null>(null)
  const upload = useMutation({
    mutationFn: (file: File) =>
      uploadFile<WorksPhoto>(
        `/api/works/contracts/${view.contract.id}/photos/${crypto.randomUUID()}`,
        file,
        setShare,
        {},
        'PUT',
      ),
    onSuccess: async (photo) => {
      onChange([...chosen, photo.id])
      await client.invalidateQueries({ queryKey: contractQuery(view.contract.id).queryKey })
    },
    onSettled: () => setShare(null),
  })
  async function take(file: File) {
    if (device) onChange([...chosen, await device.add(file)])
    else upload.mutate(file)
  }
  const toggle = (photoId: string) => (isChosen: boolean) =>
    onChange(isChosen ? [...chosen, photoId] : chosen.filter((other) => other !== photoId))
  const photos = [...view.photos].sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt)).slice(0, 8)
  return (
    <fieldset className={styles.photos}>
      <legend>{m.photo}</legend>
      {device?.photos.map((photo) => (
        <KeptPhoto
          key={photo.id}
          photo={photo}
          isChosen={chosen.includes(photo.id)}
          onChange={toggle(photo.id)}
        />
      ))}
      {photos.map((photo) => (
        <OnePhoto
          key={photo.id}
          address={photo.urls.thumbnail}
          name={photo.caption || photo.viewpoint || m.choosePhoto}
          isChosen={chosen.includes(photo.id)}
          onChange={toggle(photo.id)}
        />
      ))}
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        className="visually-hidden"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void take(file)
          target.value = ''
        }}
      />
      <label htmlFor={id} className={buttonClass('plain', 'small')}>
        {share === null ? m.takePhoto : m.sending(percent(share))}
      </label>
      <FormProblem error={upload.error} />
    </fieldset>
  )
}

interface OnePhotoProps {
  isChosen: boolean
  onChange(isChosen: boolean): void
}

function KeptPhoto({ photo, ...rest }: OnePhotoProps & { photo: VisitPhoto }) {
  return <OnePhoto address={usePhotoAddress(photo.id)} name={photo.fileName} {...rest} />
}

function OnePhoto({
  address,
  name,
  isChosen,
  onChange,
}: OnePhotoProps & { address: string | undefined; name: string }) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={isChosen} onChange={({ target }) => onChange(target.checked)} />
      <img src={address} alt={name} loading="lazy" />
    </label>
  )
}
