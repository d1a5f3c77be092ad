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
    'Road M’Bout–Sélibaby cut «for weeks» by wadis (secheresse.info); Sélibaby under water after 40 mm, asphalt destroyed in August 2019 (lecalame.info). First and last days, levels and factors: assumption, rains of the Sahel from July to September with their peak in August.',
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
    'Ghabou, Diaguily and Gouraye flooded in October 2024, 12 m forecast at Bakel by OMVS (lecalame.info). Days, levels, factors and the reach of 1.5 km from the bed: assumption; no flood extent is in the data.',
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
