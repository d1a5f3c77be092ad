import { randomUUID } from 'node:crypto'
import { BILL, CONTRACT } from '@borne/geodata/works/works.fixture'
import { createContract, getContract } from '../../api/src/features/works/change-contract.ts'
import type {
  WorksContractDetail,
  WorksContractInput,
  WorksEventInput,
} from '../../api/src/features/works/contract.ts'
import { type EventToInsert, insertEvents } from '../../api/src/features/works/event-queries.ts'
import { refreshSummary } from '../../api/src/features/works/refresh-summary.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'

export interface Parties {
  readonly programmeId: string
  readonly projectId: string
  readonly donorId: string
  readonly contractorId: string
}

let lastNumber = 0

/** A project of one donor, and a firm; all under one id where it is given. */
export async function parties(db: Db, id: string | null = null): Promise<Parties> {
  const number = ++lastNumber
  const newId = () => id ?? randomUUID()
  const insert = async (query: ReturnType<typeof sql>) => (await db.one<{ id: string }>(query)).id
  const programmeId = await insert(
    sql`insert into programme (id, name) values (${newId()}, ${`Programme ${number}`}) returning id`,
  )
  const projectId = await insert(sql`
    insert into project (id, programme_id, name, currency)
    values (${newId()}, ${programmeId}, ${`Projet ${number}`}, 'MRU')
    returning id`)
  const donorId = await insert(sql`
    insert into donor (id, code, name) values (${newId()}, ${`B${number}`}, ${`Bailleur ${number}`}) returning id`)
  await db.run(sql`
    insert into donor_contribution (project_id, donor_id, share_ppm) values (${projectId}, ${donorId}, 1000000)`)
  const contractorId = await insert(sql`
    insert into contractor (id, name, contact) values (${newId()}, ${`Entreprise ${number}`}, 'Bureau') returning id`)
  return { programmeId, projectId, donorId, contractorId }
}

/** A contract as it would be typed: 100 000.00 MRU in 180 days, with the terms of geodata's fixture. */
export function contractInput(
  { projectId, contractorId }: Pick<Parties, 'projectId' | 'contractorId'>,
  facts: Partial<WorksContractInput> & Pick<WorksContractInput, 'postIds'>,
): WorksContractInput {
  const { currency, amountMinor, taxPpm, durationDays, terms } = CONTRACT
  return {
    reference: `M-${++lastNumber}`,
    title: 'Réhabilitation',
    projectId,
    contractorId,
    currency,
    amountMinor,
    taxPpm,
    durationDays,
    terms,
    ...facts,
  }
}

/** A contract of a firm at a post, on which nothing has happened yet. */
export async function contract(
  db: Db,
  postId: string,
  { partyId = null, ...facts }: Partial<WorksContractInput> & { partyId?: string | null } = {},
): Promise<WorksContractDetail & { readonly contractorId: string }> {
  const given = await parties(db, partyId)
  const made = await createContract(db, contractInput(given, { postIds: [postId], ...facts }))
  return { ...made, contractorId: given.contractorId }
}

/** What happened on it, as if it had been recorded long ago. */
export async function record(db: Db, contractId: string, events: readonly Happened[]): Promise<void> {
  const stated = events.map((event) => ({ ...event, replaces: null, about: null, photoIds: [], round: 0 }))
  await insertEvents(db, { contractId, by: null }, stated as unknown as EventToInsert[])
  await refreshSummary(db, await getContract(db, contractId))
}

type Happened = WorksEventInput & { readonly id: string }

/** Something that happened, as it would be sent. */
export function happened(
  kind: WorksEventInput['kind'],
  happenedOn: string,
  payload: Readonly<Record<string, unknown>> = {},
  more: Partial<WorksEventInput> = {},
): Happened {
  const noted = kind === 'bill' || kind === 'plan' || kind === 'withdrawal' ? {} : { note: '' }
  return { id: randomUUID(), kind, happenedOn, payload: { ...noted, ...payload }, ...more }
}

/** Signed and begun, with the bill of geodata's fixture. */
export function begun(): Happened[] {
  return [
    happened('signature', '2024-12-20'),
    happened('bill', '2024-12-20', { ...BILL }),
    happened('start-order', '2025-01-12'),
  ]
}

export const HALF = { measures: [{ packageCode: 'B', percent: 50 }], fallReason: null }
