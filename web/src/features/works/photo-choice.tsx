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
import { contractQuery } from './works-queries.ts'

interface PhotoChoiceProps {
  view: ContractView
  chosen: readonly string[]
  onChange(photoIds: readonly string[]): void
}

/** Takes a photo, or one of the last that the contract has; on a phone the camera opens. */
export function PhotoChoice({ view, chosen, onChange }: PhotoChoiceProps) {
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
  const photos = [...view.photos].sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt)).slice(0, 8)
  return (
    <fieldset className={styles.photos}>
      <legend>{m.photo}</legend>
      {photos.map((photo) => (
        <label key={photo.id} className={styles.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(photo.id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, photo.id] : chosen.filter((other) => other !== photo.id))
            }
          />
          <img
            src={photo.urls.thumbnail}
            alt={photo.caption || photo.viewpoint || m.choosePhoto}
            loading="lazy"
          />
        </label>
      ))}
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        className="visually-hidden"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) upload.mutate(file)
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
