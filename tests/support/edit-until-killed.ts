import { writeSync } from 'node:fs'
import { verifyChain } from '../../api/src/features/audit/verify-chain.ts'
import { changePost, createPost } from '../../api/src/features/posts/change-post.ts'
import { callerOf } from '../../api/src/platform/access/caller.ts'
import { type Db, dbOver } from '../../api/src/platform/db.ts'
import { openEmbeddedEngine } from '../../api/src/platform/embedded-postgis/embedded-engine.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { account } from './given-account.ts'
import { postInput } from './given-post.ts'

/** What a killed program left behind, and the changes that the next one was told are done. */
export interface FoundRegister {
  /** Version and last change of each post. */
  readonly posts: Readonly<Record<string, readonly [version: number, facingPost: string]>>
  /** Posts whose changes, or whose lines in the journal, are not one for each version. */
  readonly brokenPosts: readonly string[]
  readonly changes: number
  readonly isChainIntact: boolean
  readonly chainEvents: number
}
export type Acknowledged = readonly [postId: string, version: number, facingPost: string]

const STDOUT = 1
const WRITERS = 4

function say(word: 'found' | 'acknowledged', told: FoundRegister | Acknowledged): void {
  writeSync(STDOUT, `${word} ${JSON.stringify(told)}\n`)
}

async function findRegister(db: Db): Promise<FoundRegister> {
  const posts = await db.many<{ id: string; version: number; facingPost: string; isBroken: boolean }>(sql`
    select post.id, post.version, post.facing_post as "facingPost",
           changes.versions is distinct from numbered.versions or lines.versions is distinct from numbered.versions
             as "isBroken"
      from border_post post
      join lateral (select array_agg(n) as versions from generate_series(1, post.version) n) numbered on true
      join lateral (select array_agg(version order by id) as versions
                      from post_change where post_id = post.id) changes on true
      join lateral (select array_agg((detail ->> 'version')::int order by seq) as versions
                      from audit_event where subject = 'post' and subject_id = post.id::text) lines on true
     order by post.id`)
  const { changes } = await db.one<{ changes: number }>(sql`select count(*) as changes from post_change`)
  const chain = await verifyChain(db)
  return {
    posts: Object.fromEntries(posts.map(({ id, version, facingPost }) => [id, [version, facingPost]])),
    brokenPosts: posts.filter(({ isBroken }) => isBroken).map(({ id }) => id),
    changes,
    isChainIntact: chain.isIntact,
    chainEvents: chain.events,
  }
}

/** Enters posts and changes them, one after the other, until the process ends. */
async function write(db: Db, writer: number): Promise<never> {
  for (let turn = 0; ; turn++) {
    const name = `Poste ${writer}-${turn}`
    let post = await createPost(db, postInput({ name, position: null }))
    say('acknowledged', [post.id, post.version, post.facingPost])
    for (let change = 0; change < 8; change++) {
      const facingPost = `${process.pid}-${writer}-${turn}-${change}`
      post = await changePost(db, post.id, { version: post.version, facingPost, notes: facingPost })
      say('acknowledged', [post.id, post.version, post.facingPost])
    }
  }
}

const engine = await openEmbeddedEngine({ dataDir: process.argv[2]! })
const db = dbOver(engine)
say('found', await findRegister(db))
const { id } = await account(db, { role: 'coordinator', email: `${process.pid}-${Date.now()}@example.org` })
const facts = { role: 'coordinator' as const, subOfficeId: null, postIds: [] }
const caller = callerOf({
  ...facts,
  accountId: id,
  name: 'Coordination',
  address: '127.0.0.1',
  agent: 'essai',
})
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(db.as(caller), writer)))
