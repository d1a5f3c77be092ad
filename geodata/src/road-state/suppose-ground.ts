import type { IsoDate, RoadClosure, SeasonCalendar } from './types.ts'

/** A day on which the roads are taken to be worse than is known. */
export interface WhatIf {
  readonly date: IsoDate
  /** Every wadi without a bridge is cut. */
  readonly cutsWadis: boolean
  /** Closures that are taken to hold then, whenever they do. */
  readonly closureIds: readonly string[]
}

/** What decides which roads a day closes. */
export interface Ground {
  readonly calendars: readonly SeasonCalendar[]
  readonly closures: readonly RoadClosure[]
}

/**
 * The seasons and closures of a day under what is supposed of it.
 *
 * @param date The day of which the ground is asked.
 * @param whatIf What is supposed, of one day; null: nothing.
 * @returns `ground` itself on every other day. On the supposed one the calendars of the wadis give way to one in which
 *   they are cut, and each closure named holds from the first to the last second of the day, freshly confirmed.
 *   Closures that nobody knows are passed over.
 */
export function supposeGround(ground: Ground, date: IsoDate, whatIf: WhatIf | null): Ground {
  if (whatIf?.date !== date) return ground
  return {
    calendars: whatIf.cutsWadis
      ? [...ground.calendars.filter(({ regime }) => regime !== 'wadi'), floodedWadis(date)]
      : ground.calendars,
    closures: ground.closures.map((closure) =>
      whatIf.closureIds.includes(closure.id) ? holdOn(closure, date) : closure,
    ),
  }
}

function floodedWadis(date: IsoDate): SeasonCalendar {
  const day = date.slice(5)
  return {
    id: 'what-if-wadis',
    regime: 'wadi',
    nameFr: 'Oueds en crue, hypothèse',
    nameEn: 'Wadis in flood, supposed',
    source: '',
    reachMetres: null,
    phases: [
      {
        starts: day,
        ends: day,
        nameFr: 'Oueds en crue, hypothèse',
        nameEn: 'Wadis in flood, supposed',
        effects: [
          { on: 'wadi-on-track', level: 'cut', speedFactor: 1 },
          { on: 'wadi-on-road', level: 'cut', speedFactor: 1 },
          { on: 'wet-ground', level: 'open', speedFactor: 1 },
        ],
      },
    ],
  }
}

function holdOn(closure: RoadClosure, date: IsoDate): RoadClosure {
  const startsAt = `${date}T00:00:00Z`
  return { ...closure, startsAt, endsAt: `${date}T23:59:59Z`, confirmedAt: startsAt }
}
