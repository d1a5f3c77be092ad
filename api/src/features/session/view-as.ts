import type { z } from 'zod'
import { CLEARANCES } from '../../contract-kit/access.ts'
import { viewedAs } from '../../platform/access/caller.ts'
import type { Session } from '../../platform/access/sessions.ts'
import { appendAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { sql } from '../../platform/sql.ts'
import type { ViewAsInput } from './contract.ts'

/**
 * Shows a person the app as another role sees it. Of the posts that are named, those that they do not see
 * themselves are told as unknown.
 */
export async function viewAs(
  db: Db,
  session: Session,
  { role, postIds }: z.infer<typeof ViewAsInput>,
): Promise<Session> {
  const isNamed = CLEARANCES[role].rows === 'named-posts'
  const seen = isNamed ? await findSeenPosts(db.as(session.own)) : []
  const named = postIds ?? seen
  const missing = isNamed ? postIds?.find((id) => !seen.includes(id)) : undefined
  if (missing) throw problem('post-not-found', { postId: missing })
  await db.transaction(async () => {
    await db.run(sql`
      update session
         set view_role = ${role}, view_post_ids = ${named}::uuid[]
       where id = ${session.id}`)
    await appendAudit(db, session.own, { action: 'read', subject: 'view-as', subjectId: role })
  })
  return { ...session, isViewingAs: true, caller: viewedAs(session.own, role, named) }
}

export async function viewAsOneself(db: Db, session: Session): Promise<Session> {
  await db.run(sql`update session set view_role = null, view_post_ids = null where id = ${session.id}`)
  return { ...session, isViewingAs: false, caller: session.own }
}

async function findSeenPosts(db: Db): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`select id from border_post order by id`)
  return rows.map(({ id }) => id)
}
