import type { MissionInput, TeamPerson } from '@borne/api/contracts/missions'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from './demand.module.css'
import { demandMessages } from './demand-messages.ts'

interface PeopleFieldsProps {
  input: MissionInput
  /** Roles that a rate is known for. */
  roles: readonly string[]
  onChange(input: MissionInput): void
}

/** Who travels, in what role, in which team. */
export function PeopleFields({ input, roles, onChange }: PeopleFieldsProps) {
  const m = useMessages(demandMessages)
  const listId = useId()
  const change = (index: number, patch: Partial<TeamPerson>) =>
    onChange({
      ...input,
      people: input.people.map((person, at) => (at === index ? { ...person, ...patch } : person)),
    })
  return (
    <div className={styles.stack}>
      <p className={styles.muted}>{m.peopleHint}</p>
      <datalist id={listId}>
        {roles.map((role) => (
          <option key={role} value={role} />
        ))}
      </datalist>
      {input.people.map((person, index) => (
        <div key={index} className={styles.person}>
          <input
            aria-label={m.person}
            placeholder={m.person}
            value={person.name}
            onChange={({ target }) => change(index, { name: target.value })}
          />
          <input
            aria-label={m.role}
            placeholder={m.role}
            list={listId}
            value={person.role}
            onChange={({ target }) => change(index, { role: target.value })}
          />
          <input
            aria-label={m.phone}
            placeholder={m.phone}
            type="tel"
            value={person.phone}
            onChange={({ target }) => change(index, { phone: target.value })}
          />
          <select
            aria-label={m.teamOf}
            value={person.teamId ?? ''}
            onChange={({ target }) => change(index, { teamId: target.value || null })}
          >
            <option value="">{m.undecided}</option>
            {input.teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <IconButton
            label={m.removePerson(person.name)}
            tip="before"
            icon={<IconTrash />}
            onClick={() => onChange({ ...input, people: input.people.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <Button
        size="small"
        variant="quiet"
        icon={<IconPlus aria-hidden="true" />}
        className={styles.start ?? ''}
        onClick={() =>
          onChange({
            ...input,
            people: [
              ...input.people,
              { name: '', role: '', phone: '', teamId: input.teams.length === 1 ? input.teams[0]!.id : null },
            ],
          })
        }
      >
        {m.addPerson}
      </Button>
    </div>
  )
}
