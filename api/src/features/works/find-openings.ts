import { contractClock } from '@borne/geodata/works/contract-clock'
import { contractState } from '@borne/geodata/works/contract-state'
import { curveFacts } from '@borne/geodata/works/curve-facts'
import { earnedShares } from '@borne/geodata/works/earned-shares'
import { type EndForecast, forecastEnd } from '@borne/geodata/works/forecast-end'
import type { AnyWorksEvent, Day, WorkCalendar } from '@borne/geodata/works/types'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { Opening, Openings } from '../coverage/contract.ts'
import { findEvents } from './event-queries.ts'
import { findContractPosts, type SummarisedContract } from './queries.ts'
import { findCalendars } from './settings-queries.ts'
import { findContracts } from './summarised-contracts.ts'

/** When the posts of each works contract open, as it is known on a day: by the day, those without a day last. */
export function findOpenings(db: Db, on: Day): Promise<Openings> {
  return db.transaction(async () => {
    const calendars = await findCalendars(db)
    const links = Map.groupBy(await findContractPosts(db), ({ contractId }) => contractId)
    const posts = new Map((await findOpeningPosts(db)).map((post) => [post.postId, post]))
    const items: Opening[] = []
    for (const contract of await findContracts(db, { includeArchived: false })) {
      if (contract.summary.stage === 'terminated') continue
      const { id, reference, title, isDemonstration } = contract
      items.push({
        contractId: id,
        reference,
        title,
        ...(await tellDay(db, contract, { on, calendars })),
        posts: (links.get(id) ?? []).flatMap((link) => posts.get(link.id) ?? []),
        isDemonstration,
      })
    }
    const byDay = ({ opensOn }: Opening) => opensOn ?? '9999-12-31'
    return { on, items: items.toSorted((a, b) => (byDay(a) < byDay(b) ? -1 : byDay(a) > byDay(b) ? 1 : 0)) }
  })
}

type OpeningDay = Pick<Opening, 'opensOn' | 'kind' | 'latestOn'>
interface AsOf {
  readonly on: Day
  readonly calendars: readonly WorkCalendar[]
}

async function tellDay(db: Db, contract: SummarisedContract, asOf: AsOf): Promise<OpeningDay> {
  const { summary, id } = contract
  const received = summary.chain['provisional-acceptance']
  if (received !== null) return { opensOn: received, kind: 'received', latestOn: null }
  if (summary.chain['start-order'] === null) return { opensOn: null, kind: 'unknown', latestOn: null }
  const forecast = forecastOf(contract, await findEvents(db, id), asOf)
  if (forecast?.p50) return { opensOn: forecast.p50, kind: 'forecast', latestOn: forecast.p80 }
  const { plannedEnd } = contractClock(contract, summary, asOf.on)
  const opensOn = plannedEnd !== null && plannedEnd < asOf.on ? asOf.on : plannedEnd
  return { opensOn, kind: opensOn === null ? 'unknown' : 'contractual', latestOn: null }
}

/** Null without a plan, and where nothing is left to do. */
function forecastOf(
  contract: SummarisedContract,
  events: readonly AnyWorksEvent[],
  { on, calendars }: AsOf,
): EndForecast | null {
  const state = contractState(contract, events)
  const plan = state.currentPlan ?? state.baselines.at(-1) ?? null
  const { schedule, packages, readings } = curveFacts(state, calendars, plan)
  if (schedule === null) return null
  return forecastEnd(schedule, packages, earnedShares(packages, readings, on), on)
}

function findOpeningPosts(db: Db): Promise<Opening['posts']> {
  return db.many(sql`
    select post.id                                   as "postId",
           post.name,
           case when post.geom is not null
             then json_build_array(st_x(post.geom), st_y(post.geom)) end as position,
           post.physical_status = 'operational'      as "isOperational"
      from border_post_summary post
     order by post.name collate "und-x-icu", post.id`)
}
