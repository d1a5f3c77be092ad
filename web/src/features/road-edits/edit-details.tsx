import type { RoadEdit } from '@borne/api/contracts/road-edits'
import { useNavigate } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts } from '../../ui/panel.tsx'
import { Reserved } from '../../ui/reserved.tsx'
import { roadClassWords } from '../../ui/road-class-words.ts'
import { editMessages } from './edit-messages.ts'
import styles from './edits.module.css'
import { useOpenEdit } from './edits-on-map.tsx'
import { useEditWords } from './use-edit-words.ts'
import { useEditDecision } from './use-save-edit.ts'

export function EditFacts({ edit }: { edit: RoadEdit }) {
  const m = useMessages(editMessages)
  const words = useMessages(roadClassWords)
  const formats = useFormats()
  const { validityOf } = useEditWords()
  const told = (when: string, who: string | null) =>
    who ? m.by(formats.instant(when), who) : formats.instant(when)
  return (
    <Facts>
      <Fact label={m.length}>{formats.distance(edit.lengthMetres)}</Fact>
      {edit.kind !== 'remove' && (
        <>
          <Fact label={m.roadClass}>{edit.highway ? words.highways[edit.highway] : '—'}</Fact>
          <Fact label={m.ground}>{edit.ground ? words.grounds[edit.ground] : '—'}</Fact>
        </>
      )}
      <Fact label={m.validity}>{validityOf(edit)}</Fact>
      <Evidence edit={edit} />
      <Fact label={m.proposed}>{told(edit.proposedAt, edit.proposedBy)}</Fact>
      {edit.decidedAt && edit.state !== 'proposed' && (
        <Fact label={m.decided[edit.state]}>{told(edit.decidedAt, edit.decidedBy)}</Fact>
      )}
      {edit.withheld.includes('note') ? (
        <Fact label={m.note}>
          <Reserved why={m.reserved} />
        </Fact>
      ) : (
        edit.note && (
          <Fact label={m.note}>
            <span dir="auto" className={styles.note}>
              {edit.note}
            </span>
          </Fact>
        )
      )}
    </Facts>
  )
}

function Evidence({ edit }: { edit: RoadEdit }) {
  const m = useMessages(editMessages)
  const { number } = useFormats()
  const navigate = useNavigate({ from: '/roads' })
  const { evidence, origin, trackId } = edit
  return (
    <>
      <Fact label={m.origin}>
        {m.origins[origin]}{' '}
        {trackId && (
          <Button
            size="small"
            variant="quiet"
            onClick={() =>
              void navigate({
                search: (old) => ({
                  ...old,
                  part: 'tracks' as const,
                  track: trackId,
                  correction: undefined,
                }),
              })
            }
          >
            {m.seeTrack}
          </Button>
        )}
      </Fact>
      {evidence && (
        <Fact label={m.evidence}>
          {m.evidenceText(evidence.points, evidence.meanKmh === null ? null : number(evidence.meanKmh))}
        </Fact>
      )}
    </>
  )
}

export function EditButtons({ edit }: { edit: RoadEdit }) {
  const m = useMessages(editMessages)
  const navigate = useNavigate({ from: '/roads' })
  const open = useOpenEdit()
  const mayDecide = usePermission('road-edits.decide')
  const { decide, isPending } = useEditDecision(open)
  if (!mayDecide) return null
  const { state } = edit
  return (
    <div className={styles.buttons}>
      {state !== 'accepted' && (
        <Button
          size="small"
          variant={state === 'proposed' ? 'primary' : 'plain'}
          disabled={isPending}
          onClick={() => void decide('accept', edit)}
        >
          {m.accept}
        </Button>
      )}
      {state !== 'rejected' && (
        <Button size="small" disabled={isPending} onClick={() => void decide('reject', edit)}>
          {state === 'accepted' ? m.withdraw : m.reject}
        </Button>
      )}
      <Button
        size="small"
        onClick={() => void navigate({ search: (old) => ({ ...old, edit: true as const }) })}
      >
        {m.edit}
      </Button>
    </div>
  )
}
