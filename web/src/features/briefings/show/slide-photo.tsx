import type { PresentedPhoto } from '@borne/api/contracts/briefings'
import { IconPhotoOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import type { Pictures } from './pictures.ts'
import { showMessages } from './show-messages.ts'
import styles from './slide-photo.module.css'
import { SwipeHandle } from './swipe-handle.tsx'
import { useTextIn } from './texts.ts'
import { usePicture } from './use-picture.ts'

/** One photo with its caption. */
export function SlidePhoto({ photo, pictures }: { photo: PresentedPhoto; pictures: Pictures }) {
  return (
    <figure className={styles.photo}>
      <div className={styles.frame}>
        <Picture photo={photo} pictures={pictures} fit="contain" />
      </div>
      <Caption photo={photo} />
    </figure>
  )
}

interface PhotoPairProps {
  before: PresentedPhoto
  after: PresentedPhoto
  pictures: Pictures
}

/** Two photos of one place, one over the other, with the limit under the hand. */
export function PhotoPair({ before, after, pictures }: PhotoPairProps) {
  const m = useMessages(showMessages)
  const { day } = useFormats()
  const [limit, setLimit] = useState(50)
  const side = (word: string, { takenOn }: PresentedPhoto) => (takenOn ? `${word}, ${day(takenOn)}` : word)
  return (
    <figure className={styles.photo}>
      <div className={styles.pair} style={{ aspectRatio: `${after.widthPixels} / ${after.heightPixels}` }}>
        <Picture photo={after} pictures={pictures} fit="cover" />
        <div className={styles.over} style={{ clipPath: `inset(0 ${100 - limit}% 0 0)` }}>
          <Picture photo={before} pictures={pictures} fit="cover" />
        </div>
        <SwipeHandle
          label={m.swipePhotos}
          value={limit}
          onChange={setLimit}
          sides={[side(m.before, before), side(m.after, after)]}
        />
      </div>
      <Caption photo={{ ...after, takenOn: null }} />
    </figure>
  )
}

function Caption({ photo }: { photo: PresentedPhoto }) {
  const m = useMessages(showMessages)
  const textOf = useTextIn()
  const { day } = useFormats()
  const words = [textOf(photo.caption), photo.takenOn && m.takenOn(day(photo.takenOn))].filter(Boolean)
  return words.length === 0 ? null : <figcaption>{words.join(' · ')}</figcaption>
}

interface PictureProps {
  photo: PresentedPhoto
  pictures: Pictures
  fit: 'contain' | 'cover'
}

function Picture({ photo, pictures, fit }: PictureProps) {
  const m = useMessages(showMessages)
  const textOf = useTextIn()
  const { url, hasFailed } = usePicture(pictures, photo.asset)
  if (hasFailed)
    return (
      <p className={styles.none}>
        <IconPhotoOff aria-hidden="true" />
        {m.noPicture}
      </p>
    )
  return (
    <img
      src={url}
      alt={textOf(photo.caption)}
      width={photo.widthPixels}
      height={photo.heightPixels}
      className={styles[fit]}
      draggable={false}
    />
  )
}
