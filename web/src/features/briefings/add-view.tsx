import type { Briefing, Slide } from '@borne/api/contracts/briefings'
import { IconBookmarkPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { ApiProblem, reasonOf, sendJson } from '../../platform/api.ts'
import { useSignedIn } from '../../platform/session-query.ts'
import { IconButton } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { addViewMessages } from './add-view-messages.ts'
import { beginSlide, newSlideId } from './briefing-draft.ts'
import { BRIEFINGS_KEY, briefingQuery, getBriefing } from './briefings-queries.ts'
import { lastBriefing, noteBriefing } from './last-briefing.ts'
import { textIn } from './show/texts.ts'
import { LIMITS } from './slide-terms.ts'
import { type SeenAddress, viewOfAddress } from './view-of-address.ts'

const ChooseBriefing = lazy(async () => ({
  default: (await import('./choose-briefing.tsx')).ChooseBriefing,
}))

interface AddViewProps {
  /** What the page shows now. */
  see(): Promise<SeenAddress>
}

/** «Add this view»: what the page shows becomes the last slide of the briefing used last, or of one that is asked for. */
export function AddView({ see }: AddViewProps) {
  const m = useMessages(addViewMessages)
  const { language } = useLanguage()
  const accountId = useSignedIn()?.accountId ?? ''
  const [asked, setAsked] = useState<Slide>()
  const append = useAppendSlide()

  async function capture(): Promise<Slide> {
    const title = document.title.replace(/ · Borne$/, '').slice(0, LIMITS.title)
    const seen = viewOfAddress(await see())
    return { ...beginSlide(newSlideId([]), null), ...seen, title: { fr: '', en: '', [language]: title } }
  }
  async function add() {
    const slide = await capture()
    const briefingId = lastBriefing(accountId)
    if (!briefingId || (await append(briefingId, slide)) === 'gone') setAsked(slide)
  }
  useShortcut('v', () => void add())
  useShortcut('V', () => void capture().then(setAsked))
  return (
    <>
      <IconButton
        label={m.add}
        shortcut="V"
        icon={<IconBookmarkPlus />}
        tip="below-end"
        onClick={() => void add()}
      />
      <Suspense fallback={null}>
        {asked && (
          <ChooseBriefing
            onChoose={(briefingId) => {
              setAsked(undefined)
              void append(briefingId, asked)
            }}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Suspense>
    </>
  )
}

/** Appends to the briefing as the server has it. `gone`: it is no longer there, archived or full, and another one must be chosen. */
function useAppendSlide() {
  const m = useMessages(addViewMessages)
  const { language } = useLanguage()
  const formats = useFormats()
  const accountId = useSignedIn()?.accountId ?? ''
  const client = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()

  function take(briefing: Briefing) {
    client.setQueryData(briefingQuery(briefing.id).queryKey, briefing)
    void client.invalidateQueries({ queryKey: [BRIEFINGS_KEY, 'list'] })
  }
  async function remove(briefingId: string, slideId: string) {
    try {
      const { title, donorId, slides, version } = await getBriefing(briefingId)
      const left = slides.filter(({ id }) => id !== slideId)
      take(
        await sendJson<Briefing>('PUT', `/api/briefings/${briefingId}`, {
          title,
          donorId,
          slides: left,
          version,
        }),
      )
      toast.show(m.removed)
    } catch (error) {
      toast.show(m.failed(reasonOf(error)))
    }
  }
  return async (briefingId: string, slide: Slide): Promise<'added' | 'gone' | 'refused'> => {
    try {
      const briefing = await sendJson<Briefing>('POST', `/api/briefings/${briefingId}/slides`, { slide })
      noteBriefing({ accountId, briefingId })
      take(briefing)
      toast.show(
        m.added(textIn(briefing.title, language) || m.untitled, formats.number(briefing.slides.length)),
        {
          next: {
            label: m.open,
            run: () =>
              void navigate({
                to: '/briefings/$briefingId',
                params: { briefingId },
                search: { slide: slide.id },
              }),
          },
          undo: () => void remove(briefingId, slide.id),
        },
      )
      return 'added'
    } catch (error) {
      const code = error instanceof ApiProblem ? error.problem.code : ''
      if (!GONE.has(code)) toast.show(m.failed(reasonOf(error)))
      return GONE.has(code) || code === 'briefing-too-many-slides' ? 'gone' : 'refused'
    }
  }
}

const GONE = new Set(['briefing-not-found', 'briefing-archived'])
