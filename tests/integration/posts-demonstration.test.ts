import { expect, vi } from 'vitest'
import { BorderPostDetail, BorderPosts } from '../../api/src/features/posts/contract.ts'
import { loadDemonstration, removeDemonstration } from '../../api/src/features/posts/load-demonstration.ts'
import { findPost } from '../../api/src/features/posts/queries.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'

const UNKNOWN_PLACES = ['Mousselem', 'Chouweya 3', 'Dar Salam', 'Baydiam', 'Adweira']

dbTest('GET /api/posts is a FeatureCollection of the 16 demonstration posts', async ({ db, given }) => {
  await given.region()
  expect(await loadDemonstration(db)).toEqual({ added: 16, rejects: [] })
  await withApp(db, async ({ app }) => {
    const posts = BorderPosts.parse((await app.inject('/api/posts')).json())

    expect(posts.type).toBe('FeatureCollection')
    expect(posts.total).toBe(16)
    expect(posts.features.map(({ properties }) => properties.name)).toEqual([
      'Adweira',
      'Baydiam',
      'Boully',
      'Chouweya 3',
      'Dar Salam',
      'Diaguily',
      'Diogountourou',
      'El Melgué',
      'Ghabou',
      'Gouraye',
      'Hamoud',
      'Mousselem',
      'Ould Yengé',
      'Sangué Diéri',
      'Sélibaby',
      'Wompou',
    ])
    const marks = posts.features.map(({ properties }) => properties)
    expect(marks.every(({ isDemonstration }) => isDemonstration)).toBe(true)
    const statuses = Object.fromEntries(
      marks.map((mark) => [mark.name, [mark.physicalStatus, mark.progressPercent]]),
    )
    expect(statuses).toMatchObject({
      Gouraye: ['under-works', 78],
      'El Melgué': ['under-works', 92],
      Mousselem: ['under-works', null],
      Diaguily: ['suspended', null],
      Wompou: ['planned', null],
      'Sangué Diéri': ['operational', null],
    })
    for (const { id } of posts.features) {
      const post = BorderPostDetail.parse(await findPost(db, String(id)))
      expect(post.notes, post.name).toMatch(/^Donnée fictive de démonstration/)
      expect(post.contacts.every(({ name, phone, email }) => name + phone + email === '')).toBe(true)
      expect(post.physicalHistory.every(({ validFrom }) => validFrom <= '2026-10-15')).toBe(true)
    }
  })
})

dbTest(
  'unknown places stand inside Mauritania along the border with Mali, in the order of the tour',
  async ({ db, given }) => {
    await given.region()
    await loadDemonstration(db)
    const placed = await db.many<{ name: string; metres: number; isInside: boolean; circle: number }>(sql`
    select post.name, post.border_distance_metres as metres, post.uncertainty_metres as circle,
           st_intersects(country.geom, post.geom) as "isInside"
      from border_post post, country, border_segment segment
     where country.iso3 = 'MRT' and segment.id = 'mrt-mli-01' and post.position_confidence = 'unconfirmed'
     order by st_linelocatepoint(segment.geom, post.geom)`)
    expect(placed.map(({ name }) => name)).toEqual(UNKNOWN_PLACES)
    for (const { metres, isInside, circle } of placed) {
      expect(isInside).toBe(true)
      expect(metres).toBeGreaterThan(1_500)
      expect(metres).toBeLessThanOrEqual(2_000)
      expect(circle).toBe(10_000)
    }
  },
)

dbTest('the southern Boully is meant, and only Adweira is international', async ({ db, given }) => {
  await given.region()
  await loadDemonstration(db)
  const boully = await db.one(
    sql`select round(st_y(geom)::numeric, 3)::float8 as lat from border_post where name = 'Boully'`,
  )
  expect(boully).toEqual({ lat: 15.319 })
  const international = await db.many(
    sql`select name from border_post_summary where legal_status = 'international'`,
  )
  expect(international).toEqual([{ name: 'Adweira' }])
})

dbTest('loading again adds nothing and leaves what people changed', async ({ db, given }) => {
  await given.region()
  await loadDemonstration(db)
  const gouraye = await db.one<{ id: string }>(sql`select id from border_post where name = 'Gouraye'`)
  await withApp(db, async ({ app }) => {
    await app.inject({
      method: 'PATCH',
      url: `/api/posts/${gouraye.id}`,
      payload: { version: 1, notes: 'vu' },
    })
    expect(await loadDemonstration(db)).toEqual({ added: 0, rejects: [] })
    expect((await app.inject(`/api/posts/${gouraye.id}`)).json()).toMatchObject({ notes: 'vu', version: 2 })

    expect(await removeDemonstration(db)).toEqual({ deleted: 15, archived: 1 })
    expect((await app.inject('/api/posts')).json()).toMatchObject({ total: 0 })
    expect((await app.inject(`/api/posts/${gouraye.id}`)).json()).toMatchObject({
      isArchived: true,
      notes: 'vu',
    })
  })
})

dbTest('loads on a machine whose clock is before the demonstration’s today', async ({ db, given }) => {
  await given.region()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-06-01T12:00:00Z') })
  try {
    expect(await loadDemonstration(db)).toEqual({ added: 16, rejects: [] })
    const gouraye = await db.one<{ id: string }>(sql`select id from border_post where name = 'Gouraye'`)
    await withApp(db, async ({ app }) => {
      const { physicalHistory } = (await app.inject(`/api/posts/${gouraye.id}`)).json()
      const edit = await app.inject({
        method: 'PATCH',
        url: `/api/posts/${gouraye.id}`,
        payload: { version: 1, notes: 'vu', physicalHistory },
      })
      expect(edit.json()).toMatchObject({ version: 2, progressPercent: 78 })
    })
  } finally {
    vi.useRealTimers()
  }
})

dbTest('without its region the demonstration says which posts it cannot place', async ({ db }) => {
  const { added, rejects } = await loadDemonstration(db)
  expect(added).toBe(0)
  expect(rejects).toHaveLength(16)
  expect(rejects[0]).toMatchObject({ rowNumber: 1, reason: 'place-not-found' })
})

dbTest('exported fiction is marked on every row and in the file’s name', async ({ db, given }) => {
  await given.region()
  await loadDemonstration(db)
  await withApp(db, async ({ app }) => {
    const csv = await app.inject('/api/exports/posts.csv')
    expect(csv.headers['content-disposition']).toContain('DEMONSTRATION')
    expect(csv.body.match(/DÉMONSTRATION/g)).toHaveLength(16)
    const geojson = (await app.inject('/api/exports/posts.geojson')).json()
    expect(geojson.mark).toBe('DÉMONSTRATION')
    expect(geojson.features).toHaveLength(16)
    for (const { properties } of geojson.features) expect(properties.mark).toBe('DÉMONSTRATION')
  })
})
