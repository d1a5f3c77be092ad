import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import type { MissionInput, MissionPayloads } from './contract.ts'
import type { MissionEventKind, MissionStatus } from './event-contract.ts'
import type {
  AllowanceRateInput,
  FuelPriceInput,
  MissionAreaInput,
  MissionPlaceInput,
  MissionRuleInput,
  VehicleInput,
  VisitRequestInput,
} from './settings-contract.ts'

const FILE = new URL('../../../demo/missions.json', import.meta.url)

type Keyed<T> = T & { readonly key: string }
type Rows<Schema extends z.ZodType> = readonly Keyed<z.output<Schema>>[]

/** The fictional missions as the file tells them; what stands in it as `@kind:key` is an id. */
export interface DemonstrationMissions {
  readonly vehicles: Rows<typeof VehicleInput>
  readonly places: Rows<typeof MissionPlaceInput>
  readonly areas: Rows<typeof MissionAreaInput>
  readonly rules: Rows<typeof MissionRuleInput>
  readonly allowanceRates: Rows<typeof AllowanceRateInput>
  readonly fuelPrices: Rows<typeof FuelPriceInput>
  readonly requests: Rows<typeof VisitRequestInput>
  readonly missions: readonly DemonstrationMission[]
}

export interface DemonstrationMission extends Keyed<MissionInput> {
  readonly status: MissionStatus
  readonly events: readonly {
    readonly kind: MissionEventKind
    readonly at: string
    /** The account of the demonstration of that role. */
    readonly by: 'focal-point' | 'coordinator'
    readonly payload: MissionPayloads[MissionEventKind]
  }[]
}

const REFERENCE = /"@(\w+):([\w-]+)"/g

/**
 * Reads the file.
 *
 * @param postIds Of the demonstration's posts, by their keys. A post that is not there keeps its reference as its id.
 */
export async function readDemonstrationMissions(
  postIds: ReadonlyMap<string, string>,
): Promise<DemonstrationMissions> {
  const text = await readFile(FILE, 'utf8')
  const filled = text.replaceAll(REFERENCE, (reference, kind: string, key: string) => {
    if (kind !== 'post') return JSON.stringify(demonstrationId(kind, key))
    const id = postIds.get(key)
    return id === undefined ? reference : JSON.stringify(id)
  })
  return JSON.parse(filled) as DemonstrationMissions
}

/** A UUID that is the same each time. */
export function demonstrationId(kind: string, key: string): string {
  const digest = createHash('sha256').update(`${kind} ${key}`).digest('hex')
  return `deb0de00-${digest.slice(0, 4)}-4000-8${digest.slice(4, 7)}-${digest.slice(7, 19)}`
}
