import type { Mission, MissionInput } from '@borne/api/contracts/missions'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { thisDay } from '../../ui/days.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import styles from './demand.module.css'
import { DemandForm } from './demand-form.tsx'
import { demandMessages } from './demand-messages.ts'
import { DuePart } from './due-part.tsx'
import { missionsMessages } from './messages.ts'
import { beginMission, lacksOf, nextReference } from './mission-draft.ts'
import own from './missions.module.css'
import { MISSIONS_KEY, missionQuery, missionSettingsQuery, missionsQuery } from './missions-queries.ts'
import { usePlaceNames } from './use-place-names.ts'

const route = getRouteApi('/missions/new')

/** From what is due to a draft: tick, say when and with whom, press once. */
export function PreparePage() {
  const m = useMessages(demandMessages)
  const words = useMessages(missionsMessages)
  const { on = thisDay() } = route.useSearch()
  const settings = useQuery(missionSettingsQuery)
  const missions = useQuery(missionsQuery)
  const nameOf = usePlaceNames(settings.data)
  const [changed, setChanged] = useState<MissionInput | null>(null)
  const { save, input } = useDraft(changed)
  const change = (next: (old: MissionInput) => MissionInput) => input && setChanged(next(changed ?? input))
  const error = settings.error ?? missions.error
  return (
    <Panel
      title={m.title}
      back={
        <Link to="/missions" className={own.back} aria-label={words.back} title={words.back}>
          <IconArrowLeft aria-hidden="true" />
        </Link>
      }
      footer={input && <PrepareFoot input={input} save={save} />}
    >
      {error && !input && (
        <ErrorState
          problem={error}
          what={m.settingsFailed}
          onRetry={() => void Promise.all([settings.refetch(), missions.refetch()])}
        />
      )}
      {!error && !input && <Skeleton lines={10} />}
      {input && settings.data && (
        <>
          <DuePart input={input} on={on} onChange={change} />
          <DemandForm
            input={input}
            settings={settings.data}
            nameOf={nameOf}
            onChange={(next) => setChanged(next)}
          />
          <FormProblem error={save.error} />
        </>
      )}
    </Panel>
  )
}

/** What was typed, else what a mission begins with once the registers have come; and its saving. */
function useDraft(changed: MissionInput | null) {
  const m = useMessages(demandMessages)
  const client = useQueryClient()
  const navigate = route.useNavigate()
  const { data: settings } = useQuery(missionSettingsQuery)
  const { data: missions } = useQuery(missionsQuery)
  const today = thisDay()
  const input =
    changed ??
    (settings && missions
      ? beginMission(
          today,
          nextReference(
            today.slice(0, 4),
            missions.items.map(({ reference }) => reference),
          ),
          m.team,
          settings.vehicles,
          settings.places,
        )
      : null)
  const save = useMutation({
    mutationFn: (draft: MissionInput) => sendJson<Mission>('POST', '/api/missions', draft),
    onSuccess: async (mission) => {
      client.setQueryData(missionQuery(mission.id).queryKey, mission)
      await client.invalidateQueries({ queryKey: [MISSIONS_KEY, 'list'] })
      await navigate({ to: '/missions/$missionId', params: { missionId: mission.id } })
    },
  })
  return { input, save }
}

interface PrepareFootProps {
  input: MissionInput
  save: { mutate(input: MissionInput): void; isPending: boolean }
}

function PrepareFoot({ input, save }: PrepareFootProps) {
  const m = useMessages(demandMessages)
  const formats = useFormats()
  const titled = {
    ...input,
    title: input.title.trim() || m.titleProposed(formats.day(input.from), formats.day(input.until)),
  }
  const lacks = lacksOf(titled)
  return (
    <div className={styles.foot}>
      <ul className={styles.lacks} role="status">
        {lacks.map((lack) => (
          <li key={lack}>{m.lacks[lack]}</li>
        ))}
      </ul>
      <Button
        variant="primary"
        disabled={lacks.length > 0 || save.isPending}
        onClick={() => save.mutate(titled)}
      >
        {save.isPending ? m.saving : m.save}
      </Button>
    </div>
  )
}
