import type { Mission } from '@borne/api/contracts/missions'
import type { ConflictPart } from '@borne/geodata/itinerary/find-conflict'
import { fuelStop } from '@borne/geodata/itinerary/fuel-stop'
import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { IconGasStation } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { inputOf } from './mission-draft.ts'
import { planMessages } from './plan-messages.ts'
import { ruleMessages } from './rule-messages.ts'
import { conflictText } from './rule-words.ts'
import { useSaveMission } from './use-save-mission.ts'
import { wayMessages } from './way-messages.ts'

interface FuelStopsProps {
  question: MissionQuestion
  mission: Mission
  conflict: readonly ConflictPart[]
}

/** Where it is only the litres that do not last: a stop for fuel alone, added to the mission by one press. */
export function FuelStops({ question, mission, conflict }: FuelStopsProps) {
  const m = useMessages(wayMessages)
  const plan = useMessages(planMessages)
  const words = useMessages(ruleMessages)
  const save = useSaveMission(mission, m.fuelAdded)
  const stops = conflict.filter((part) => part.kind === 'fuel-stop')
  if (stops.length === 0) return null
  const add = (placeId: string) => {
    const input = inputOf(mission)
    const visit = { ...fuelStop(placeId, `fuel-${crypto.randomUUID()}`), purpose: m.fuelPurpose, reasons: [] }
    save.mutate({ ...input, visits: [...input.visits, { ...visit, hours: [] }] })
  }
  return (
    <>
      <p>{m.fuelText}</p>
      {stops.map((part) => (
        <Button
          key={part.placeId}
          size="small"
          icon={<IconGasStation aria-hidden="true" />}
          disabled={save.isPending}
          onClick={() => add(part.placeId)}
        >
          {save.isPending ? plan.saving : conflictText(question, part, words)}
        </Button>
      ))}
      <FormProblem error={save.error} />
    </>
  )
}
