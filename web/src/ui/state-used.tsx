import type { StateUsed } from '@borne/api/contracts/roads'
import type { ReactNode } from 'react'
import { type Formats, useFormats } from './formats.ts'
import { defineMessages, plural, useMessages } from './language.tsx'
import { roadWords, useOwnName } from './road-words.ts'
import styles from './state-used.module.css'

type Limit = StateUsed['engine']['limits'][number]
const ENGINE_NAMES = { own: 'Borne', valhalla: 'Valhalla' }

const messages = defineMessages({
  fr: {
    title: 'Calculé pour',
    dry: 'Saison sèche, sans coupures',
    noPhase: 'ni pluies ni crue',
    noClosure: 'aucune coupure en cours',
    unbound: (count: number) =>
      `${count} ${plural('fr', count, 'coupure ne touche', 'coupures ne touchent')} aucune route de ce réseau, et ne ${plural('fr', count, 'change', 'changent')} donc rien.`,
    edits: (count: number) =>
      `${count} ${plural('fr', count, 'correction du réseau', 'corrections du réseau')}`,
    learned: (count: string) => `temps observés sur ${count} tronçons`,
    avoided: (count: number) => `${count} ${plural('fr', count, 'zone évitée', 'zones évitées')}`,
    network: (label: string) => `réseau ${label}`,
    engine: (name: string, limits: string) => `Calculé par ${name}, qui ne tient pas compte de : ${limits}.`,
    limits: {
      season: 'la saison',
      closures: 'les coupures',
      'local-edits': 'les corrections du réseau',
      'vehicle-speeds': 'les vitesses réglées ici',
      'crossing-rule': 'la règle de rester en Mauritanie',
      grades: 'ce que l’on sait de chaque route',
      classes: 'les classes de route',
      causes: 'les causes des coupures',
      'off-road': 'les bouts hors de la route',
      boats: 'les bateaux',
    } as Record<Limit, string>,
  },
  en: {
    title: 'Computed for',
    dry: 'Dry season, without closures',
    noPhase: 'neither rains nor flood',
    noClosure: 'no closure in force',
    unbound: (count: number) =>
      `${count} ${plural('en', count, 'closure touches', 'closures touch')} no road of this network, and so ${plural('en', count, 'changes', 'change')} nothing.`,
    edits: (count: number) => `${count} ${plural('en', count, 'correction', 'corrections')} of the network`,
    learned: (count: string) => `observed times on ${count} stretches`,
    avoided: (count: number) => `${count} ${plural('en', count, 'area', 'areas')} avoided`,
    network: (label: string) => `network ${label}`,
    engine: (name: string, limits: string) => `Computed by ${name}, which leaves out: ${limits}.`,
    limits: {
      season: 'the season',
      closures: 'closures',
      'local-edits': 'corrections of the network',
      'vehicle-speeds': 'the speeds set here',
      'crossing-rule': 'the rule to stay in Mauritania',
      grades: 'what is known of each road',
      classes: 'road classes',
      causes: 'causes of closing',
      'off-road': 'the bits off the road',
      boats: 'boats',
    },
  },
})

/** The state of the roads that an answer used, as short statements: the day, the season, the vehicle, what was counted. */
export function useStateWords(): (state: StateUsed) => string[] {
  const m = useMessages(messages)
  const words = useMessages(roadWords)
  const formats = useFormats()
  const nameOf = useOwnName()
  return (state) => [
    ...(state.date ? dayWords(state, state.date) : [m.dry]),
    nameOf(state.vehicle),
    ...(state.editCount > 0 ? [m.edits(state.editCount)] : []),
    ...(state.learnedEdgeCount > 0 ? [m.learned(formats.number(state.learnedEdgeCount))] : []),
    ...(state.avoidedAreaCount > 0 ? [m.avoided(state.avoidedAreaCount)] : []),
    m.network(state.network.label),
  ]

  function dayWords({ phases, closureCount }: StateUsed, date: Parameters<Formats['day']>[0]): string[] {
    return [
      formats.day(date),
      ...(phases.length > 0 ? phases.map(nameOf) : [m.noPhase]),
      closureCount > 0 ? words.closures(closureCount) : m.noClosure,
    ]
  }
}

/** What every answer of the roads says of itself. `children` go on in the same note: the method, the time it took. */
export function StateUsedNote({ state, children }: { state: StateUsed; children?: ReactNode }) {
  const m = useMessages(messages)
  const tell = useStateWords()
  const { list } = useFormats()
  const { name, limits } = state.engine
  return (
    <div className={styles.note}>
      <p>
        <strong>{m.title}</strong> {tell(state).join(' · ')}
      </p>
      {state.unboundClosureIds.length > 0 && <p>{m.unbound(state.unboundClosureIds.length)}</p>}
      {limits.length > 0 && (
        <p>{m.engine(ENGINE_NAMES[name], list(limits.map((limit) => m.limits[limit])))}</p>
      )}
      {children}
    </div>
  )
}
