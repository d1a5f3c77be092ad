import type { PresentedLogo, PresentedSlide } from '@borne/api/contracts/briefings'
import { IconArchive, IconSnowflake } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import type { Pictures } from './pictures.ts'
import { showMessages } from './show-messages.ts'
import type { ShowSource } from './show-source.ts'
import { useContentSources } from './slide-content.tsx'
import styles from './slide-foot.module.css'
import { useTextIn } from './texts.ts'
import { usePicture } from './use-picture.ts'

interface SlideFootProps {
  slide: PresentedSlide
  source: ShowSource
  /** Larger: the first and the last slide name who pays. */
  isTitle?: boolean
}

/** Under every slide: who pays, who is to be named, of what day it tells, and where its figures come from. */
export function SlideFoot({ slide, source, isTitle = false }: SlideFootProps) {
  const textOf = useTextIn()
  const { presentation, pictures } = source
  const { logos, credits } = presentation
  return (
    <footer className={styles.foot} data-title={isTitle || undefined}>
      {logos.length > 0 && (
        <div className={styles.logos}>
          {logos.map((logo) => (
            <Logo key={logo.asset} logo={logo} pictures={pictures} />
          ))}
        </div>
      )}
      <p className={styles.credits}>{credits.map(textOf).filter(Boolean).join(' · ')}</p>
      <SlideMarks slide={slide} />
    </footer>
  )
}

function Logo({ logo, pictures }: { logo: PresentedLogo; pictures: Pictures }) {
  const m = useMessages(showMessages)
  const textOf = useTextIn()
  const { url } = usePicture(pictures, logo.asset)
  return (
    <img
      src={url}
      alt={m.logo(textOf(logo.donor))}
      style={
        { '--share': logo.scale, aspectRatio: `${logo.widthPixels} / ${logo.heightPixels}` } as CSSProperties
      }
    />
  )
}

/** Of what day a slide tells, whether it is frozen, and whether it shows something that is archived. */
export function SlideMarks({ slide }: { slide: PresentedSlide }) {
  const m = useMessages(showMessages)
  const textOf = useTextIn()
  const { day } = useFormats()
  const sources = [...new Set([...slide.sources.map(textOf), ...useContentSources(slide.content)])].filter(
    Boolean,
  )
  return (
    <div className={styles.marks}>
      {slide.isOfArchived && (
        <p className={styles.mark}>
          <IconArchive aria-hidden="true" />
          {m.archived}
        </p>
      )}
      <p className={slide.isFrozen ? styles.mark : styles.on}>
        {slide.isFrozen && <IconSnowflake aria-hidden="true" />}
        {slide.isFrozen ? m.frozenOn(day(slide.on)) : m.liveOn(day(slide.on))}
      </p>
      {sources.length > 0 && (
        <p className={styles.sources} title={sources.join(' · ')}>
          {m.sources} {sources.join(' · ')}
        </p>
      )}
    </div>
  )
}
