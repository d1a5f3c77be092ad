import { expect } from 'vitest'
import { Closures } from '../../api/src/features/road-state/contract.ts'
import {
  loadDemonstrationClosures,
  removeDemonstrationClosures,
} from '../../api/src/features/road-state/load-demonstration.ts'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'

dbTest('the 14 fictional closures are loaded once, and marked wherever they go', async ({ db }) => {
  expect(await loadDemonstrationClosures(db)).toBe(14)
  expect(await loadDemonstrationClosures(db)).toBe(0)
  await withApp(db, async ({ app }) => {
    const list = Closures.parse((await app.inject('/api/closures?date=2026-10-15')).json())
    expect(list.total).toBe(7)
    expect(
      list.items.every(({ isDemonstration, reportedBy }) => isDemonstration && reportedBy === null),
    ).toBe(true)
    expect(list.items.filter(({ isActing }) => isActing).length).toBe(7)
    const file = await app.inject('/api/exports/closures.geojson?includePast=true')
    expect(file.headers['content-disposition']).toContain('-DEMONSTRATION')
    expect(file.json()).toMatchObject({ mark: 'DÉMONSTRATION' })
    expect(file.json().features.length).toBe(14)
  })
})

dbTest('without the demonstration they go; what people changed stays, lifted', async ({ db }) => {
  await loadDemonstrationClosures(db)
  await withApp(db, async ({ app }) => {
    const { items } = Closures.parse((await app.inject('/api/closures?date=2026-10-15')).json())
    const { id } = items.find(({ endsAt }) => endsAt === null)!
    const url = `/api/closures/${id}/confirm`
    expect((await app.inject({ method: 'POST', url, payload: { version: 1 } })).statusCode).toBe(200)
    await removeDemonstrationClosures(db)
    const left = Closures.parse((await app.inject('/api/closures?includePast=true')).json())
    expect(left.items.map((closure) => [closure.id, closure.liftedAt !== null])).toEqual([[id, true]])
    expect((await app.inject(`/api/closures/${id}/changes`)).json().items.length).toBe(3)
  })
})
