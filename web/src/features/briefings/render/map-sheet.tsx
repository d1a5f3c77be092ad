import type { Presentation, PresentedLogo, PresentedSlide } from '@borne/api/contracts/briefings'
import type { CSSProperties, ReactNode } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import type { Pictures } from '../show/pictures.ts'
import { useTextIn } from '../show/texts.ts'
import { usePicture } from '../show/use-picture.ts'
import styles from './render.module.css'
import { renderMessages } from './render-messages.ts'

interface MapSheetProps {
  presentation: Presentation
  pictures: Pictures
  slide: PresentedSlide
  state: number
  /** The map, with its legend, scale, north and attribution. */
  children: ReactNode
}

/** A map on a sheet of its own: what it shows, of what day, and who is to be named. */
export function MapSheet({ presentation, pictures, slide, state, children }: MapSheetProps) {
  const m = useMessages(renderMessages)
  const textOf = useTextIn()
  const { day } = useFormats()
  const label = textOf(slide.map?.states[state]?.label ?? { fr: '', en: '' })
  const on = slide.isFrozen ? m.frozenOn(day(slide.on)) : m.on(day(slide.on))
  return (
    <div className={styles.sheet}>
      <header>
        <h1>{textOf(slide.title)}</h1>
        <p>{[label, on, slide.isOfArchived ? m.archived : ''].filter(Boolean).join(' · ')}</p>
      </header>
      <div className={styles.map}>{children}</div>
      <footer>
        {presentation.isDemonstration && <strong className={styles.mark}>{m.demonstration}</strong>}
        <p>{[...slide.sources, ...presentation.credits].map(textOf).filter(Boolean).join(' · ')}</p>
        {presentation.logos.map((logo) => (
          <Logo key={logo.asset} logo={logo} pictures={pictures} />
        ))}
      </footer>
    </div>
  )
}

function Logo({ logo, pictures }: { logo: PresentedLogo; pictures: Pictures }) {
  const textOf = useTextIn()
  const { url } = usePicture(pictures, logo.asset)
  const size = { '--share': logo.scale, aspectRatio: `${logo.widthPixels} / ${logo.heightPixels}` }
  return <img src={url} alt={textOf(logo.donor)} style={size as CSSProperties} />
}
