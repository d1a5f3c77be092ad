import { useId, useState } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { photoMessages } from './photo-messages.ts'
import { type PhotoSeries, photoTime } from './photo-pairs.ts'
import styles from './photos.module.css'

/** Two photos of one viewpoint, one over the other; the edge between them moves by pointer and by arrow keys. */
export function PhotoPair({ series: { viewpoint, photos } }: { series: PhotoSeries }) {
  const m = useMessages(photoMessages)
  const { day, percent } = useFormats()
  const id = useId()
  const [edge, setEdge] = useState(50)
  const [earlier, setEarlier] = useState(0)
  const [before, after] = [photos[earlier], photos.at(-1)]
  if (!before || !after) return null
  return (
    <figure className={styles.pair}>
      <div
        className={styles.frame}
        dir="ltr"
        style={{ aspectRatio: `${after.widthPixels} / ${after.heightPixels}` }}
      >
        <img
          src={after.urls.large}
          alt={`${m.after} : ${viewpoint}, ${day(photoTime(after))}`}
          loading="lazy"
        />
        <img
          src={before.urls.large}
          alt={`${m.before} : ${viewpoint}, ${day(photoTime(before))}`}
          loading="lazy"
          style={{ clipPath: `inset(0 ${100 - edge}% 0 0)` }}
        />
        <span className={styles.edge} style={{ left: `${edge}%` }} aria-hidden="true" />
        <input
          id={id}
          type="range"
          min={0}
          max={100}
          value={edge}
          aria-label={m.divide(viewpoint)}
          aria-valuetext={m.shareAfter(percent(edge / 100))}
          onChange={(event) => setEdge(Number(event.target.value))}
        />
      </div>
      <figcaption>
        <strong>{viewpoint}</strong>
        <span className={styles.dates}>
          {photos.length > 2 ? (
            <select
              aria-label={m.choose}
              value={earlier}
              onChange={(event) => setEarlier(Number(event.target.value))}
            >
              {photos.slice(0, -1).map((photo, index) => (
                <option key={photo.id} value={index}>
                  {day(photoTime(photo))}
                </option>
              ))}
            </select>
          ) : (
            day(photoTime(before))
          )}
          <span aria-hidden="true">→</span>
          {day(photoTime(after))}
        </span>
      </figcaption>
    </figure>
  )
}
