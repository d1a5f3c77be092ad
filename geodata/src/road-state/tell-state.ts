import type { RoadConditions, StateUsed } from './conditions.ts'

/** What answers of our own engine say of the state of the roads that they used. */
export interface ToldState extends Omit<StateUsed, 'vehicleId' | 'phases' | 'unboundClosureIds'> {
  phases: { calendarId: string; nameFr: string; nameEn: string }[]
  unboundClosureIds: string[]
  vehicle: { id: string; nameFr: string; nameEn: string }
  /** Version of the network that counts on the day. */
  network: { id: number; label: string }
  avoidedAreaCount: number
  engine: { name: 'own'; limits: [] }
}

/** The words of a state: which day, vehicle and network, and what of them counts. */
export function tellState(
  { used, vehicle }: RoadConditions,
  network: ToldState['network'],
  avoidedAreaCount: number,
): ToldState {
  const { vehicleId: _vehicleId, phases, unboundClosureIds, ...facts } = used
  return {
    ...facts,
    phases: [...phases],
    unboundClosureIds: [...unboundClosureIds],
    vehicle: { id: vehicle.id, nameFr: vehicle.nameFr, nameEn: vehicle.nameEn },
    network: { id: network.id, label: network.label },
    avoidedAreaCount,
    engine: { name: 'own', limits: [] },
  }
}
