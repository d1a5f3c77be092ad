import type { Calendar } from '@borne/api/contracts/road-state'
import type { Exposure } from '@borne/geodata/road-state/types'
import { readNumber } from './vehicle-fields.ts'

/** What may be changed of a calendar. */
export type CalendarSettings = Omit<Calendar, 'id' | 'regime' | 'version' | 'updatedAt'>
type Phase = CalendarSettings['phases'][number]
type Level = Phase['effects'][number]['level']

export interface EffectDraft {
  readonly level: Level
  /** Remaining speed, in per cent. */
  readonly percent: string
}
export interface PhaseDraft {
  readonly key: number
  readonly starts: string
  readonly ends: string
  readonly nameFr: string
  readonly nameEn: string
  readonly effects: Readonly<Partial<Record<Exposure, EffectDraft>>>
  readonly wetsGround: boolean
}
export interface CalendarDraft {
  readonly texts: Readonly<Record<string, string>>
  readonly phases: readonly PhaseDraft[]
}

/** What a calendar of a regime can do to a road; wet ground is a yes or no beside it. */
export const EXPOSURES_OF: Record<Calendar['regime'], readonly Exposure[]> = {
  wadi: ['wadi-on-track', 'wadi-on-road'],
  river: ['flood-plain-track', 'flood-plain-road'],
}

export function draftOfCalendar(calendar: Calendar): CalendarDraft {
  const { nameFr, nameEn, source, reachMetres } = calendar
  return {
    texts: { nameFr, nameEn, source, reachMetres: reachMetres === null ? '' : String(reachMetres) },
    phases: calendar.phases.map(({ effects, ...phase }, key) => ({
      ...phase,
      key,
      effects: Object.fromEntries(
        effects
          .filter(({ on }) => on !== 'wet-ground')
          .map(({ on, level, speedFactor }) => [
            on,
            { level, percent: String(Math.round(speedFactor * 100)) },
          ]),
      ),
      wetsGround: effects.some(({ on }) => on === 'wet-ground'),
    })),
  }
}

/** Paths of fields that keep a draft from being sent. That days exist and phases do not overlap, the server says. */
export function checkCalendar(
  draft: CalendarDraft,
  regime: Calendar['regime'],
): Record<string, 'number' | 'text'> {
  const faults: Record<string, 'number' | 'text'> = {}
  for (const path of ['nameFr', 'nameEn', 'source']) if (!draft.texts[path]?.trim()) faults[path] = 'text'
  if (regime === 'river' && readNumber(draft.texts.reachMetres ?? '') === null) faults.reachMetres = 'number'
  draft.phases.forEach((phase, index) => {
    if (!phase.nameFr.trim()) faults[`phases.${index}.nameFr`] = 'text'
    if (!phase.nameEn.trim()) faults[`phases.${index}.nameEn`] = 'text'
    for (const [on, effect] of Object.entries(phase.effects)) {
      const percent = readNumber(effect.percent)
      const isPassable = effect.level === 'slow' || effect.level === 'four-wheel-drive'
      if (isPassable && (percent === null || percent <= 0 || percent > 100))
        faults[`phases.${index}.effects.${on}`] = 'number'
    }
  })
  return faults
}

export function settingsOfCalendar(draft: CalendarDraft, regime: Calendar['regime']): CalendarSettings {
  const { texts } = draft
  return {
    nameFr: (texts.nameFr ?? '').trim(),
    nameEn: (texts.nameEn ?? '').trim(),
    source: (texts.source ?? '').trim(),
    reachMetres: regime === 'river' ? readNumber(texts.reachMetres ?? '') : null,
    phases: draft.phases.map((phase) => ({
      starts: phase.starts,
      ends: phase.ends,
      nameFr: phase.nameFr.trim(),
      nameEn: phase.nameEn.trim(),
      effects: effectsOf(phase, regime),
    })),
  }
}

export function newPhase(draft: CalendarDraft, names: { fr: string; en: string }): PhaseDraft {
  const key = Math.max(-1, ...draft.phases.map((phase) => phase.key)) + 1
  const start = { starts: '07-01', ends: '07-31' }
  return { key, ...start, nameFr: names.fr, nameEn: names.en, effects: {}, wetsGround: false }
}

function effectsOf(phase: PhaseDraft, regime: Calendar['regime']): Phase['effects'] {
  const effects = EXPOSURES_OF[regime].flatMap((on): Phase['effects'] => {
    const effect = phase.effects[on]
    if (!effect || effect.level === 'open') return []
    const speedFactor = effect.level === 'cut' ? 1 : (readNumber(effect.percent) ?? 100) / 100
    return [{ on, level: effect.level, speedFactor }]
  })
  return phase.wetsGround ? [...effects, { on: 'wet-ground', level: 'open', speedFactor: 1 }] : effects
}
