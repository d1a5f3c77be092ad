import { randomBytes } from 'node:crypto'
import { migrate } from '@borne/migrations'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { createPost } from '../../../api/src/features/posts/change-post.ts'
import { callerOf } from '../../../api/src/platform/access/caller.ts'
import { dbOver } from '../../../api/src/platform/db.ts'
import { openServerEngine } from '../../../api/src/platform/server-engine.ts'
import { sql } from '../../../api/src/platform/sql.ts'
import { createDatabase } from '../../support/db-test.ts'
import { account } from '../../support/given-account.ts'
import { postInput } from '../../support/given-post.ts'

const SERVER_URL = process.env.BORNE_TEST_DATABASE_URL
const PASSWORD = 'modest'

/** As the README makes it: an owner who may create roles and is nobody otherwise. */
async function openAsModestOwner(serverUrl: string, canCreateRoles: boolean) {
  const name = `borne_modest_${randomBytes(4).toString('hex')}`
  const url = new URL(await createDatabase(serverUrl, name))
  const superuser = new pg.Client({ connectionString: url.href })
  await superuser.connect()
  await superuser.query('create extension if not exists postgis')
  await superuser.query(
    `create role ${name} login password '${PASSWORD}' ${canCreateRoles ? 'createrole' : 'nocreaterole'}`,
  )
  await superuser.query(`alter database ${name} owner to ${name}`)
  await superuser.query('grant create on schema public to public')
  await superuser.end()
  url.username = name
  url.password = PASSWORD
  return openServerEngine(url.href)
}

function onServer(serverUrl: string): void {
  test('an owner who is no superuser migrates, and people meet their rows and fields only', async () => {
    const engine = await openAsModestOwner(serverUrl, true)
    const db = dbOver(engine)
    try {
      await migrate(engine.pool)
      const post = await createPost(db, postInput({ notes: 'réservé', position: null }))
      const facts = { name: '', address: '', agent: '', postIds: [] }
      const focal = await account(db, { role: 'focal-point' })
      const elsewhere = callerOf({
        ...facts,
        accountId: focal.id,
        role: 'focal-point',
        subOfficeId: 'bassikounou',
      })
      const here = callerOf({ ...facts, accountId: focal.id, role: 'focal-point', subOfficeId: 'selibaby' })
      const viewer = callerOf({ ...facts, accountId: focal.id, role: 'viewer', subOfficeId: null })
      const read = sql`select notes from border_post where id = ${post.id}`
      expect(await db.as(here).many(read)).toEqual([{ notes: 'réservé' }])
      expect(await db.as(viewer).many(read)).toEqual([{ notes: null }])
      expect(await db.as(elsewhere).many(read)).toEqual([])
      expect(await db.many(read)).toEqual([{ notes: 'réservé' }])
      await expect(
        db.as(here).run(sql`update public.border_post set sub_office_id = 'bassikounou'`),
      ).rejects.toMatchObject({
        code: '42501',
      })
    } finally {
      await engine.close()
    }
  })

  test('one who may not even create roles is told so, and the database is as before', async () => {
    const engine = await openAsModestOwner(serverUrl, false)
    try {
      await expect(migrate(engine.pool)).rejects.toMatchObject({
        code: 'migration-failed',
        details: { file: '0006_callers.sql' },
      })
      await expect(engine.pool.query('select from sub_office')).rejects.toMatchObject({ code: '42P01' })
    } finally {
      await engine.close()
    }
  })
}

if (SERVER_URL) describe('on a server', () => onServer(SERVER_URL))
else test.skip('an owner who is no superuser: BORNE_TEST_DATABASE_URL is not set', () => {})
