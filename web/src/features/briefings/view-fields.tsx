import type { SlideLayer, SlideView } from '@borne/api/contracts/briefings'
import { IconExternalLink, IconMapPin, IconTrash } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { formatCamera } from '../../map/camera-address.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { CoverageFields, MissionField } from './coverage-fields.tsx'
import styles from './editor.module.css'
import type { PartProps } from './slide-form.tsx'
import { slideMessages } from './slide-messages.ts'
import { MOVES, type Move, SLIDE_LAYERS } from './slide-terms.ts'
import { slideWords } from './slide-words.ts'
import { useMapView } from './use-map-view.ts'
import { PostFields, TimeFields } from './view-more-fields.tsx'

/** The saved view of a slide: where the camera stands, what is drawn, and how one comes there. */
export function ViewFields({ slide, onChange }: PartProps) {
  const m = useMessages(slideMessages)
  const takeView = useMapView()
  const { view } = slide
  const change = (next: Partial<SlideView>, of: string | null = null) =>
    view && onChange({ view: { ...view, ...next } }, of)
  return (
    <PanelSection
      title={m.map}
      actions={
        view && (
          <Button
            size="small"
            variant="quiet"
            icon={<IconTrash aria-hidden="true" size={16} />}
            onClick={() => onChange({ view: null }, null)}
          >
            {m.removeMap}
          </Button>
        )
      }
    >
      {view === null ? (
        <div className={styles.fields}>
          <p className={styles.hint}>{m.noMap}</p>
          <Button
            icon={<IconMapPin aria-hidden="true" />}
            onClick={() => onChange({ view: takeView(null) }, null)}
          >
            {m.takeView}
          </Button>
        </div>
      ) : (
        <div className={styles.fields}>
          <CameraNote view={view} onTake={() => onChange({ view: takeView(view) }, null)} />
          <LayerChecks view={view} onChange={change} />
          {view.layers.includes('coverage') && <CoverageFields view={view} onChange={change} />}
          {view.layers.includes('mission') && <MissionField view={view} onChange={change} />}
          <PostFields view={view} onChange={change} />
          <Field label={m.move}>
            {(control) => (
              <select
                {...control}
                value={view.move}
                onChange={(event) => change({ move: event.target.value as Move })}
              >
                {MOVES.map((move) => (
                  <option key={move} value={move}>
                    {m.moves[move]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TimeFields view={view} onChange={change} />
        </div>
      )}
    </PanelSection>
  )
}

export interface ViewPartProps {
  view: SlideView
  onChange(next: Partial<SlideView>, of?: string | null): void
}

/** Whether the map beside the form still shows the view, and the ways from one to the other. */
function CameraNote({ view, onTake }: { view: SlideView; onTake(): void }) {
  const m = useMessages(slideMessages)
  const at = useSearch({ strict: false, select: (search) => search.at })
  const navigate = useNavigate()
  const own = formatCamera(view.camera)
  const isElsewhere = at !== undefined && at !== own
  return (
    <>
      {isElsewhere && <p className={styles.hint}>{m.elsewhere}</p>}
      <div className={styles.buttons}>
        <Button size="small" icon={<IconMapPin aria-hidden="true" size={16} />} onClick={onTake}>
          {m.takeView}
        </Button>
        {isElsewhere && (
          <Button
            size="small"
            onClick={() => void navigate({ to: '.', search: (old) => ({ ...old, at: own }), replace: true })}
          >
            {m.backToView}
          </Button>
        )}
        {view.href && (
          <a href={view.href} target="_blank" rel="noreferrer" className={buttonClass('quiet', 'small')}>
            <IconExternalLink aria-hidden="true" size={16} />
            {m.openInApp}
          </a>
        )}
      </div>
    </>
  )
}

function LayerChecks({ view, onChange }: ViewPartProps) {
  const m = useMessages(slideMessages)
  const words = useMessages(slideWords)
  const toggle = (layer: SlideLayer) => (isShown: boolean) => {
    const layers = SLIDE_LAYERS.filter((each) => (each === layer ? isShown : view.layers.includes(each)))
    const begins = layer === 'coverage' && isShown && !view.coverage
    onChange({
      layers: [...layers],
      ...(begins && { coverage: { minutes: 60, date: null, includeUnconfirmed: false } }),
    })
  }
  return (
    <fieldset className={styles.checks}>
      <legend>{m.layers}</legend>
      {SLIDE_LAYERS.map((layer) => (
        <Checkbox
          key={layer}
          label={words.layers[layer]}
          checked={view.layers.includes(layer)}
          onChange={toggle(layer)}
        />
      ))}
    </fieldset>
  )
}
