import type { WayFuel } from '@borne/api/contracts/ways'
import { GROUNDS, type Ground } from '@borne/geodata/road-network/road-codes'

export interface FuelRow {
  readonly ground: Ground
  readonly lengthMetres: number
  readonly seconds: number
  readonly litres: number
  readonly litresPer100Km: number
}

/** What is burnt on each ground that the way goes over; nothing where the vehicle has no figure. */
export function fuelRows(byGround: WayFuel | null): FuelRow[] {
  return GROUNDS.flatMap((ground) => {
    const share = byGround?.[ground]
    if (!share || share.litres === null || share.lengthMetres === 0) return []
    const { lengthMetres, seconds, litres } = share
    return [{ ground, lengthMetres, seconds, litres, litresPer100Km: (litres / lengthMetres) * 100_000 }]
  })
}
