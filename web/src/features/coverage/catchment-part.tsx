import type { Catchments } from '@borne/api/contracts/roads'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import { getJson } from '../../platform/api.ts'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { ROADS_KEY } from '../../platform/renew-roads.ts'
import { useRoadSettings } from '../../platform/road-settings-query.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { NetworkOptions, networkParams } from '../../ui/network-options.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { RoadStateChoice } from '../../ui/road-state-choice.tsx'
import { StateUsedNote } from '../../ui/state-used.tsx'
import { EmptyState, ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useTheme } from '../../ui/theme.ts'
import { catchmentLayers, postColour } from './area-layers.ts'
import styles from './areas.module.css'
import controls from './controls.module.css'
import type { CoveragePartProps } from './coverage-part.ts'
import { readPosts, writePosts } from './measure/measure-query.ts'
import { messages } from './messages.ts'
import { PostChoice } from './post-choice.tsx'
import type { CoverageQuestion } from './search.ts'

/** Which post is nearest in time, road by road. */
export function CatchmentPart({ search, onChange }: CoveragePartProps) {
  const m = useMessages(messages)
  const settings = useRoadSettings()
  const { data: posts } = useQuery(borderPostsQuery)
  const answer = useQuery(catchmentsQuery(search))
  const shown = answer.isError ? undefined : answer.data
  const isStale = answer.isPlaceholderData
  const layers = useMemo(() => (shown ? catchmentLayers(shown, isStale) : []), [shown, isStale])
  useMapLayers('coverage', layers)
  return (
    <>
      <div className={controls.controls}>
        <PostChoice
          posts={posts?.features ?? []}
          chosen={readPosts(search)}
          onChange={(ids) => onChange({ posts: writePosts(ids) })}
        />
        <RoadStateChoice choice={search} {...settings} onChange={onChange} />
        <details className={controls.options}>
          <summary>
            {m.options} <span>{m.optionsNow(search)}</span>
          </summary>
          <div className={controls.choices}>
            <NetworkOptions choice={search} onChange={onChange} />
          </div>
        </details>
      </div>
      {answer.isPending && <Skeleton lines={8} />}
      {answer.isError && (
        <ErrorState problem={answer.error} what={m.title} onRetry={() => void answer.refetch()} />
      )}
      {shown && (
        <StaleVeil isStale={isStale}>
          <CatchmentResult catchments={shown} />
        </StaleVeil>
      )}
    </>
  )
}

function catchmentsQuery(search: CoverageQuestion) {
  const params = { posts: search.posts, ...networkParams(search) }
  return queryOptions({
    queryKey: [ROADS_KEY, 'catchments', params],
    queryFn: ({ signal }) => getJson<Catchments>('/api/roads/catchments', params, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}

function CatchmentResult({ catchments }: { catchments: Catchments }) {
  const m = useMessages(messages)
  const { theme } = useTheme()
  const { distance, number } = useFormats()
  const used = catchments.posts.filter(({ isUsed }) => isUsed)
  if (used.length === 0) return <EmptyState title={m.noPost} />
  return (
    <>
      <PanelSection title={m.catchments}>
        <DataTable caption={m.catchments}>
          <thead>
            <tr>
              <th scope="col">{m.post}</th>
              <th scope="col" className="number">
                {m.roadLength}
              </th>
              <th scope="col" className="number">
                {m.settlementCount}
              </th>
            </tr>
          </thead>
          <tbody>
            {used.map((post, place) => (
              <tr key={post.postId}>
                <td>
                  <span
                    className={styles.swatch}
                    style={{ background: postColour(place, theme) }}
                    aria-hidden="true"
                  />
                  {post.name}
                </td>
                <td className="number">{distance(post.roadMetres)}</td>
                <td className="number">{number(post.settlementCount)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        {catchments.posts
          .filter(({ isUsed }) => !isUsed)
          .map(({ postId, name }) => (
            <p key={postId} className={styles.note}>
              {m.unused(name)}
            </p>
          ))}
      </PanelSection>
      <StateUsedNote state={catchments.state}>
        <p>
          {m.catchmentNote} {m.computed(String(Math.round(catchments.computeMilliseconds)))}.
        </p>
      </StateUsedNote>
    </>
  )
}
