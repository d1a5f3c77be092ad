import type { BorderPosts } from '@borne/api/contracts/posts'
import type { WorksFile, WorksProgress, WorksRows } from '@borne/api/contracts/works'
import type { QueryClient } from '@tanstack/react-query'
import type { SeenAddress } from '../features/briefings/view-of-address.ts'
import { DEFAULT_MINUTES } from '../features/coverage/measure/measure-query.ts'
import { coverageSearch } from '../features/coverage/search.ts'
import { missionSearch } from '../features/missions/search.ts'
import { choosePosts } from '../features/posts/filter-posts.ts'
import { toPostRows } from '../features/posts/post-row.ts'
import { postsQuery } from '../features/posts/posts-query.ts'
import { postsSearch, readStatuses } from '../features/posts/search.ts'
import { chooseContracts, countFilters } from '../features/works/choose-contracts.ts'
import { contractSearch, worksSearch } from '../features/works/search.ts'
import { contractQuery, portfolioQuery, progressQuery } from '../features/works/works-queries.ts'
import { currentCamera } from '../map/view.ts'
import { thisDay } from '../ui/days.ts'
import { readableQuery, shellSearch } from './search.ts'

type Search = Readonly<Record<string, unknown>>
type Cache = Pick<QueryClient, 'getQueryData'>
type Part = Partial<SeenAddress>

/** What a page shows, from its address; filters that only the page knows are told by what they leave of what it has read. */
export function readAddress(
  address: { pathname: string; search: Search; searchStr: string },
  cache: Cache,
): SeenAddress {
  const { pathname, search, searchStr } = address
  const { at, hide } = shellSearch.parse(search)
  return {
    pathname,
    href: pathname + readableQuery(searchStr),
    camera: currentCamera(at),
    hide: hide?.split(',') ?? [],
    today: thisDay(),
    ...partOf(pathname, search, cache),
  }
}

function partOf(pathname: string, search: Search, cache: Cache): Part {
  const [, section, id, deeper] = pathname.split('/')
  const isOne = id !== undefined && id.length === ID_LENGTH && deeper === undefined
  if (section === 'posts') return { ...postsPart(search, cache), ...(isOne && { selectedPostId: id }) }
  if (section === 'works') return isOne ? contractPart(id, search, cache) : portfolioPart(search, cache)
  if (section === 'missions' && isOne) return missionPart(id, search)
  if (section === 'coverage') return { coverage: coveragePart(search) }
  if (section === 'roads') return { asOf: shellSearch.parse(search).on }
  return {}
}

const ID_LENGTH = 36

function postsPart(search: Search, cache: Cache): Part {
  const asked = postsSearch.parse(search)
  const { q, unconfirmed, archived, kind, moughataa, post } = asked
  const read = cache.getQueryData<BorderPosts>(postsQuery(archived).queryKey)
  const isMore = Boolean(q?.trim() || unconfirmed || archived)
  return {
    statuses: readStatuses(asked),
    kind,
    moughataa,
    selectedPostId: post,
    ...(isMore && read && { postIds: choosePosts(toPostRows(read), asked).map(({ id }) => id) }),
  }
}

function portfolioPart(search: Search, cache: Cache): Part {
  const asked = worksSearch.parse(search)
  const rows = cache.getQueryData<WorksRows>(portfolioQuery.queryKey)?.items ?? []
  const first = cache.getQueryData<WorksProgress>(progressQuery.queryKey)?.months[0]?.slice(0, 7)
  const ofDonor = asked.donor !== undefined && countFilters(asked) === 1
  const isMore = countFilters(asked) > 0 && !ofDonor
  return {
    ...(ofDonor && { donorId: asked.donor }),
    ...(isMore && rows.length > 0 && { postIds: postIdsOf(chooseContracts(rows, asked)) }),
    ...(asked.month && first && first <= asked.month && { replay: { from: first, to: asked.month } }),
  }
}

function contractPart(contractId: string, search: Search, cache: Cache): Part {
  const { tab, asOf, knownOn } = contractSearch.parse(search)
  const file = cache.getQueryData<WorksFile>(contractQuery(contractId).queryKey)
  const postIds = file ? postIdsOf([file.contract]) : []
  return {
    ...(postIds.length > 0 && { postIds, selectedPostId: postIds[0] }),
    ...(tab === 'curve' && { curveOfId: contractId }),
    asOf: asOf ?? knownOn,
  }
}

function missionPart(missionId: string, search: Search): Part {
  return {
    missionId,
    asOf: missionSearch.parse(search).tab === 'day' ? missionSearch.parse(search).day : undefined,
  }
}

function coveragePart(search: Search): NonNullable<SeenAddress['coverage']> {
  const { minutes, includeUnconfirmed, question, scenario } = coverageSearch.parse(search)
  const { on, vehicle } = shellSearch.parse(search)
  return {
    minutes: minutes ?? DEFAULT_MINUTES,
    date: on ?? null,
    ...(vehicle && { vehicle }),
    includeUnconfirmed: includeUnconfirmed ?? false,
    ...(question === 'scenarios' && scenario && { scenarioId: scenario }),
  }
}

function postIdsOf(contracts: readonly { readonly posts: readonly { readonly id: string }[] }[]): string[] {
  return [...new Set(contracts.flatMap(({ posts }) => posts.map(({ id }) => id)))]
}
