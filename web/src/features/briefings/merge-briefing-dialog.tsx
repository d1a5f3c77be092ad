import type { Slide } from '@borne/api/contracts/briefings'
import { useQuery } from '@tanstack/react-query'
import { worksPartiesQuery } from '../../platform/works-parties-query.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { MergeDialog } from '../../ui/merge-dialog.tsx'
import type { SaveStatus } from './briefing-desk.ts'
import type { BriefingDraft } from './briefing-draft.ts'
import { editorMessages } from './editor-messages.ts'
import { type Choices, type MergeSpot, spotKey } from './merge-briefings.ts'
import { useTextIn } from './show/texts.ts'
import { slideWords } from './slide-words.ts'

interface MergeBriefingDialogProps {
  conflict: Extract<SaveStatus, { kind: 'conflict' }>
  mine: BriefingDraft
  onClose(): void
  onSettle(choices: Choices): void
}

/** Two people changed a briefing at once: of what both changed, a person chooses what stays. */
export function MergeBriefingDialog({ conflict, mine, onClose, onSettle }: MergeBriefingDialogProps) {
  const m = useMessages(editorMessages)
  const text = useTextIn()
  const tell = useTeller()
  const label = (spot: MergeSpot): string => {
    if (spot.of === 'briefing') return m.mergeBriefing[spot.field]
    const at = mine.slides.findIndex(({ id }) => id === spot.slideId)
    const slide = mine.slides[at] ?? conflict.theirs.slides.find(({ id }) => id === spot.slideId)
    const title = (slide && text(slide.title)) || m.noTitle
    return `${title} · ${m.mergeFields[spot.field]}`
  }
  return (
    <MergeDialog
      title={m.mergeTitle(text(mine.title) || m.untitled)}
      intro={m.mergeText}
      differences={conflict.clashes.map((spot) => ({
        field: spotKey(spot),
        label: label(spot),
        changedBy: 'both' as const,
        base: tell(conflict.base, spot),
        mine: tell(mine, spot),
        theirs: tell(conflict.theirs, spot),
      }))}
      onMerge={(kept) => {
        onSettle(kept as Choices)
        onClose()
      }}
      onClose={onClose}
    />
  )
}

/** A spot of a draft as lines to read. */
function useTeller() {
  const m = useMessages(editorMessages)
  const text = useTextIn()
  const tellSlide = useSlideTeller()
  const { data: parties } = useQuery(worksPartiesQuery)
  return (draft: BriefingDraft, spot: MergeSpot): string[] => {
    if (spot.of === 'slide')
      return tellSlide(
        draft.slides.find(({ id }) => id === spot.slideId),
        spot.field,
      )
    if (spot.field === 'title') return [draft.title.fr, draft.title.en].filter(Boolean)
    if (spot.field === 'order')
      return draft.slides.map((slide, at) => `${at + 1}. ${text(slide.title) || m.noTitle}`)
    const donor = parties?.donors.find(({ id }) => id === draft.donorId)
    return donor ? [donor.name] : []
  }
}

function useSlideTeller() {
  const m = useMessages(editorMessages)
  const words = useMessages(slideWords)
  const formats = useFormats()
  return (slide: Slide | undefined, field: Extract<MergeSpot, { of: 'slide' }>['field']): string[] => {
    if (field === 'kept') return [slide ? m.isKept : m.isRemoved]
    if (!slide) return []
    const { view, content } = slide
    switch (field) {
      case 'title':
      case 'body':
        return linesOf(`${slide[field].fr}\n${slide[field].en}`)
      case 'notes':
        return linesOf(slide.notes)
      case 'seconds':
        return slide.seconds === null ? [] : [m.seconds(formats.number(slide.seconds))]
      case 'frozenOn':
        return slide.frozenOn === null ? [] : [m.frozen(formats.day(slide.frozenOn))]
      case 'view':
        return view
          ? [
              m.mapAt(formats.position(view.camera.center), formats.number(view.camera.zoom, 1)),
              ...view.layers.map((layer) => words.layers[layer]),
            ]
          : [m.noMap]
      case 'content':
        return content ? [words.kinds[content.kind]] : []
      case 'sources':
        return linesOf(slide.sources.map(({ fr, en }) => fr || en).join('\n'))
    }
  }
}

/** What is written twice is read once. */
function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').filter((line) => line.trim() !== ''))]
}
