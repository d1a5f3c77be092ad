import type { z } from 'zod'
import type { Closures } from '../../road-state/contract.ts'
import type { VisibilityAudit } from '../../visibility/contract.ts'
import type { WorksProgress, WorksRow, WorksRows } from '../../works/contract.ts'
import type { ClosureFact, ContractFact, DayFacts, PostFact } from '../facts.ts'
import type { Slide } from '../slide-contract.ts'
import { contractOnDay, contractToday, milestonesOnDay } from './contracts-on-day.ts'
import { endOfDay, type Gathering } from './gathering.ts'
import { findEditsSince, findPosts, type PostEdit, type StoredPost } from './post-queries.ts'
import { type PostOnDay, postsOnDay } from './posts-on-day.ts'
import { daysOf, slideDays } from './slide-days.ts'
import { findCalendars, findHistories } from './works-queries.ts'

export interface GatheredDays {
  readonly days: ReadonlyMap<string, DayFacts>
  /** Ids of what is fictional. */
  readonly fictional: ReadonlySet<string>
}

/** The days that the slides tell of: posts, and on the slides' own days works, plaques and closures too. */
export async function gatherDays(at: Gathering, namedPostIds: ReadonlySet<string>): Promise<GatheredDays> {
  const { briefing, today, db } = at
  const plan = planDays(briefing.slides, today)
  const posts = await findPosts(db)
  const edits = await findEdits(at, plan)
  const rows = await findRows(at)
  const donors = donorsByPost(rows)
  const monthly = await monthlyProgress(at, plan)
  const contracts = await contractsByDay(at, plan, rows)
  const days = new Map<string, DayFacts>()
  for (const day of plan) {
    const found = postsOnDay(posts, edits, { ...day, namedPostIds })
    const plaques = await plaquesOn(at, day)
    days.set(day.on, {
      on: day.on,
      posts: found.map(
        (post): PostFact => ({
          ...withProgress(post, day, monthly),
          donorIds: donors.get(post.id) ?? [],
          plaques: plaques.get(post.id) ?? [],
        }),
      ),
      contracts: contracts.get(day.on) ?? [],
      closures: await closuresOn(at, day),
    })
  }
  return { days, fictional: fictionalIds(posts, rows) }
}

interface PlannedDay {
  readonly on: string
  /** Null: with all that is known. */
  readonly knownAt: string | null
  /** Some slide tells of it, and not only of a month or an earlier state. */
  readonly isOwn: boolean
  /** It is looked at as the end of a month alone. */
  readonly isMonth: boolean
  readonly slides: readonly Slide[]
}

/**
 * Which day is told of as it was known when. A day on which a slide is frozen, as known at its end; a day that frozen
 * slides alone look back on, as known on the earliest of their days.
 */
function planDays(slides: readonly Slide[], today: string): PlannedDay[] {
  const dated = slides.map((slide) => ({ slide, days: slideDays(slide, today) }))
  return daysOf(slides, today).map((on) => {
    const own = dated.filter(({ days }) => days.on === on)
    const asking = dated.filter(({ days: { compareOn, replay, history } }) =>
      [compareOn, ...replay, ...history].includes(on),
    )
    const frozen = (own.length > 0 ? own : asking)
      .map(({ slide, days }) => (slide.frozenOn !== null && days.on < today ? days.on : null))
      .sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
    const [earliest] = frozen
    return {
      on,
      knownAt: earliest ? endOfDay(earliest) : null,
      isOwn: own.length > 0,
      isMonth: own.length === 0 && !dated.some(({ days }) => days.compareOn === on),
      slides: own.map(({ slide }) => slide),
    }
  })
}

async function findEdits(
  { db, may }: Gathering,
  plan: readonly PlannedDay[],
): Promise<ReadonlyMap<string, readonly PostEdit[]>> {
  const [since] = plan.flatMap(({ knownAt }) => knownAt ?? []).sort()
  if (!since || !may('posts.history')) return new Map()
  return Map.groupBy(await findEditsSince(db, since), ({ postId }) => postId)
}

async function findRows({ ask, may, today }: Gathering): Promise<WorksRow[]> {
  if (!may('works.read')) return []
  const { items } = await ask<z.infer<typeof WorksRows>>(`/api/works/contracts?on=${today}`)
  return items
}

function donorsByPost(rows: readonly WorksRow[]): Map<string, string[]> {
  const donors = new Map<string, Set<string>>()
  for (const row of rows)
    for (const { id } of row.posts) {
      const own = donors.get(id) ?? new Set()
      for (const donor of row.donors) own.add(donor.id)
      donors.set(id, own)
    }
  return new Map([...donors].map(([id, own]) => [id, [...own].sort()]))
}

function fictionalIds(posts: readonly StoredPost[], rows: readonly WorksRow[]): Set<string> {
  const fictional = [...posts, ...rows].filter(({ isDemonstration }) => isDemonstration)
  return new Set(fictional.map(({ id }) => id))
}

/** Percent of works of a post at the end of months, where months are looked at. */
async function monthlyProgress(
  { ask, may }: Gathering,
  plan: readonly PlannedDay[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  if (!may('works.read') || !plan.some(({ isMonth }) => isMonth)) return new Map()
  const { months, posts } = await ask<WorksProgress>('/api/works/progress-by-month')
  return new Map(
    posts.map(({ postId, percents }) => [
      postId,
      new Map(
        months.flatMap((month, index) => {
          const percent = percents[index] ?? null
          return percent === null ? [] : [[month.slice(0, 7), percent] as const]
        }),
      ),
    ]),
  )
}

/** Month by month the works tell how far a post was; else the register. */
function withProgress(
  post: PostOnDay,
  { on, isMonth }: PlannedDay,
  monthly: ReadonlyMap<string, ReadonlyMap<string, number>>,
): PostOnDay {
  if (post.status !== 'under-works' || !isMonth) return post
  return { ...post, progressPercent: monthly.get(post.id)?.get(on.slice(0, 7)) ?? post.progressPercent }
}

async function contractsByDay(
  { db, today, briefing }: Gathering,
  plan: readonly PlannedDay[],
  rows: readonly WorksRow[],
): Promise<Map<string, ContractFact[]>> {
  const own = plan.filter(({ isOwn }) => isOwn)
  const asksMilestones = briefing.slides.some(
    ({ content }) => content?.kind === 'table' && content.table === 'milestones',
  )
  const needsHistory = asksMilestones || own.some(({ on }) => on < today)
  const ids = rows.map(({ id }) => id)
  const histories = needsHistory ? await findHistories(db, ids) : []
  const calendars = needsHistory ? await findCalendars(db) : []
  const byId = new Map(histories.map((history) => [history.contract.id, history]))
  return new Map(
    own.map(({ on, knownAt }) => [
      on,
      rows.flatMap((row) => {
        const history = byId.get(row.id)
        if (on < today && history) {
          const isKnown = history.events.some(({ recordedAt }) => recordedAt <= (knownAt ?? ''))
          // A contract that was entered later altogether is told with all that is known of it.
          const when = { on, knownAt: isKnown && knownAt ? knownAt : endOfDay(today) }
          return [contractOnDay(row, history, calendars, when)]
        }
        const when = { on: today, knownAt: endOfDay(today) }
        return [contractToday(row, history ? milestonesOnDay(history, calendars, when) : [])]
      }),
    ]),
  )
}

const asks = (slide: Slide, layer: 'closures' | 'visibility') => slide.view?.layers.includes(layer) ?? false
function asksPlaques({ content }: Slide): boolean {
  return (
    (content?.kind === 'figures' && content.figures.includes('plaques-seen')) ||
    (content?.kind === 'table' && content.table === 'visibility')
  )
}

async function plaquesOn(
  { ask, may, today }: Gathering,
  { on, slides }: PlannedDay,
): Promise<Map<string, PostFact['plaques']>> {
  const isAsked = slides.some((slide) => asks(slide, 'visibility') || asksPlaques(slide))
  if (!isAsked || !may('visibility.read')) return new Map()
  const { items } = await ask<VisibilityAudit>(`/api/visibility${on < today ? `?on=${on}` : ''}`)
  const due = Map.groupBy(
    items.filter((item) => item.due !== null),
    ({ postId }) => postId,
  )
  return new Map(
    [...due].map(([postId, own]) => [
      postId,
      own.map(({ donorId, state, seenOn }) => ({ donorId, state, seenOn })),
    ]),
  )
}

const CLOSURES: Readonly<Record<string, ClosureFact['kind']>> = {
  cut: 'cut',
  slow: 'slow',
  'four-wheel-drive': 'four-by-four',
}

async function closuresOn({ ask, may }: Gathering, { on, slides }: PlannedDay): Promise<ClosureFact[]> {
  if (!slides.some((slide) => asks(slide, 'closures')) || !may('roads.read')) return []
  const { items } = await ask<z.infer<typeof Closures>>(`/api/closures?date=${on}&limit=1000`)
  return items.flatMap(({ isActing, effect, geometry }) => {
    const kind = CLOSURES[effect]
    return isActing && kind ? [{ kind, geometry }] : []
  })
}
