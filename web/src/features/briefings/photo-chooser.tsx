import type { PhotoRef } from '@borne/api/contracts/briefings'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { contractChoicesQuery, postPhotosQuery, worksPhotosQuery } from './briefings-queries.ts'
import styles from './editor.module.css'
import { slideMessages } from './slide-messages.ts'

interface PhotoChooserProps {
  label: string
  chosen: PhotoRef | null
  onChoose(photo: PhotoRef): void
}

/** A photo of a post or of works: first whose, then which. */
export function PhotoChooser({ label, chosen, onChoose }: PhotoChooserProps) {
  const m = useMessages(slideMessages)
  const [isOpen, setIsOpen] = useState(chosen === null)
  const [place, setPlace] = useState('')
  const posts = useQuery(borderPostsQuery)
  const works = useQuery(contractChoicesQuery)
  const withPhotos = posts.data?.features.filter(({ properties }) => properties.photoCount !== 0)
  if (!isOpen && chosen)
    return (
      <div className={styles.chosen}>
        <strong>{label}</strong> {m.chosenPhoto}{' '}
        <Button size="small" onClick={() => setIsOpen(true)}>
          {m.change}
          <span className="visually-hidden"> : {label}</span>
        </Button>
      </div>
    )
  const [of, id] = place.split(' ') as [PhotoRef['of'] | '', string?]
  return (
    <div className={styles.inset}>
      <Field label={`${label} : ${m.photosOf}`}>
        {(control) => (
          <select {...control} value={place} onChange={(event) => setPlace(event.target.value)}>
            <option value="">{m.choosePlace}</option>
            <optgroup label={m.post}>
              {withPhotos?.map((post) => (
                <option key={post.id} value={`post ${post.id}`}>
                  {post.properties.name}
                </option>
              ))}
            </optgroup>
            <optgroup label={m.works}>
              {works.data?.items.map((contract) => (
                <option key={contract.id} value={`works ${contract.id}`}>
                  {contract.reference} · {contract.title}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
      {of && id && (
        <PhotoGrid
          key={place}
          of={of}
          id={id}
          chosenId={chosen?.id}
          onChoose={(photoId) => {
            onChoose({ of, id: photoId })
            setIsOpen(false)
          }}
        />
      )}
    </div>
  )
}

interface PhotoGridProps {
  of: PhotoRef['of']
  /** Of the post or the contract. */
  id: string
  chosenId: string | undefined
  onChoose(photoId: string): void
}

function PhotoGrid({ of, id, chosenId, onChoose }: PhotoGridProps) {
  const m = useMessages(slideMessages)
  const formats = useFormats()
  const ofPost = useQuery({ ...postPhotosQuery(id), enabled: of === 'post' })
  const ofWorks = useQuery({ ...worksPhotosQuery(id), enabled: of === 'works' })
  const { error, refetch } = of === 'post' ? ofPost : ofWorks
  const photos = of === 'post' ? ofPost.data?.photos : ofWorks.data?.photos
  if (error && !photos)
    return <ErrorState problem={error} what={m.photosFailed} onRetry={() => void refetch()} />
  if (!photos) return <Skeleton lines={2} />
  if (photos.length === 0) return <p className={styles.hint}>{m.noPhotos}</p>
  return (
    <ul className={styles.photos}>
      {photos.map((photo) => {
        const day = photo.takenAt ? formats.day(photo.takenAt.slice(0, 10)) : m.unknownDay
        return (
          <li key={photo.id}>
            <button
              type="button"
              aria-pressed={photo.id === chosenId}
              aria-label={m.photoOf(day, photo.caption)}
              title={m.photoOf(day, photo.caption)}
              onClick={() => onChoose(photo.id)}
            >
              <img src={photo.urls.thumbnail} alt="" loading="lazy" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
