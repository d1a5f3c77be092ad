import type { IsoDate, RoadClosure, SeasonCalendar } from '@borne/geodata/road-state/types'

/** A day on which the roads are taken to be worse than is known. */
export interface WhatIf {
  readonly date: IsoDate
  /** Every wadi without a bridge is cut. */
  readonly cutsWadis: boolean
  /** Closures that are taken to hold then, whenever they do. */
  readonly closureIds: readonly string[]
}

interface Ground {
  readonly calendars: readonly SeasonCalendar[]
  readonly closures: readonly RoadClosure[]
}

/** The seasons and closures of a day under what is supposed of it; those of other days stay. */
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
