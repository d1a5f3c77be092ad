import type { WorksPhoto } from '@borne/api/contracts/works'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { ContractView } from './contract-view.ts'
import { photoMessages } from './photo-messages.ts'
import { PhotoPair } from './photo-pair.tsx'
import { photoSeries, photoTime, sortByTime } from './photo-pairs.ts'
import styles from './photos.module.css'

/** The photo log: what changed from one viewpoint, and all photos, the newest first. */
export function PhotosTab({ view }: { view: ContractView }) {
  const m = useMessages(photoMessages)
  const photos = view.photos.filter(
    (photo) => photoTime(photo).slice(0, 10) <= view.on && photo.uploadedAt <= view.knownAt,
  )
  if (photos.length === 0) return <EmptyState title={m.none}>{m.noneText}</EmptyState>
  const series = photoSeries(photos)
  return (
    <>
      {series.length > 0 && (
        <PanelSection title={m.pairs}>
          <div className={styles.pairs}>
            {series.map((one) => (
              <PhotoPair key={one.viewpoint} series={one} />
            ))}
          </div>
        </PanelSection>
      )}
      <PanelSection title={m.all}>
        <ul className={styles.grid}>
          {sortByTime(photos)
            .toReversed()
            .map((photo) => (
              <PhotoTile key={photo.id} photo={photo} />
            ))}
        </ul>
      </PanelSection>
    </>
  )
}

function PhotoTile({ photo }: { photo: WorksPhoto }) {
  const m = useMessages(photoMessages)
  const { day } = useFormats()
  const words = [photo.caption, photo.viewpoint].filter(Boolean).join(' · ')
  return (
    <li>
      <a href={photo.urls.large} target="_blank" rel="noreferrer" className={styles.tile}>
        <img
          src={photo.urls.thumbnail}
          alt={words || m.open}
          width={photo.widthPixels}
          height={photo.heightPixels}
          loading="lazy"
        />
        <span>
          {photo.takenAt ? day(photo.takenAt) : m.undated}
          {words && ` · ${words}`}
        </span>
      </a>
    </li>
  )
}
