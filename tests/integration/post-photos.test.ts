import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { BorderPostDetail, PostChanges } from '../../api/src/features/posts/contract.ts'
import { storeFile } from '../../api/src/platform/photos/store-file.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { SELIBABY } from '../support/given-post.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'
import { PHOTO, webpChunks, withExif } from '../support/photo.ts'

const CAMERA = 'CAMERA-SERIAL-4711'
const FROM_A_TELEPHONE = withExif(PHOTO, {
  cameraMake: CAMERA,
  takenAt: '2026:10:01 09:30:00',
  longitude: SELIBABY[0] + 0.01,
  latitude: SELIBABY[1],
  orientation: 6,
})

async function upload({ app }: TestApp, postId: string, bytes: Buffer, caption?: string, field = 'file') {
  const form = new FormData()
  form.append(field, new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg')
  if (caption !== undefined) form.append('caption', caption)
  const body = new Response(form)
  return app.inject({
    method: 'POST',
    url: `/api/posts/${postId}/photos`,
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
}

async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

dbTest(
  'a photo tells when and where it was taken, and is served upright without metadata',
  async ({ db, given }) => {
    const post = await given.post()
    await withApp(db, async (test) => {
      const answer = await upload(test, post.id, FROM_A_TELEPHONE, 'Façade')

      expect(answer.statusCode).toBe(201)
      const after = BorderPostDetail.parse(answer.json())
      expect(after).toMatchObject({ photoCount: 1, version: 1 })
      const photo = after.photos[0]!
      expect(photo).toMatchObject({
        caption: 'Façade',
        takenAt: '2026-10-01T09:30:00.000Z',
        widthPixels: 1024,
        heightPixels: 2048,
      })
      expect(photo.takenPosition?.[0]).toBeCloseTo(SELIBABY[0] + 0.01, 5)
      // A hundredth of a degree of longitude at this latitude: 111.32 km × cos 15.158° / 100.
      expect(photo.takenDistanceMetres).toBeGreaterThan(1_065)
      expect(photo.takenDistanceMetres).toBeLessThan(1_085)
      for (const [url, longest] of [
        [photo.urls.large, 2048],
        [photo.urls.thumbnail, 480],
      ] as const) {
        const file = await test.app.inject(url)
        expect(file.headers).toMatchObject({
          'content-type': 'image/webp',
          'cache-control': expect.stringContaining('private, no-cache'),
        })
        expect(webpChunks(file.rawPayload)).toEqual(['VP8'])
        expect(file.rawPayload.includes(CAMERA)).toBe(false)
        expect(file.rawPayload.includes('Exif')).toBe(false)
        expect(file.rawPayload.readUInt16LE(28) & 0x3fff).toBe(longest)
      }
      expect(FROM_A_TELEPHONE.includes(CAMERA)).toBe(true)
      expect(await storedFiles(test.filesDir)).toHaveLength(2)
    })
  },
)

dbTest('a photo without EXIF is welcome and tells nothing', async ({ db, given }) => {
  const post = await given.post()
  await withApp(db, async (test) => {
    const answer = await upload(test, post.id, PHOTO)
    expect(answer.json().photos).toMatchObject([
      { caption: '', takenAt: null, takenPosition: null, takenDistanceMetres: null, widthPixels: 2048 },
    ])
  })
})

dbTest('a removed photo is not served, is told in the changes, and comes back', async ({ db, given }) => {
  const post = await given.post()
  await withApp(db, async (test) => {
    const { id, urls } = (await upload(test, post.id, PHOTO, 'Façade')).json().photos[0]
    const photoUrl = `/api/posts/${post.id}/photos/${id}`

    expect((await test.app.inject({ method: 'DELETE', url: photoUrl })).json().photos).toEqual([])
    expect((await test.app.inject(urls.large)).json()).toMatchObject({ status: 404, code: 'photo-not-found' })
    const restored = await test.app.inject({ method: 'POST', url: `${photoUrl}/restore` })
    expect(restored.json().photos).toMatchObject([{ id }])
    expect((await test.app.inject(urls.large)).statusCode).toBe(200)
    const { items } = PostChanges.parse((await test.app.inject(`/api/posts/${post.id}/changes`)).json())
    expect(items.map(({ action }) => action)).toEqual([
      'photo-restored',
      'photo-removed',
      'photo-added',
      'created',
    ])
    expect(items[1]?.fields).toEqual([{ field: 'photos', before: { id, caption: 'Façade' }, after: null }])
  })
})

dbTest('the same photo sent twice is kept once', async ({ db, given }) => {
  const post = await given.post()
  await withApp(db, async (test) => {
    const first = (await upload(test, post.id, PHOTO)).json()
    const second = (await upload(test, post.id, PHOTO)).json()
    expect(second.photos).toEqual(first.photos)
    expect(await storedFiles(test.filesDir)).toHaveLength(2)
  })
})

/** A PNG of under a hundred bytes that declares what it likes. */
function pngDeclaring(width: number, height: number): Buffer {
  const header = Buffer.alloc(25)
  header.writeUInt32BE(13, 0)
  header.write('IHDR', 4, 'latin1')
  header.writeUInt32BE(width, 8)
  header.writeUInt32BE(height, 12)
  header.set([8, 2, 0, 0, 0], 16)
  const data = deflateSync(Buffer.alloc(64))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    header,
    length,
    Buffer.from('IDAT'),
    data,
    Buffer.alloc(4),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ])
}

dbTest('bad photos are refused, and nothing is stored', async ({ db, given }) => {
  const post = await given.post()
  await withApp(db, async (test) => {
    for (const [what, bytes, status, code] of [
      ['truncated', PHOTO.subarray(0, 60_000), 400, 'photo-broken'],
      ['damaged inside', pngDeclaring(100, 100), 400, 'photo-broken'],
      ['a decompression bomb', pngDeclaring(60_000, 60_000), 413, 'photo-too-many-pixels'],
      ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 415, 'photo-format-unsupported'],
      [
        'a script under a photo’s name',
        Buffer.from('<script>alert(1)</script>'),
        415,
        'photo-format-unsupported',
      ],
      ['empty', Buffer.alloc(0), 415, 'photo-format-unsupported'],
      ['16 MB', Buffer.concat([PHOTO, Buffer.alloc(16_000_000)]), 413, 'body-too-large'],
    ] as const) {
      const answer = await upload(test, post.id, bytes)
      expect(answer.json(), what).toMatchObject({ status, code })
    }
    expect((await upload(test, post.id, PHOTO, 'x', 'image')).json().code).toBe('photo-file-missing')
    expect((await upload(test, post.id, PHOTO, 'x'.repeat(501))).json().errors).toMatchObject([
      { field: 'caption' },
    ])
    const absent = await upload(test, '00000000-0000-4000-8000-000000000000', PHOTO)
    expect(absent.json().code).toBe('post-not-found')
    expect(await storedFiles(test.filesDir)).toEqual([])
  })
  expect(await db.one(sql`select count(*) as photos from post_photo`)).toEqual({ photos: 0 })
})

dbTest(
  'a files folder that cannot be written to is a clear problem, and no row is left',
  async ({ db, given }) => {
    const post = await given.post()
    await withApp(db, async (test) => {
      // A file where the folder belongs stops root too, which permissions do not.
      await mkdir(test.filesDir, { recursive: true })
      await writeFile(join(test.filesDir, 'photos'), '')
      expect((await upload(test, post.id, PHOTO)).json()).toMatchObject({ code: 'files-not-writable' })
    })
    expect(await db.one(sql`select count(*) as photos from post_photo`)).toEqual({ photos: 0 })
  },
)

dbTest('a full disk on upload is a clear problem, and nothing is half-written', async ({ db, given }) => {
  const post = await given.post()
  await withApp(db, async (test) => {
    await mkdir(test.filesDir, { recursive: true })
    const unmount = await mountTinyDisk(test.filesDir)
    if (!unmount)
      return console.log('No tiny disk can be mounted here: the full disk is tested by file size only.')
    try {
      const answer = await upload(test, post.id, FROM_A_TELEPHONE)
      expect(answer.json()).toMatchObject({ status: 507, code: 'disk-full' })
      expect(await storedFiles(test.filesDir)).toEqual([])
    } finally {
      await unmount()
    }
    expect(await db.one(sql`select count(*) as photos from post_photo`)).toEqual({ photos: 0 })
    expect((await test.app.inject(`/api/posts/${post.id}`)).json()).toMatchObject({ photoCount: 0 })
    expect((await upload(test, post.id, FROM_A_TELEPHONE)).statusCode).toBe(201)
  })
})

test('a write that the system stops half-way leaves nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'borne-limit-'))
  await chmod(folder, 0o777)
  const store = new URL('../../api/src/platform/photos/store-file.ts', import.meta.url).href
  const script = `
    const { storeFile } = await import('${store}')
    await storeFile(${JSON.stringify(folder)}, Buffer.alloc(400_000, 7)).then(
      () => console.log('stored'),
      (error) => console.log(error.code))`
  try {
    const limited = ['-c', 'ulimit -f 100; exec "$0" --input-type=module -e "$1"', process.execPath, script]
    const { stdout } = await promisify(execFile)('/bin/sh', limited)
    expect(stdout.trim()).toBe('disk-full')
    expect(await storedFiles(folder)).toEqual([])
    const { isNew } = await storeFile(folder, Buffer.alloc(400_000, 7))
    expect(isNew).toBe(true)
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** A file system of 4 kB over the folder, where the machine lets us make one. */
async function mountTinyDisk(folder: string): Promise<(() => Promise<unknown>) | undefined> {
  const run = promisify(execFile)
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder])
  } catch {
    return undefined
  }
  return () => run('umount', [folder])
}
