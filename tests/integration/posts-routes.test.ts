import { expect } from 'vitest'
import { BorderPostDetail, BorderPosts, PostChanges } from '../../api/src/features/posts/contract.ts'
import { dbTest } from '../support/db-test.ts'
import { postInput } from '../support/given-post.ts'
import { withApp } from '../support/inject-app.ts'

const GOURAYE: [number, number] = [-12.45024, 14.90099]
/** Inside the border of OpenStreetMap, outside every administrative unit: the settlement Roumda. */
const BETWEEN_SOURCES: [number, number] = [-11.34551, 15.53147]
const IN_MALI: [number, number] = [-11.23398, 15.03999]

dbTest(
  'a new post gets its units and its distance to the border from its position',
  async ({ db, given }) => {
    await given.region()
    await withApp(db, async ({ app }) => {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/posts',
        payload: {
          ...postInput({ name: 'Gouraye', kind: 'river', position: GOURAYE }),
          moughataa: 'Nouakchott',
          borderDistanceMetres: 1,
        },
      })

      expect(answer.statusCode).toBe(201)
      const post = BorderPostDetail.parse(answer.json())
      expect(answer.headers.location).toBe(`/api/posts/${post.id}`)
      expect(post).toMatchObject({
        commune: 'Gouraye',
        moughataa: 'Ghabou',
        wilaya: 'Guidimakha',
        isNearestUnit: false,
        borderSegmentId: 'mrt-sen-04',
        neighbour: 'SEN',
        version: 1,
      })
      // SOURCES.md: the settlement lies 0.29 km from the border line.
      expect(post.borderDistanceMetres).toBeGreaterThan(285)
      expect(post.borderDistanceMetres).toBeLessThan(300)
      expect(post.evidence.map(({ id }) => id)).toContain('bp01')
    })
  },
)

dbTest(
  'a position between the two sources of boundaries gets the nearest unit, marked',
  async ({ given }) => {
    await given.region()
    const between = await given.post({ position: BETWEEN_SOURCES })
    expect(between).toMatchObject({ commune: 'Hamed', wilaya: 'Assaba', isNearestUnit: true })
    const abroad = await given.post({ position: IN_MALI })
    expect(abroad).toMatchObject({ commune: null, moughataa: null, wilaya: null, isNearestUnit: false })
    const unplaced = await given.post({ position: null })
    expect(unplaced).toMatchObject({ commune: null, borderSegmentId: null, borderDistanceMetres: null })
  },
)

dbTest('the list is a FeatureCollection by name, filtered and paged', async ({ db, given }) => {
  await given.region()
  await given.post({ name: 'Wompou', kind: 'river', position: [-12.72414, 15.13154] })
  await given.post({ name: 'Étoile', kind: 'land' })
  await given.post({ name: 'Diaguily', kind: 'river', position: [-12.39293, 14.84732] })
  await withApp(db, async ({ app }) => {
    const list = async (query = '') => {
      const posts = BorderPosts.parse((await app.inject(`/api/posts${query}`)).json())
      return { total: posts.total, names: posts.features.map(({ properties }) => properties.name) }
    }
    expect(await list()).toEqual({ total: 3, names: ['Diaguily', 'Étoile', 'Wompou'] })
    expect(await list('?kind=river')).toEqual({ total: 2, names: ['Diaguily', 'Wompou'] })
    expect(await list('?limit=1&offset=1')).toEqual({ total: 3, names: ['Étoile'] })
    expect(await list('?limit=10&offset=10')).toEqual({ total: 3, names: [] })
    expect(await list('?bbox=-12.5,14.8,-12.3,14.9')).toEqual({ total: 1, names: ['Diaguily'] })
    expect(await list('?moughataa=Wompou')).toEqual({ total: 1, names: ['Wompou'] })
    expect(await list('?status=operational,closed')).toEqual({ total: 0, names: [] })
  })
})

dbTest('the list is answered from memory until the register changes', async ({ db, given }) => {
  const post = await given.post()
  await withApp(db, async ({ app }) => {
    const first = await app.inject('/api/posts')
    expect(first.headers['content-type']).toContain('application/geo+json')
    const again = () =>
      app.inject({ url: '/api/posts', headers: { 'if-none-match': String(first.headers.etag) } })
    expect(await again()).toMatchObject({ statusCode: 304, body: '' })

    await app.inject({
      method: 'PATCH',
      url: `/api/posts/${post.id}`,
      payload: { version: 1, name: 'Autre nom' },
    })

    const changed = await again()
    expect(changed.statusCode).toBe(200)
    expect(BorderPosts.parse(changed.json()).features[0]?.properties.name).toBe('Autre nom')
  })
})

dbTest('a stale edit gets 409 with both versions, and changes nothing', async ({ db, given }) => {
  const post = await given.post({ name: 'Ghabou' })
  await withApp(db, async ({ app }) => {
    const edit = (payload: object) => app.inject({ method: 'PATCH', url: `/api/posts/${post.id}`, payload })
    expect((await edit({ version: 1, agency: 'police' })).json()).toMatchObject({ version: 2 })

    const stale = await edit({ version: 1, agency: 'customs', notes: 'vu sur place' })

    expect(stale.statusCode).toBe(409)
    const { code, extra, detail } = stale.json()
    expect(code).toBe('post-changed-meanwhile')
    expect(detail).toContain('Ghabou')
    expect(BorderPostDetail.parse(extra.current)).toMatchObject({ version: 2, agency: 'police', notes: '' })
    expect(extra.yours).toEqual({ version: 1, agency: 'customs', notes: 'vu sur place' })
    expect((await app.inject(`/api/posts/${post.id}`)).json()).toMatchObject({
      version: 2,
      agency: 'police',
      notes: '',
    })
  })
})

dbTest('every change is kept, with the changed fields and no other', async ({ db, given }) => {
  await given.region()
  const post = await given.post({ name: 'Ghabou', notes: '' })
  await withApp(db, async ({ app }) => {
    const edit = (payload: object) => app.inject({ method: 'PATCH', url: `/api/posts/${post.id}`, payload })
    await edit({ version: 1, agency: 'police', name: 'Ghabou' })
    await edit({ version: 2, position: GOURAYE, positionMethod: 'gps', positionConfidence: 'confirmed' })
    const unchanged = await edit({ version: 3, agency: 'police' })
    expect(unchanged.json()).toMatchObject({ version: 3 })

    const answer = await app.inject(`/api/posts/${post.id}/changes`)

    const { items, total } = PostChanges.parse(answer.json())
    expect(total).toBe(3)
    expect(items.map(({ action, version, changedBy }) => [action, version, changedBy])).toEqual([
      ['moved', 3, expect.stringMatching(/^Compte administrator/)],
      ['updated', 2, expect.stringMatching(/^Compte administrator/)],
      ['created', 1, 'local'],
    ])
    expect(items[1]?.fields).toEqual([{ field: 'agency', before: 'gendarmerie', after: 'police' }])
    expect(items[0]?.fields.map(({ field }) => field).sort()).toEqual([
      'position',
      'positionConfidence',
      'positionMethod',
    ])
    expect(items[2]?.fields.map(({ field }) => field)).not.toContain('notes')
    const second = PostChanges.parse(
      (await app.inject(`/api/posts/${post.id}/changes?limit=1&offset=1`)).json(),
    )
    expect(second).toMatchObject({ total: 3, items: [{ action: 'updated' }] })
    expect((await app.inject(`/api/posts/${post.id}`)).json()).toMatchObject({ commune: 'Gouraye' })
  })
})

dbTest('an archived post leaves the list, keeps its past, and comes back', async ({ db, given }) => {
  const post = await given.post({ name: 'Ghabou' })
  await withApp(db, async ({ app }) => {
    const act = (action: string, version: number) =>
      app.inject({ method: 'POST', url: `/api/posts/${post.id}/${action}`, payload: { version } })
    const total = async (query = '') => (await app.inject(`/api/posts${query}`)).json().total

    expect((await act('archive', 1)).json()).toMatchObject({ isArchived: true, version: 2 })
    expect(await total()).toBe(0)
    expect(await total('?includeArchived=true')).toBe(1)
    const edit = await app.inject({
      method: 'PATCH',
      url: `/api/posts/${post.id}`,
      payload: { version: 2, notes: 'x' },
    })
    expect(edit.json()).toMatchObject({ status: 409, code: 'post-archived' })
    expect((await act('restore', 1)).json().code).toBe('post-changed-meanwhile')
    expect((await act('restore', 2)).json()).toMatchObject({ isArchived: false, version: 3 })
    expect(await total()).toBe(1)
    const { items } = PostChanges.parse((await app.inject(`/api/posts/${post.id}/changes`)).json())
    expect(items.map(({ action }) => action)).toEqual(['restored', 'archived', 'created'])
  })
})

dbTest('names, histories, components and contacts come back as they were stated', async ({ db, given }) => {
  const stated = postInput({
    nameAr: 'غابو',
    aliases: [
      { name: 'Khabou', language: 'other' },
      { name: 'خبو', language: 'ar' },
    ],
    uncertaintyMetres: 250.5,
    physicalHistory: [
      { status: 'under-works', validFrom: '2025-06-02', progressPercent: 12.5, note: 'fondations' },
      { status: 'planned', validFrom: '2025-01-06', progressPercent: null, note: '' },
    ],
    legalHistory: [
      { status: 'international', validFrom: '2025-02-11', actReference: 'arrêté', note: 'à vérifier' },
    ],
    components: [
      { kind: 'water', label: 'Forage', state: 'working', quantity: 1, checkedOn: '2026-10-01', note: '' },
      { kind: 'radio', label: 'VHF', state: 'unknown', quantity: 0, checkedOn: null, note: 'à voir' },
    ],
    contacts: [{ role: 'Chef de poste', name: '', phone: '', email: '' }],
  })
  const post = await given.post(stated)
  expect(post).toMatchObject({
    nameAr: 'غابو',
    names: stated.aliases,
    aliases: ['Khabou', 'خبو'],
    uncertaintyMetres: 250.5,
    physicalHistory: stated.physicalHistory.toReversed(),
    physicalStatus: 'under-works',
    physicalStatusSince: '2025-06-02',
    progressPercent: 12.5,
    legalHistory: stated.legalHistory,
    legalStatus: 'international',
    components: stated.components,
    contacts: stated.contacts,
  })
  await withApp(db, async ({ app }) => {
    const answer = await app.inject(`/api/posts/${post.id}`)
    expect(BorderPostDetail.parse(answer.json())).toEqual(post)
  })
})

dbTest(
  'a status holds since its first entry in a row; the progress is that of the latest',
  async ({ given }) => {
    const entry = { note: '', progressPercent: null }
    const post = await given.post({
      physicalHistory: [
        { ...entry, status: 'under-works', validFrom: '2024-01-10', progressPercent: 5 },
        { ...entry, status: 'suspended', validFrom: '2024-08-01' },
        { ...entry, status: 'under-works', validFrom: '2024-11-01', progressPercent: 20 },
        { ...entry, status: 'under-works', validFrom: '2025-03-01', progressPercent: 60 },
      ],
    })
    expect(post).toMatchObject({
      physicalStatus: 'under-works',
      physicalStatusSince: '2024-11-01',
      physicalStatusOn: '2025-03-01',
      progressPercent: 60,
    })
  },
)

dbTest('a post that is not there is told by its identifier', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const postId = '00000000-0000-4000-8000-000000000000'
    for (const request of [
      { method: 'GET', url: `/api/posts/${postId}` },
      { method: 'GET', url: `/api/posts/${postId}/changes` },
      { method: 'PATCH', url: `/api/posts/${postId}`, payload: { version: 1, notes: 'x' } },
      { method: 'POST', url: `/api/posts/${postId}/archive`, payload: { version: 1 } },
    ] as const) {
      const answer = await app.inject(request)
      expect(answer.json()).toMatchObject({ status: 404, code: 'post-not-found' })
      expect(answer.body).toContain(postId)
    }
  })
})

dbTest(
  'a post belongs to a sub-office: its author’s, or the one that who sees all gives it to',
  async ({ db, given }) => {
    await given.region()
    const focal = await given.account({ role: 'focal-point', subOfficeId: 'bassikounou' })
    await withApp(db, async ({ app, as }) => {
      const bassikounou = await as(focal)
      const create = (by: typeof app, facts: object) =>
        by.inject({ method: 'POST', url: '/api/posts', payload: postInput(facts) })
      const own = BorderPostDetail.parse((await create(bassikounou, {})).json())
      expect(own).toMatchObject({ subOfficeId: 'bassikounou', subOfficeName: 'Bassikounou' })
      const others = await create(bassikounou, { subOfficeId: 'selibaby' })
      expect(others.json()).toMatchObject({ code: 'not-permitted' })
      const change = (by: typeof app, version: number, subOfficeId: string) =>
        by.inject({ method: 'PATCH', url: `/api/posts/${own.id}`, payload: { version, subOfficeId } })
      expect((await change(bassikounou, 1, 'selibaby')).json()).toMatchObject({ code: 'not-permitted' })
      expect((await change(app, 1, 'ailleurs')).json()).toMatchObject({
        code: 'sub-office-unknown',
        errors: [{ field: 'subOfficeId' }],
      })
      expect((await change(app, 1, 'selibaby')).json()).toMatchObject({ subOfficeId: 'selibaby', version: 2 })
      expect((await bassikounou.inject(`/api/posts/${own.id}`)).statusCode).toBe(404)
      expect(BorderPostDetail.parse((await create(app, {})).json()).subOfficeId).toBe('selibaby')
    })
  },
)
