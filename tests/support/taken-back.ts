import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'

/** Does `work` inside the test's transaction and takes back all that it wrote. */
export async function takenBack<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await db.run(sql`savepoint taken_back`)
  try {
    return await work()
  } finally {
    await db.run(sql`rollback to savepoint taken_back`)
    await db.run(sql`release savepoint taken_back`)
  }
}
