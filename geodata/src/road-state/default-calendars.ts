import type { SeasonCalendar } from './types.ts'

/*
 * Two regimes, independent of each other: the wadis come with the rains and are gone days after them; the Senegal river
 * peaks weeks later, with the water of the upper basin. Sources name months and single years, no dates by place: the
 * days and the effects below are assumptions to be replaced by what the sub-office observes.
 */

const WADIS: SeasonCalendar = {
  id: 'wadi',
  regime: 'wadi',
  nameFr: 'Oueds (saison des pluies)',
  nameEn: 'Wadis (rains)',
  source:
    'Route M’Bout–Sélibaby coupée « des semaines » par les oueds (secheresse.info) ; Sélibaby sous l’eau après 40 mm, goudron détruit en août 2019 (lecalame.info). Premiers et derniers jours, niveaux et facteurs : hypothèse, pluies du Sahel de juillet à septembre, au plus fort en août.',
  reachMetres: null,
  phases: [
    {
      starts: '07-01',
      ends: '07-31',
      nameFr: 'Premières pluies',
      nameEn: 'First rains',
      effects: [
        { on: 'wadi-on-track', level: 'four-wheel-drive', speedFactor: 0.5 },
        { on: 'wadi-on-road', level: 'slow', speedFactor: 0.7 },
        { on: 'wet-ground', level: 'open', speedFactor: 1 },
      ],
    },
    {
      starts: '08-01',
      ends: '09-10',
      nameFr: 'Pluies au plus fort',
      nameEn: 'Height of the rains',
      effects: [
        { on: 'wadi-on-track', level: 'cut', speedFactor: 1 },
        { on: 'wadi-on-road', level: 'four-wheel-drive', speedFactor: 0.5 },
        { on: 'wet-ground', level: 'open', speedFactor: 1 },
      ],
    },
    {
      starts: '09-11',
      ends: '09-30',
      nameFr: 'Dernières pluies',
      nameEn: 'Last rains',
      effects: [
        { on: 'wadi-on-track', level: 'four-wheel-drive', speedFactor: 0.5 },
        { on: 'wadi-on-road', level: 'slow', speedFactor: 0.7 },
        { on: 'wet-ground', level: 'open', speedFactor: 1 },
      ],
    },
  ],
}

const RIVER: SeasonCalendar = {
  id: 'river',
  regime: 'river',
  nameFr: 'Crue du fleuve Sénégal',
  nameEn: 'Flood of the Senegal river',
  source:
    'Ghabou, Diaguily et Gouraye inondés en octobre 2024, 12 m prévus à Bakel par l’OMVS (lecalame.info). Jours, niveaux, facteurs et portée de 1,5 km depuis le lit : hypothèse ; les données ne contiennent aucune étendue de crue.',
  reachMetres: 1_500,
  phases: [
    {
      starts: '09-10',
      ends: '09-30',
      nameFr: 'Montée de la crue',
      nameEn: 'River rising',
      effects: [
        { on: 'flood-plain-track', level: 'four-wheel-drive', speedFactor: 0.5 },
        { on: 'flood-plain-road', level: 'slow', speedFactor: 0.8 },
      ],
    },
    {
      starts: '10-01',
      ends: '10-31',
      nameFr: 'Crue au plus haut',
      nameEn: 'River at its height',
      effects: [
        { on: 'flood-plain-track', level: 'cut', speedFactor: 1 },
        { on: 'flood-plain-road', level: 'four-wheel-drive', speedFactor: 0.5 },
      ],
    },
    {
      starts: '11-01',
      ends: '11-15',
      nameFr: 'Décrue',
      nameEn: 'River falling',
      effects: [
        { on: 'flood-plain-track', level: 'four-wheel-drive', speedFactor: 0.5 },
        { on: 'flood-plain-road', level: 'slow', speedFactor: 0.8 },
      ],
    },
  ],
}

/** The season calendars that a new installation knows. */
export const DEFAULT_CALENDARS: readonly SeasonCalendar[] = [WADIS, RIVER]
