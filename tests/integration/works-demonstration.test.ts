import { contractState } from '@borne/geodata/works/contract-state'
import { summariseWorks } from '@borne/geodata/works/summarise-works'
import { expect } from 'vitest'
import { loadDemonstration, removeDemonstration } from '../../api/src/features/posts/load-demonstration.ts'
import { findEvents } from '../../api/src/features/works/event-queries.ts'
import { findRows } from '../../api/src/features/works/list-works.ts'
import {
  loadDemonstrationWorks,
  removeDemonstrationWorks,
} from '../../api/src/features/works/load-demonstration.ts'
import { findCalendars } from '../../api/src/features/works/settings-queries.ts'
import { findContracts } from '../../api/src/features/works/summarised-contracts.ts'
import {
  loadDemonstrationAccounts,
  removeDemonstrationAccounts,
} from '../../api/src/platform/access/demonstration-accounts.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { happened, record } from '../support/given-works.ts'

const STATUS_DATE = '2026-10-15'
const LONGEST_MS = 200_000

async function loadAll(db: Db): Promise<void> {
  await loadDemonstration(db)
  await loadDemonstrationAccounts(db)
}

dbTest(
  'the 16 fictional contracts are loaded once, with summaries that their events fold to',
  async ({ db, given }) => {
    await given.region()
    await loadAll(db)
    expect(await loadDemonstrationWorks(db)).toEqual({ added: 16 })
    expect(await loadDemonstrationWorks(db)).toEqual({ added: 0 })
    const calendars = await findCalendars(db)
    const contracts = await findContracts(db, { includeArchived: false })
    expect(contracts).toHaveLength(16)
    let reports = 0
    for (const { summary, ...contract } of contracts) {
      const events = await findEvents(db, contract.id)
      expect(events.every(({ happenedOn }) => happenedOn <= STATUS_DATE)).toBe(true)
      expect(summary, contract.reference).toEqual(summariseWorks(contract, events, calendars))
      reports += contractState(contract, events).reports.length
    }
    expect(reports).toBeGreaterThan(100)
    const rows = await findRows(db, { on: STATUS_DATE, includeArchived: false })
    const at = (post: string) => rows.find(({ posts }) => posts.some(({ name }) => name === post))
    expect(at('Gouraye')).toMatchObject({ isDemonstration: true, delayDays: 41 })
    expect(at('El Melgué')?.alarms.map(({ code }) => code)).toContain('paid-ahead-of-works')
    expect(at('Boully')?.alarms.map(({ code }) => code)).toContain('guarantee-expiring')
    expect(at('Diaguily')?.stage).toBe('stopped')
    const { named } = await db.one<{ named: boolean }>(sql`
    select contractor_id is not null as named from account where is_demonstration and role = 'contractor'`)
    expect(named).toBe(true)
  },
  LONGEST_MS,
)

dbTest(
  'fictional works go with the demonstration; what a real account recorded stays, archived',
  async ({ db, given }) => {
    await given.region()
    await loadAll(db)
    await loadDemonstrationWorks(db)
    const [touched] = await findContracts(db, { includeArchived: false })
    await record(db, touched!.id, [
      happened('lost-day', '2026-01-05', { cause: 'rain', rainMillimetres: null }),
    ])
    const real = await account(db)
    await db.run(sql`
    insert into works_event (id, contract_id, kind, happened_on, recorded_by, payload)
    values (gen_random_uuid(), ${touched!.id}, 'punch-item', '2026-01-05', ${real.id}, '{}')`)
    expect(await removeDemonstrationWorks(db)).toEqual({ deleted: 15, archived: 1 })
    await removeDemonstrationAccounts(db)
    await removeDemonstration(db)
    const left = await findContracts(db, { includeArchived: true })
    expect(left.map(({ id, isArchived }) => [id, isArchived])).toEqual([[touched!.id, true]])
    const events = await findEvents(db, touched!.id)
    expect(events.length).toBeGreaterThan(2)
    const { posts } = await db.one<{ posts: number }>(sql`select count(*)::int as posts from border_post`)
    expect(posts).toBe(1)
  },
  LONGEST_MS,
)
