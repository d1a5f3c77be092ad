import type { MissionInput, Vehicle } from '@borne/api/contracts/missions'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './demand.module.css'
import { demandMessages } from './demand-messages.ts'
import { addTeam, placeVehicle, removeTeam } from './mission-draft.ts'

interface TeamFieldsProps {
  input: MissionInput
  vehicles: readonly Vehicle[]
  onChange(input: MissionInput): void
}

/** Which vehicles drive together; a vehicle is in one team. */
export function TeamFields({ input, vehicles, onChange }: TeamFieldsProps) {
  const m = useMessages(demandMessages)
  const formats = useFormats()
  const usable = vehicles.filter(
    ({ id, isArchived }) => !isArchived || input.teams.some(({ vehicleIds }) => vehicleIds.includes(id)),
  )
  return (
    <div className={styles.stack}>
      {usable.length === 0 && (
        <p className={styles.muted}>
          {m.noVehicles}{' '}
          <Link to="/missions/settings" search={{ part: 'vehicles' }}>
            {m.toSettings}
          </Link>
        </p>
      )}
      {input.teams.map((team) => (
        <fieldset key={team.id} className={styles.team}>
          <legend className="visually-hidden">{team.name}</legend>
          <div className={styles.teamHead}>
            <Field label={m.teamName}>
              {(control) => (
                <input
                  {...control}
                  value={team.name}
                  maxLength={200}
                  onChange={({ target }) =>
                    onChange({
                      ...input,
                      teams: input.teams.map((each) =>
                        each.id === team.id ? { ...each, name: target.value } : each,
                      ),
                    })
                  }
                />
              )}
            </Field>
            {input.teams.length > 1 && (
              <IconButton
                label={m.removeTeam(team.name)}
                tip="before"
                icon={<IconTrash />}
                onClick={() => onChange(removeTeam(input, team.id))}
              />
            )}
          </div>
          {usable.map((vehicle) => (
            <Checkbox
              key={vehicle.id}
              label={
                <>
                  {vehicle.name}{' '}
                  <span className={styles.muted}>
                    {vehicle.registration} · {m.seats(formats.number(vehicle.seats))}
                    {vehicle.state !== 'ready' && ` · ${m.vehicleStates[vehicle.state]}`}
                  </span>
                </>
              }
              checked={team.vehicleIds.includes(vehicle.id)}
              onChange={(isIn) => onChange(placeVehicle(input, vehicle.id, isIn ? team.id : null))}
            />
          ))}
          <Checkbox
            label={m.escort}
            checked={team.hasEscort}
            onChange={(hasEscort) =>
              onChange({
                ...input,
                teams: input.teams.map((each) => (each.id === team.id ? { ...each, hasEscort } : each)),
              })
            }
          />
        </fieldset>
      ))}
      <Button
        size="small"
        variant="quiet"
        icon={<IconPlus aria-hidden="true" />}
        className={styles.start ?? ''}
        onClick={() => onChange(addTeam(input, m.team))}
      >
        {m.addTeam}
      </Button>
    </div>
  )
}
