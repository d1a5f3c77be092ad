import { Checkbox } from './field.tsx'
import { useFormats } from './formats.ts'
import { defineMessages, useMessages } from './language.tsx'
import styles from './network-options.module.css'
import { DEFAULT_VEHICLE, type RoadStateAsked } from './road-state-choice.tsx'

const messages = defineMessages({
  fr: {
    documented: 'Routes documentées (tracé schématique)',
    documentedHint: 'Longueur publiée, tracé inconnu : dessinées en tirets.',
    presumed: 'Raccords présumés',
    presumedHint: 'Lignes droites à travers les trous de la carte, comptées très lentes.',
    presumedMetres: 'Longueur d’un raccord, au plus',
    crossing: 'Passage par un pays voisin',
    crossingHint: 'Compte les bacs et les routes du Mali et du Sénégal.',
  },
  en: {
    documented: 'Documented roads (schematic line)',
    documentedHint: 'Length published, course unknown: drawn dashed.',
    presumed: 'Presumed connectors',
    presumedHint: 'Straight lines across the holes of the map, counted very slow.',
    presumedMetres: 'Length of a connector, at most',
    crossing: 'Passing through a neighbouring country',
    crossingHint: 'Counts ferries and the roads of Mali and Senegal.',
  },
})

/** The permissions of a question to the road network, as the address holds them: absent = default. */
export interface NetworkChoice {
  crossing?: boolean | undefined
  documented?: boolean | undefined
  presumed?: boolean | undefined
  presumedMetres?: number | undefined
}
/** All that a question to the roads carries. */
export interface RoadQuestion extends NetworkChoice, RoadStateAsked {
  /** Areas to avoid: rings of «lon,lat» separated by «;», areas by «|». */
  avoid?: string | undefined
}
export const DEFAULT_PRESUMED_METRES = 15_000
const LIMITS_METRES = [500, 1000, 2000, 3000, 5000, 10_000, 15_000]

/** The same parameters as a query of the API, defaults written out. */
export function networkParams(choice: RoadQuestion) {
  return {
    date: choice.on,
    vehicle: choice.vehicle ?? DEFAULT_VEHICLE,
    avoid: choice.avoid,
    crossing: choice.crossing ?? false,
    documented: choice.documented ?? true,
    presumed: choice.presumed ?? false,
    presumedMetres: choice.presumedMetres ?? DEFAULT_PRESUMED_METRES,
  }
}

interface NetworkOptionsProps {
  choice: NetworkChoice
  onChange(change: NetworkChoice): void
}

export function NetworkOptions({ choice, onChange }: NetworkOptionsProps) {
  const m = useMessages(messages)
  const { distance } = useFormats()
  const { crossing, documented, presumed, presumedMetres } = networkParams(choice)
  const limits = [...new Set([...LIMITS_METRES, presumedMetres])].sort((a, b) => a - b)
  return (
    <div className={styles.options}>
      <Checkbox
        label={m.documented}
        hint={m.documentedHint}
        checked={documented}
        onChange={(checked) => onChange({ documented: checked ? undefined : false })}
      />
      <Checkbox
        label={m.presumed}
        hint={m.presumedHint}
        checked={presumed}
        onChange={(checked) => onChange({ presumed: checked || undefined })}
      />
      {presumed && (
        <label className={styles.limit}>
          <span>{m.presumedMetres}</span>
          <select
            value={presumedMetres}
            onChange={(event) => onChange({ presumedMetres: Number(event.target.value) })}
          >
            {limits.map((limit) => (
              <option key={limit} value={limit}>
                {distance(limit)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Checkbox
        label={m.crossing}
        hint={m.crossingHint}
        checked={crossing}
        onChange={(checked) => onChange({ crossing: checked || undefined })}
      />
    </div>
  )
}
