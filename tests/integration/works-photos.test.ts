import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { expect } from 'vitest'
import { WorksFile, WorksPhoto } from '../../api/src/features/works/contract.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { photoSeries } from '../../web/src/features/works/photo-pairs.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { SELIBABY } from '../support/given-post.ts'
import { begun, contract, HALF, happened, record } from '../support/given-works.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'
import { PHOTO, webpChunks, withExif } from '../support/photo.ts'

type App = TestApp['app']

const CAMERA = 'CAMERA-SERIAL-4711'
const withDay = (day: string) =>
  withExif(PHOTO, {
    cameraMake: CAMERA,
    takenAt: `${day.replaceAll('-', ':')} 09:30:00`,
    longitude: SELIBABY[0],
    latitude: SELIBABY[1],
    orientation: 1,
  })

interface Staged extends TestApp {
  readonly contractId: string
  readonly postId: string
  /** One of the firm whose contract it is, and one of another firm. */
  readonly firm: App
  readonly rival: App
  readonly rivalContractId: string
}

async function onSite({ db, given }: DbTestContext, work: (staged: Staged) => Promise<void>): Promise<void> {
  await given.region()
  const { id: postId } = await given.post()
  const own = await contract(db, postId)
  const other = await contract(db, postId)
  await withApp(db, async (test) => {
    const ofFirm = async (contractorId: string) =>
      test.as(await account(db, { role: 'contractor', contractorId }))
    const firm = await ofFirm(own.contractorId)
    const rival = await ofFirm(other.contractorId)
    await work({ ...test, contractId: own.id, rivalContractId: other.id, postId, firm, rival })
  })
}

async function upload(
  app: App,
  contractId: string,
  {
    bytes = PHOTO,
    id = randomUUID(),
    file = 'file',
    ...fields
  }: { bytes?: Buffer; id?: string; file?: string } & Record<string, unknown> = {},
) {
  const form = new FormData()
  form.append(file, new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg')
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value))
  const body = new Response(form)
  return app.inject({
    method: 'PUT',
    url: `/api/works/contracts/${contractId}/photos/${id}`,
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()) as unknown as object,
  })
}

const photosOf = async (app: App, contractId: string) =>
  WorksFile.parse((await app.inject(`/api/works/contracts/${contractId}`)).json()).photos
const storedFiles = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) =>
    entry.isFile(),
  )

dbTest(
  'the firm sends a photo; the office sees it without what the camera told of itself',
  async (context) => {
    await onSite(context, async ({ app, firm, contractId }) => {
      const bytes = withDay('2026-10-01')
      expect(bytes.includes(CAMERA)).toBe(true)
      const answer = await upload(firm, contractId, {
        bytes,
        caption: ' Façade ',
        takenAt: '2020-01-01T00:00:00Z',
      })
      expect(answer.statusCode, answer.body).toBe(201)
      const sent = WorksPhoto.parse(answer.json())
      // The picture’s own word on day and place goes before the form’s.
      expect(sent).toMatchObject({ caption: 'Façade', takenAt: '2026-10-01T09:30:00.000Z', viewpoint: null })
      expect(sent.position?.[0]).toBeCloseTo(SELIBABY[0], 5)
      expect(await photosOf(app, contractId)).toMatchObject([{ id: sent.id }])
      for (const [url, longest] of [
        [sent.urls.large, 2048],
        [sent.urls.thumbnail, 480],
      ] as const) {
        const file = await app.inject(url)
        expect(file.headers).toMatchObject({
          'content-type': 'image/webp',
          'cache-control': 'private, no-cache',
        })
        expect(webpChunks(file.rawPayload)).toEqual(['VP8'])
        expect(file.rawPayload.includes(CAMERA)).toBe(false)
        expect(file.rawPayload.readUInt16LE(26) & 0x3fff).toBe(longest)
      }
    })
  },
)

dbTest('who sent a photo is told to the office, not to the firm', async (context) => {
  await onSite(context, async ({ app, firm, contractId }) => {
    await upload(app, contractId)
    expect((await photosOf(app, contractId))[0]?.uploadedByName).toMatch(/^Compte /)
    expect((await photosOf(firm, contractId))[0]?.uploadedByName).toBeNull()
  })
})

dbTest('photos from one viewpoint are a pair from before to after, whichever came first', async (context) => {
  await onSite(context, async ({ app, firm, contractId }) => {
    const viewpoint = 'Porte nord'
    const after = await upload(firm, contractId, { viewpoint, bytes: withDay('2026-09-20') })
    const before = await upload(firm, contractId, {
      viewpoint,
      takenAt: '2026-03-02T08:00:00Z',
      position: '-12.2,15.1',
    })
    await upload(firm, contractId, { viewpoint: 'Puits' })
    expect(before.json()).toMatchObject({ position: [-12.2, 15.1] })
    const photos = await photosOf(app, contractId)
    expect(photos).toHaveLength(3)
    expect(
      photoSeries(photos).map((series) => [series.viewpoint, series.photos.map(({ id }) => id)]),
    ).toEqual([[viewpoint, [before.json().id, after.json().id]]])
  })
})

dbTest('bad photos are refused by name, and nothing is stored', async (context) => {
  await onSite(context, async ({ app, firm, contractId, filesDir }) => {
    for (const [what, form, status, code] of [
      ['truncated', { bytes: PHOTO.subarray(0, 60_000) }, 400, 'photo-broken'],
      [
        'HEIC',
        { bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1', 'latin1') },
        415,
        'photo-format-unsupported',
      ],
      ['a script', { bytes: Buffer.from('<script>alert(1)</script>') }, 415, 'photo-format-unsupported'],
      ['16 MB', { bytes: Buffer.concat([PHOTO, Buffer.alloc(16_000_000)]) }, 413, 'body-too-large'],
      ['no file', { file: 'image' }, 400, 'photo-file-missing'],
      ['no contract', {}, 404, 'works-not-found'],
    ] as const) {
      const answer = await upload(firm, what === 'no contract' ? randomUUID() : contractId, form)
      expect(answer.json(), what).toMatchObject({ status, code })
    }
    for (const [field, value] of [
      ['caption', 'x'.repeat(501)],
      ['viewpoint', 'x'.repeat(81)],
      ['takenAt', 'hier'],
      ['position', '15.1'],
      ['position', '-212,15'],
    ] as const) {
      const answer = await upload(firm, contractId, { [field]: value })
      expect(answer.json(), `${field} ${value}`).toMatchObject({
        status: 400,
        code: 'validation-failed',
        errors: [{ field: expect.stringContaining(field) }],
      })
    }
    expect(await storedFiles(filesDir)).toEqual([])
    expect(await photosOf(app, contractId)).toEqual([])
  })
})

dbTest('the same upload sent again is kept once; its id never becomes another picture', async (context) => {
  await onSite(context, async ({ app, firm, rival, contractId, rivalContractId, filesDir }) => {
    const id = randomUUID()
    const first = await upload(firm, contractId, { id })
    const again = await upload(firm, contractId, { id })
    expect([first.statusCode, again.statusCode]).toEqual([201, 200])
    expect(again.json()).toEqual(first.json())
    const replaced = await upload(app, contractId, { id, bytes: withDay('2026-09-20') })
    expect([replaced.statusCode, replaced.json().code]).toEqual([409, 'works-photo-id-taken'])
    const elsewhere = await upload(rival, rivalContractId, { id, bytes: withDay('2026-09-20') })
    expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([409, 'works-photo-id-taken'])
    expect(await storedFiles(filesDir)).toHaveLength(2)
    expect(await photosOf(app, contractId)).toHaveLength(1)
    expect(await photosOf(app, rivalContractId)).toEqual([])
  })
})

dbTest('the photos of another firm are as unknown as none', async (context) => {
  await onSite(context, async ({ as, app, firm, rival, contractId, rivalContractId, postId }) => {
    const { id, urls } = WorksPhoto.parse((await upload(firm, contractId)).json())
    const told = async (asked: App, url: string) => {
      const answer = await asked.inject(url)
      return [answer.statusCode, answer.json<{ code: string }>().code]
    }
    expect((await firm.inject(urls.large)).statusCode).toBe(200)
    const never = `/api/works/contracts/${rivalContractId}/photos/${randomUUID()}/large`
    expect(await told(rival, never)).toEqual([404, 'photo-not-found'])
    expect(await told(rival, urls.large)).toEqual([404, 'photo-not-found'])
    const through = `/api/works/contracts/${rivalContractId}/photos/${id}/large`
    for (const asked of [rival, app]) expect(await told(asked, through)).toEqual([404, 'photo-not-found'])
    expect((await upload(rival, contractId)).json()).toMatchObject({ status: 404, code: 'works-not-found' })
    for (const role of ['viewer', 'partner'] as const) {
      const outside = await as(await account(context.db, { role, postIds: [postId] }))
      expect(await told(outside, urls.thumbnail)).toEqual([403, 'not-permitted'])
      expect((await upload(outside, contractId)).statusCode).toBe(403)
    }
    const far = await as(await account(context.db, { role: 'focal-point', subOfficeId: 'bassikounou' }))
    expect(await told(far, urls.thumbnail)).toEqual([404, 'photo-not-found'])
  })
})

dbTest(
  'a report shows photos of its own contract alone, and an archived contract takes none',
  async (context) => {
    await onSite(context, async ({ app, firm, rival, contractId, rivalContractId }) => {
      await record(context.db, contractId, begun())
      const report = (photoIds: string[]) =>
        firm.inject({
          method: 'POST',
          url: `/api/works/contracts/${contractId}/events`,
          payload: { events: [happened('progress-report', '2025-03-10', HALF, { photoIds })] },
        })
      const foreign = (await upload(rival, rivalContractId)).json<{ id: string }>().id
      expect((await report([foreign])).json()).toMatchObject({ code: 'works-photo-unknown' })
      const own = (await upload(firm, contractId)).json<{ id: string }>().id
      expect((await report([own])).statusCode).toBe(201)
      const { events } = WorksFile.parse((await app.inject(`/api/works/contracts/${contractId}`)).json())
      const reports = events.filter(({ kind }) => kind === 'progress-report')
      expect(reports.map(({ photoIds }) => photoIds)).toEqual([[own]])

      const archived = await app.inject({
        method: 'POST',
        url: `/api/works/contracts/${contractId}/archive`,
        payload: { version: 1 },
      })
      expect(archived.statusCode).toBe(200)
      const late = await upload(firm, contractId)
      expect([late.statusCode, late.json().code]).toEqual([409, 'works-archived'])
    })
  },
)

dbTest(
  'nobody deletes or changes a photo: there is no route, and people may not in the database',
  async (context) => {
    await onSite(context, async ({ app, firm, contractId }) => {
      const { id } = (await upload(firm, contractId)).json<{ id: string }>()
      const url = `/api/works/contracts/${contractId}/photos/${id}`
      for (const method of ['DELETE', 'PATCH', 'POST'] as const)
        expect((await app.inject({ method, url })).statusCode).toBe(404)
      const { granted } = await context.db.one<{ granted: string[] }>(sql`
      select array_agg(distinct privilege_type::text) as granted
        from information_schema.column_privileges
       where grantee = 'borne_app' and table_schema = 'public' and table_name = 'works_photo'
         and privilege_type in ('INSERT', 'UPDATE')`)
      expect(granted).toEqual(['INSERT'])
      const { mayDelete } = await context.db.one<{ mayDelete: boolean }>(
        sql`select has_table_privilege('borne_app', 'public.works_photo', 'delete') as "mayDelete"`,
      )
      expect(mayDelete).toBe(false)
    })
  },
)
