import type { ClosureCause, ClosureEffect } from '@borne/api/contracts/road-state'
import type { ConditionLevel, RoadCause } from '@borne/api/contracts/roads'
import { useFormats } from './formats.ts'
import { defineMessages, plural, useLanguage, useMessages } from './language.tsx'

/** What remains possible on a stretch, worst first: the order of legends and lists. */
export const WORSE_LEVELS = ['cut', 'four-wheel-drive', 'slow'] as const satisfies readonly ConditionLevel[]
export type WorseLevel = (typeof WORSE_LEVELS)[number]

/** Words for the state of the roads, the same on every screen. */
export const roadWords = defineMessages({
  fr: {
    levels: {
      open: 'ouverte',
      slow: 'ralentie',
      'four-wheel-drive': '4×4 seulement',
      cut: 'coupée',
    } as Record<ConditionLevel, string>,
    effects: {
      cut: 'Coupe la route',
      'four-wheel-drive': 'Laisse passer les 4×4',
      slow: 'Ralentit',
    } as Record<ClosureEffect, string>,
    causes: {
      wadi: 'oued en crue',
      river: 'crue du fleuve',
      flood: 'inondation',
      works: 'travaux',
      collapse: 'effondrement',
      security: 'sécurité',
      other: 'autre cause',
    } as Record<ClosureCause, string>,
    closure: (cause: string) => `coupure : ${cause}`,
    edit: 'correction du réseau',
    avoided: 'zone à éviter',
    season: 'saison',
    since: (day: string) => `depuis le ${day}`,
    until: (day: string) => `jusqu’au ${day}`,
    confidence: (share: string) => `confiance ${share}`,
    closures: (count: number) => `${count} ${plural('fr', count, 'coupure en cours', 'coupures en cours')}`,
  },
  en: {
    levels: {
      open: 'open',
      slow: 'slowed',
      'four-wheel-drive': '4×4 only',
      cut: 'cut',
    },
    effects: {
      cut: 'Cuts the road',
      'four-wheel-drive': 'Lets 4×4 pass',
      slow: 'Slows down',
    },
    causes: {
      wadi: 'wadi in flood',
      river: 'flood of the river',
      flood: 'flooding',
      works: 'works',
      collapse: 'collapse',
      security: 'security',
      other: 'other cause',
    },
    closure: (cause: string) => `closure: ${cause}`,
    edit: 'correction of the network',
    avoided: 'area to avoid',
    season: 'season',
    since: (day: string) => `since ${day}`,
    until: (day: string) => `until ${day}`,
    confidence: (share: string) => `confidence ${share}`,
    closures: (count: number) => `${count} ${plural('en', count, 'closure', 'closures')} in force`,
  },
})

interface Named {
  readonly nameFr: string
  readonly nameEn: string
}

/** The name that a vehicle, a calendar or a phase bears in the language of the person. */
export function useOwnName(): (named: Named) => string {
  const { language } = useLanguage()
  return ({ nameFr, nameEn }) => (language === 'en' ? nameEn : nameFr)
}

/** «Pluies au plus fort, depuis le 1er août 2026, jusqu’au 10 sept. 2026»: what closes or slows a stretch. */
export function useCauseWords(): (cause: RoadCause) => string {
  const words = useMessages(roadWords)
  const { language } = useLanguage()
  const { day, percent } = useFormats()
  return (cause) => {
    const name = language === 'en' ? cause.nameEn : cause.nameFr
    const what = {
      season: name ?? words.season,
      closure: words.closure(words.causes[cause.cause ?? 'other']),
      edit: words.edit,
      avoided: words.avoided,
    }[cause.kind]
    return [
      what,
      ...(cause.since ? [words.since(day(cause.since))] : []),
      ...(cause.until ? [words.until(day(cause.until))] : []),
      ...(cause.confidence === null ? [] : [words.confidence(percent(cause.confidence))]),
    ].join(', ')
  }
}
