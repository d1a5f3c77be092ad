import type { Db } from '../../../platform/db.ts'
import { sql } from '../../../platform/sql.ts'
import type { KnownName } from '../facts.ts'

/**
 * Every name that a post has or had, archived or not, and every firm, as far as the caller sees them: whatever an author
 * may have typed.
 */
export function gatherNames(db: Db): Promise<KnownName[]> {
  return db.many<KnownName>(sql`
    select post_id as "postId", name from post_name
    union
    select change.post_id, entry ->> 'before'
      from post_change change
     cross join lateral jsonb_array_elements(change.fields) as entry
     where entry ->> 'field' in ('name', 'nameAr') and entry ->> 'before' is not null
    union
    select null, name from contractor where name is not null
     order by 2, 1`)
}
