import { expect } from 'vitest'
import { CurrencyRates } from '../../api/src/features/works/settings-contract.ts'
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
