import type { Slide } from '@borne/api/contracts/briefings'
import {
  IconArrowLeft,
  IconChevronLeft,
  IconChevronRight,
  IconCopy,
  IconMapPin,
  IconTrash,
} from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { formatCamera } from '../../map/camera-address.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { BriefingDesk } from './briefing-desk.ts'
import {
  type BriefingDraft,
  beginSlide,
  changeSlide,
  duplicateSlide,
  insertSlide,
  moveSlide,
  newSlideId,
  removeSlide,
} from './briefing-draft.ts'
import { DonorSelect } from './donor-select.tsx'
import styles from './editor.module.css'
import { editorMessages } from './editor-messages.ts'
import { useTextIn } from './show/texts.ts'
import { SlideForm } from './slide-form.tsx'
import { SlideList } from './slide-list.tsx'
import { LIMITS } from './slide-terms.ts'
import { useMapView } from './use-map-view.ts'

const route = getRouteApi('/briefings/$briefingId')

interface EditorBodyProps {
  desk: BriefingDesk
  draft: BriefingDraft
  isFixed: boolean
}

/** The list of slides, or the form of the one that the address names; side by side where the panel is wide. */
export function EditorBody({ desk, draft, isFixed }: EditorBodyProps) {
  const actions = useSlideActions(desk)
  const { slide: openId } = route.useSearch()
  const open = draft.slides.find(({ id }) => id === openId)
  const openSlide = useOpenSlide()
  useShowCamera(open)
  return (
    <div className={styles.frame}>
      <div className={styles.editor} data-open={open !== undefined || undefined}>
        <div className={styles.listPart}>
          <Details desk={desk} draft={draft} isFixed={isFixed} />
          <SlidesPart
            draft={draft}
            openId={open?.id}
            isFixed={isFixed}
            actions={actions}
            onOpen={openSlide}
          />
        </div>
        {open && (
          <div className={styles.formPart}>
            <SlideBar draft={draft} slide={open} isFixed={isFixed} actions={actions} onOpen={openSlide} />
            <SlideForm
              key={open.id}
              slide={open}
              isFixed={isFixed}
              onChange={(change, of) =>
                desk.change(
                  changeSlide(desk.getState().history.present, open.id, change),
                  of && `${open.id} ${of}`,
                )
              }
            />
          </div>
        )}
      </div>
    </div>
  )
}

function useOpenSlide() {
  const navigate = route.useNavigate()
  return useCallback(
    (slideId: string | undefined) =>
      void navigate({ search: (old) => ({ ...old, slide: slideId }), replace: true }),
    [navigate],
  )
}

/** The map goes where the opened slide looks from; the address tells it. */
function useShowCamera(slide: Slide | undefined) {
  const navigate = route.useNavigate()
  const camera = slide?.view?.camera
  const at = camera && formatCamera(camera)
  useEffect(() => {
    if (at) void navigate({ search: (old) => ({ ...old, at }), replace: true })
  }, [navigate, at])
}

/** What is done to slides; the draft is always the present one, not the one that was drawn. */
function useSlideActions(desk: BriefingDesk) {
  const m = useMessages(editorMessages)
  const text = useTextIn()
  const toast = useToast()
  const takeView = useMapView()
  const openSlide = useOpenSlide()
  const { slide: openId } = route.useSearch()
  const present = () => desk.getState().history.present
  return {
    add() {
      const draft = present()
      if (draft.slides.length >= LIMITS.slides) return
      const slide = beginSlide(newSlideId(draft.slides), takeView(null))
      desk.change(insertSlide(draft, slide, openId))
      openSlide(slide.id)
    },
    move: (slideId: string, position: number) => desk.change(moveSlide(present(), slideId, position)),
    duplicate(slideId: string) {
      const draft = present()
      if (draft.slides.length >= LIMITS.slides) return
      desk.change(duplicateSlide(draft, slideId, newSlideId(draft.slides)))
    },
    remove(slideId: string) {
      const draft = present()
      const at = draft.slides.findIndex(({ id }) => id === slideId)
      const slide = draft.slides[at]
      if (!slide) return
      desk.change(removeSlide(draft, slideId))
      if (openId === slideId) openSlide(undefined)
      toast.show(m.removed(text(slide.title) || m.noTitle), {
        undo: () => desk.change(insertSlide(present(), slide, draft.slides[at - 1]?.id)),
      })
    },
  }
}

type SlideActions = ReturnType<typeof useSlideActions>

function Details({ desk, draft, isFixed }: EditorBodyProps) {
  const m = useMessages(editorMessages)
  const change = (next: Partial<BriefingDraft>, of: string | null) =>
    desk.change({ ...desk.getState().history.present, ...next }, of)
  return (
    <details className={styles.details}>
      <summary>{m.details}</summary>
      <fieldset className={styles.fields} disabled={isFixed}>
        {(['fr', 'en'] as const).map((language) => (
          <Field key={language} label={language === 'fr' ? m.titleFr : m.titleEn}>
            {(control) => (
              <input
                {...control}
                lang={language}
                maxLength={LIMITS.title}
                value={draft.title[language]}
                onChange={(event) =>
                  change(
                    { title: { ...draft.title, [language]: event.target.value } },
                    `briefing ${language}`,
                  )
                }
              />
            )}
          </Field>
        ))}
        <DonorSelect
          label={m.donor}
          donorId={draft.donorId}
          onChange={(donorId) => change({ donorId }, null)}
        />
      </fieldset>
    </details>
  )
}

interface SlidesPartProps {
  draft: BriefingDraft
  openId: string | undefined
  isFixed: boolean
  actions: SlideActions
  onOpen(slideId: string): void
}

function SlidesPart({ draft: { slides }, openId, isFixed, actions, onOpen }: SlidesPartProps) {
  const m = useMessages(editorMessages)
  const formats = useFormats()
  const isFull = slides.length >= LIMITS.slides
  const most = formats.number(LIMITS.slides)
  const add = (
    <Button icon={<IconMapPin aria-hidden="true" />} disabled={isFull} onClick={actions.add}>
      {m.add}
    </Button>
  )
  if (slides.length === 0)
    return (
      <EmptyState title={m.emptyTitle} action={!isFixed && add}>
        {m.emptyText}
      </EmptyState>
    )
  return (
    <section aria-labelledby="slides-title">
      <div className={styles.slidesHead}>
        <h2 id="slides-title">{m.slides}</h2>
        <span className={styles.hint}>{m.counted(formats.number(slides.length), most)}</span>
      </div>
      <SlideList
        slides={slides}
        openId={openId}
        isFixed={isFixed}
        onOpen={onOpen}
        onMove={actions.move}
        onDuplicate={actions.duplicate}
        onRemove={actions.remove}
      />
      {!isFixed && (
        <div className={styles.add}>
          {add}
          <p className={styles.hint}>{isFull ? m.full(most) : m.keys}</p>
        </div>
      )}
    </section>
  )
}

interface SlideBarProps {
  draft: BriefingDraft
  slide: Slide
  isFixed: boolean
  actions: SlideActions
  onOpen(slideId: string | undefined): void
}

/** Where one is among the slides, the way to its neighbours, and what is done with the whole slide. */
function SlideBar({ draft: { slides }, slide, isFixed, actions, onOpen }: SlideBarProps) {
  const m = useMessages(editorMessages)
  const formats = useFormats()
  const at = slides.indexOf(slide)
  const isFull = slides.length >= LIMITS.slides
  return (
    <div className={styles.bar}>
      <Button
        size="small"
        variant="quiet"
        className={styles.toList ?? ''}
        icon={<IconArrowLeft aria-hidden="true" size={16} />}
        onClick={() => onOpen(undefined)}
      >
        {m.toList}
      </Button>
      <IconButton
        label={m.previous}
        icon={<IconChevronLeft />}
        disabled={at === 0}
        onClick={() => onOpen(slides[at - 1]?.id)}
      />
      <span>{m.ofCount(formats.number(at + 1), formats.number(slides.length))}</span>
      <IconButton
        label={m.next}
        icon={<IconChevronRight />}
        tip="below-end"
        disabled={at === slides.length - 1}
        onClick={() => onOpen(slides[at + 1]?.id)}
      />
      {!isFixed && (
        <span className={styles.barEnd}>
          <IconButton
            label={m.duplicate}
            icon={<IconCopy />}
            tip="below-end"
            disabled={isFull}
            onClick={() => actions.duplicate(slide.id)}
          />
          <IconButton
            label={m.remove}
            icon={<IconTrash />}
            tip="below-end"
            onClick={() => actions.remove(slide.id)}
          />
        </span>
      )}
    </div>
  )
}
