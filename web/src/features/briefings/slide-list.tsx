import type { Slide } from '@borne/api/contracts/briefings'
import {
  IconChartBar,
  IconGripVertical,
  IconMap,
  IconNotes,
  IconNumbers,
  IconPhoto,
  IconSnowflake,
  IconTable,
} from '@tabler/icons-react'
import { Fragment, type KeyboardEvent, type ReactNode } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './editor.module.css'
import { editorMessages } from './editor-messages.ts'
import { useTextIn } from './show/texts.ts'
import { slideWords } from './slide-words.ts'
import { useSlideDrag } from './use-slide-drag.ts'

const KIND_ICONS = {
  figures: IconNumbers,
  chart: IconChartBar,
  table: IconTable,
  photo: IconPhoto,
  'photo-pair': IconPhoto,
} as const

interface SlideListProps {
  slides: readonly Slide[]
  openId: string | undefined
  isFixed: boolean
  onOpen(slideId: string): void
  onMove(slideId: string, position: number): void
  onDuplicate(slideId: string): void
  onRemove(slideId: string): void
}

/** The slides in their order; each is opened, dragged, and moved by keys. */
export function SlideList(props: SlideListProps) {
  const { slides, isFixed, onMove } = props
  const m = useMessages(editorMessages)
  const { drag, handleProps } = useSlideDrag(onMove)
  const others = slides.filter(({ id }) => id !== drag?.slideId)
  const isMarked = (slide: Slide) => drag !== null && others[drag.position]?.id === slide.id
  const isLastMarked = drag !== null && drag.position >= others.length
  return (
    <ol className={styles.slides} aria-label={m.slideList}>
      {slides.map((slide, index) => (
        <SlideRow
          key={slide.id}
          {...props}
          slide={slide}
          index={index}
          isDragged={drag?.slideId === slide.id}
          mark={isMarked(slide) ? 'before' : isLastMarked && slide === others.at(-1) ? 'after' : undefined}
          handleProps={isFixed ? {} : handleProps(slide.id)}
        />
      ))}
    </ol>
  )
}

interface SlideRowProps extends SlideListProps {
  slide: Slide
  index: number
  isDragged: boolean
  mark: 'before' | 'after' | undefined
  handleProps: Partial<ReturnType<ReturnType<typeof useSlideDrag>['handleProps']>>
}

function SlideRow(props: SlideRowProps) {
  const { slide, index, openId, isFixed, isDragged, mark, handleProps, onOpen } = props
  const m = useMessages(editorMessages)
  const formats = useFormats()
  const title = useTextIn()(slide.title) || m.noTitle
  const number = formats.number(index + 1)
  const onKeyDown = (event: KeyboardEvent) => actOnKey(event, props)
  return (
    <li
      className={styles.slide}
      data-slide={slide.id}
      data-open={slide.id === openId || undefined}
      data-dragged={isDragged || undefined}
      data-drop={mark}
    >
      {!isFixed && (
        <button
          type="button"
          className={styles.grip}
          aria-label={m.move(number, title)}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          title={m.moveHint}
          onKeyDown={onKeyDown}
          {...handleProps}
        >
          <IconGripVertical aria-hidden="true" size={16} />
        </button>
      )}
      <button
        type="button"
        className={styles.slideOpen}
        aria-current={slide.id === openId || undefined}
        data-focus={slide.id}
        onClick={() => onOpen(slide.id)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.slideNumber}>{number}</span>
        <span className={styles.slideTitle}>{title}</span>
        <SlideMarks slide={slide} />
      </button>
    </li>
  )
}

/** Arrows go from row to row, with Alt they take the slide along. */
function actOnKey(event: KeyboardEvent, { slides, slide, index, ...props }: SlideRowProps): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  const isControl = event.ctrlKey || event.metaKey
  const next = slides[index + step]
  if (step !== 0 && event.altKey && !props.isFixed) {
    props.onMove(slide.id, index + step)
    const { currentTarget } = event
    // The row is put elsewhere in the document, and would lose the focus there.
    requestAnimationFrame(() => (currentTarget as HTMLElement).focus())
  } else if (step !== 0 && next) focusSlide(next.id)
  else if (event.key === 'Delete' && !props.isFixed) {
    props.onRemove(slide.id)
    const neighbour = slides[index + 1] ?? slides[index - 1]
    if (neighbour) focusSlide(neighbour.id)
  } else if (event.key === 'd' && isControl && !props.isFixed) props.onDuplicate(slide.id)
  else return
  event.preventDefault()
}

function focusSlide(slideId: string): void {
  document.querySelector<HTMLElement>(`[data-focus="${slideId}"]`)?.focus()
}

function SlideMarks({ slide: { view, content, frozenOn, notes, seconds } }: { slide: Slide }) {
  const m = useMessages(editorMessages)
  const words = useMessages(slideWords)
  const formats = useFormats()
  const Kind = content && KIND_ICONS[content.kind]
  const marks: [string, ReactNode][] = []
  if (view) marks.push([m.hasMap, <IconMap key="map" aria-hidden="true" size={15} />])
  if (content && Kind)
    marks.push([words.kinds[content.kind], <Kind key="kind" aria-hidden="true" size={15} />])
  if (frozenOn)
    marks.push([m.frozen(formats.day(frozenOn)), <IconSnowflake key="frozen" aria-hidden="true" size={15} />])
  if (notes) marks.push([m.hasNotes, <IconNotes key="notes" aria-hidden="true" size={15} />])
  return (
    <span className={styles.marks}>
      {marks.map(([label, icon]) => (
        <Fragment key={label}>
          <span title={label}>{icon}</span>
          <span className="visually-hidden">{label}</span>
        </Fragment>
      ))}
      {seconds !== null && <span>{m.seconds(formats.number(seconds))}</span>}
    </span>
  )
}
