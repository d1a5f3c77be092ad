import { expect } from 'vitest'
import { CurrencyRates } from '../../api/src/features/works/settings-contract.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { withApp } from '../support/inject-app.ts'

dbTest('the rate of a day is stated by the coordination, and stated again', async ({ db }) => {
  await withApp(db, async (test) => {
    const coordinator = await test.as(await account(db, { role: 'coordinator' }))
    const state = async (mruMicro: number) => {
      const payload = { currency: 'EUR', validFrom: '2025-01-01', mruMicro, source: 'Essai' }
      const answer = await coordinator.inject({ method: 'POST', url: '/api/works/currency-rates', payload })
      expect(answer.statusCode, answer.body).toBe(200)
      return CurrencyRates.parse(answer.json()).items
    }
    expect(await state(45_000_000)).toMatchObject([{ mruMicro: 45_000_000 }])
    expect(await state(45_250_000)).toMatchObject([{ mruMicro: 45_250_000, validFrom: '2025-01-01' }])
  })
})

dbTest('a wrong rate is taken away by the coordination, and the journal keeps it', async ({ db }) => {
  await withApp(db, async (test) => {
    const coordinator = await test.as(await account(db, { role: 'coordinator' }))
    const viewer = await test.as(await account(db, { role: 'viewer' }))
    for (const validFrom of ['2025-01-01', '2025-02-01']) {
      const payload = { currency: 'EUR', validFrom, mruMicro: 45_000_000, source: 'Essai' }
      await coordinator.inject({ method: 'POST', url: '/api/works/currency-rates', payload })
    }
    const remove = { method: 'DELETE', url: '/api/works/currency-rates/EUR/2025-02-01' } as const
    expect((await viewer.inject(remove)).statusCode).toBe(403)
    const answer = await coordinator.inject(remove)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(CurrencyRates.parse(answer.json()).items.map(({ validFrom }) => validFrom)).toEqual(['2025-01-01'])
    const again = await coordinator.inject(remove)
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([404, 'works-party-not-found'])
    const lines = await db.many(sql`
      select subject_id as "subjectId", detail ->> 'action' as action
        from audit_event where subject = 'currency-rate' order by seq desc limit 1`)
    expect(lines).toEqual([{ subjectId: 'EUR 2025-02-01', action: 'removed' }])
  })
})
