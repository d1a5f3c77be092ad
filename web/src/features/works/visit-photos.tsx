import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { usePhotoAddress } from './use-photo-address.ts'
import type { Visit } from './use-visit.ts'
import styles from './visit.module.css'
import { VisitCamera } from './visit-camera.tsx'
import type { VisitPhoto } from './visit-draft.ts'
import { visitMessages } from './visit-messages.ts'

/** Photos of the visit: the views that were taken before come first, so that they can be compared. */
export function VisitPhotos({ visit }: { visit: Visit }) {
  const m = useMessages(visitMessages)
  const { day } = useFormats()
  const [viewName, setViewName] = useState('')
  const { draft, viewpoints, change } = visit
  const ofPunches = new Set(draft.punches.map(({ photoId }) => photoId))
  const photos = draft.photos.filter(({ id }) => !ofPunches.has(id))
  const taken = new Set(photos.map(({ viewpoint }) => viewpoint))

  async function take(file: File, viewpoint: string | null) {
    const photo = await visit.addPhoto(file, viewpoint)
    change({ photos: [...draft.photos, photo] })
  }

  return (
    <section className={styles.part}>
      <h2>{m.photos}</h2>
      <div className={styles.thumbs}>
        {photos.map((photo) => (
          <Thumb key={photo.id} photo={photo} onRemove={() => visit.removePhoto(photo.id)} />
        ))}
      </div>
      {viewpoints
        .filter(({ name }) => !taken.has(name))
        .map(({ name, thumbnail, takenAt }) => (
          <VisitCamera
            key={name}
            label={takenAt ? `${name} · ${m.lastTaken(day(takenAt))}` : name}
            picture={<img src={thumbnail} alt="" width={48} height={36} />}
            onTaken={(file) => void take(file, name)}
          />
        ))}
      <Field label={m.viewName}>
        {(control) => (
          <input
            {...control}
            maxLength={80}
            dir="auto"
            value={viewName}
            onChange={(event) => setViewName(event.target.value)}
          />
        )}
      </Field>
      <VisitCamera
        label={m.otherView}
        onTaken={(file) => {
          void take(file, viewName.trim() || null)
          setViewName('')
        }}
      />
    </section>
  )
}

function Thumb({ photo, onRemove }: { photo: VisitPhoto; onRemove(): void }) {
  const m = useMessages(visitMessages)
  const address = usePhotoAddress(photo.id)
  const name = photo.viewpoint ?? photo.fileName
  return (
    <figure>
      {address && <img src={address} alt={m.photoOf(name)} />}
      <figcaption>{name}</figcaption>
      <IconButton label={m.removePhoto} icon={<IconTrash />} tip="above" onClick={onRemove} />
    </figure>
  )
}
