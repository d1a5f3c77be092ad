import type { PostPhoto } from '@borne/api/contracts/posts'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts } from '../../ui/panel.tsx'
import { photoMessages } from './photo-messages.ts'
import styles from './post-photos.module.css'

interface PhotoViewerProps {
  photos: readonly PostPhoto[]
  photo: PostPhoto
  canRemove: boolean
  /** Nothing closes the viewer. */
  onShow(photoId: string | undefined): void
  onRemove(): void
}

/** One photo, large, with what its file told; arrows go to the next. */
export function PhotoViewer({ photos, photo, canRemove, onShow, onRemove }: PhotoViewerProps) {
  const p = useMessages(photoMessages)
  const at = photos.indexOf(photo)

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0
    const next = photos[at + step]
    if (step !== 0 && next) onShow(next.id)
  }

  return (
    <Dialog
      isOpen
      isWide
      title={photo.caption || p.photo(at + 1, photos.length)}
      onClose={() => onShow(undefined)}
      footer={
        canRemove && (
          <Button variant="danger" onClick={onRemove}>
            {p.remove}
          </Button>
        )
      }
    >
      <figure className={styles.figure} onKeyDown={onKeyDown}>
        <div className={styles.stage}>
          <img
            src={photo.urls.large}
            alt={photo.caption || p.noCaption}
            width={photo.widthPixels}
            height={photo.heightPixels}
          />
          {photos.length > 1 && <PhotoSteps photos={photos} at={at} onShow={onShow} />}
        </div>
        <figcaption>
          <PhotoFacts photo={photo} />
        </figcaption>
      </figure>
    </Dialog>
  )
}

interface PhotoStepsProps {
  photos: readonly PostPhoto[]
  at: number
  onShow(photoId: string | undefined): void
}

function PhotoSteps({ photos, at, onShow }: PhotoStepsProps) {
  const p = useMessages(photoMessages)
  return (
    <div className={styles.steps}>
      <IconButton
        label={p.previous}
        icon={<IconChevronLeft />}
        tip="above"
        disabled={at === 0}
        onClick={() => onShow(photos[at - 1]?.id)}
      />
      <span>{p.photo(at + 1, photos.length)}</span>
      <IconButton
        label={p.next}
        icon={<IconChevronRight />}
        tip="above-end"
        disabled={at === photos.length - 1}
        onClick={() => onShow(photos[at + 1]?.id)}
      />
    </div>
  )
}

function PhotoFacts({ photo }: { photo: PostPhoto }) {
  const p = useMessages(photoMessages)
  const formats = useFormats()
  return (
    <Facts>
      <Fact label={p.taken}>{photo.takenAt ? formats.instant(photo.takenAt) : p.unknownTime}</Fact>
      <Fact label={p.takenAt}>
        {photo.takenPosition ? formats.position(photo.takenPosition) : p.unknownPlace}
        {photo.takenDistanceMetres !== null &&
          ` · ${p.fromPost(formats.distance(photo.takenDistanceMetres))}`}
      </Fact>
      <Fact label={p.uploaded}>{formats.instant(photo.uploadedAt)}</Fact>
      <Fact label={p.size}>
        {formats.number(photo.widthPixels)} × {formats.number(photo.heightPixels)}
      </Fact>
    </Facts>
  )
}
