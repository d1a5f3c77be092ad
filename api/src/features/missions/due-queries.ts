import type { WorksSummary } from '@borne/geodata/works/results'
import type { Activity, WorkCalendar, WorksContract } from '@borne/geodata/works/types'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** A post with what is known of visits to it. */
export interface VisitedPost {
  readonly postId: string
  readonly name: string
  readonly position: [number, number] | null
  readonly isDemonstration: boolean
  readonly lastVisitOn: string | null
  readonly plannedIn: readonly { readonly missionId: string; readonly reference: string }[]
}

/** Posts that are not archived, with the last visit of a mission and the missions that are to visit them from a day on. */
export function findVisitedPosts(db: Db, on: string): Promise<VisitedPost[]> {
  return db.many(sql`
    select post.id as "postId",
           post.name,
           case when post.geom is not null then json_build_array(st_x(post.geom), st_y(post.geom)) end as position,
           post.is_demonstration as "isDemonstration",
           (select to_char(max(link.visited_on), 'YYYY-MM-DD')
              from mission_post link
             where link.post_id = post.id and link.visited_on <= ${on}::date) as "lastVisitOn",
           (select coalesce(json_agg(json_build_object('missionId', mission.id, 'reference', mission.reference)
                                     order by mission.starts_on, mission.reference), '[]')
              from mission_post link
              join mission on mission.id = link.mission_id
             where link.post_id = post.id and mission.status <> 'done' and mission.ends_on >= ${on}::date)
             as "plannedIn"
      from border_post_summary post
     where not post.is_archived
     order by post.name collate "und-x-icu", post.id`)
}

/** A works contract at posts, with what is needed to say what there is to see. */
export interface VisitedWorks extends WorksContract {
  readonly reference: string
  readonly title: string
  readonly postIds: readonly string[]
  readonly summary: WorksSummary
  /** Activities of the plan that counts, and its calendar; null without one. */
  readonly plan: { readonly activities: readonly Activity[]; readonly calendar: WorkCalendar | null } | null
}

/** Contracts that are not archived; of their plans the last current one, else the last baseline. */
export async function findVisitedWorks(db: Db): Promise<VisitedWorks[]> {
  const { contracts } = await db.one<{ contracts: VisitedWorks[] }>(sql`
    select coalesce(json_agg(json_build_object(
             'id', contract.id,
             'reference', contract.reference,
             'title', contract.title,
             'currency', contract.currency,
             'amountMinor', contract.amount_minor,
             'taxPpm', contract.tax_ppm,
             'durationDays', contract.duration_days,
             'terms', json_build_object(
               'penaltyPerDayPpm', contract.penalty_per_day_ppm,
               'penaltyCapPpm', contract.penalty_cap_ppm,
               'retentionPpm', contract.retention_ppm,
               'advancePpm', contract.advance_ppm,
               'advanceRecoveryFromPpm', contract.advance_recovery_from_ppm,
               'advanceRecoveryToPpm', contract.advance_recovery_to_ppm,
               'guaranteeMonths', contract.guarantee_months),
             'postIds', (select coalesce(json_agg(link.post_id order by link.ordinal), '[]')
                           from works_contract_post link where link.contract_id = contract.id),
             'summary', summary.value,
             'plan', (select json_build_object('activities', event.payload -> 'activities', 'calendar', calendar.value)
                        from works_event event
                        left join work_calendar calendar on calendar.id = event.payload ->> 'calendarId'
                       where event.contract_id = contract.id and event.kind = 'plan'
                         and not exists (select from works_event newer where newer.replaces = event.id)
                       order by event.payload ->> 'role' = 'current' desc, event.ordinal desc
                       limit 1))
             order by contract.reference, contract.id), '[]') as contracts
      from works_contract contract
      join works_summary summary on summary.contract_id = contract.id
     where contract.archived_at is null`)
  return contracts
}
