import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { metresPerPixel, scaleBar } from '../../map/scale.ts'
import { StillPicture } from '../../map/still-picture.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { postMessages } from './post-messages.ts'
import styles from './print-map.module.css'

const ZOOM = 8.2
const BAR_PIXELS = 140

/** On paper only: where the post is in Guidimakha, with scale and north. */
export function PrintMap({ post }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  const formats = useFormats()
  if (!post.position) return null
  const [lon, lat] = post.position
  const bar = scaleBar(lat, ZOOM, BAR_PIXELS)
  const isUnconfirmed = post.positionConfidence === 'unconfirmed'
  const radius = isUnconfirmed ? (post.uncertaintyMetres ?? 0) / metresPerPixel(lat, ZOOM) : 0
  return (
    <figure className={styles.map} dir="ltr">
      <StillPicture camera={{ center: [lon, lat], zoom: ZOOM }} title={m.mapOf(post.name)} />
      {radius > 0 && (
        <span className={styles.circle} style={{ inlineSize: 2 * radius, blockSize: 2 * radius }} />
      )}
      <span className={styles.mark}>
        <StatusMark status={post.physicalStatus} progressPercent={post.progressPercent} size={20} />
      </span>
      <strong className={styles.name}>{isUnconfirmed ? `${post.name} ?` : post.name}</strong>
      <figcaption className={styles.scale}>
        <span>▲ N</span>
        <span className={styles.bar} style={{ inlineSize: bar.pixels }}>
          {formats.number(bar.metres / 1000)} km
        </span>
      </figcaption>
    </figure>
  )
}
