import type { RoadDay } from '@borne/api/contracts/roads'
import { Fragment } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { RoadCauseText } from '../../ui/road-cause-text.tsx'
import { DataTable } from '../../ui/table.tsx'
import styles from './day-result.module.css'
import { messages } from './messages.ts'
import { type RankedPost, rankPosts } from './rank-posts.ts'

const CLOSE_ZOOM = 10

interface PostsOnDayProps {
  day: RoadDay
  dayName: string
  againstName: string
}

/** How long to each post on both days; those that are cut off first, with what cuts them off. */
export function PostsOnDay({ day, dayName, againstName }: PostsOnDayProps) {
  const m = useMessages(messages)
  const ranked = rankPosts(day.posts)
  return (
    <DataTable caption={m.posts(day.start.name)}>
      <thead>
        <tr>
          <th scope="col">{m.post}</th>
          <th scope="col" className="number">
            {dayName}
          </th>
          <th scope="col" className="number">
            {againstName}
          </th>
        </tr>
      </thead>
      <tbody>
        {ranked.map((post) => (
          <PostLine key={post.postId} post={post} isMixed={ranked.some((one) => !one.isDemonstration)} />
        ))}
      </tbody>
    </DataTable>
  )
}

function PostLine({ post, isMixed }: { post: RankedPost; isMixed: boolean }) {
  const m = useMessages(messages)
  const camera = useMapCamera()
  const { duration } = useFormats()
  const isExplained = post.fate === 'cut-off' && post.closedBy.length > 0
  return (
    <>
      <tr className={isExplained ? styles.explained : undefined}>
        <td>
          <button
            type="button"
            className={styles.place}
            title={m.showPost(post.name)}
            onClick={() => camera.show({ center: post.position, zoom: CLOSE_ZOOM })}
          >
            {post.name}
          </button>
          {isMixed && post.isDemonstration && <span className={styles.muted}> {m.demonstrationMark}</span>}
          {post.fate === 'opened' && <span className={styles.muted}> {m.opened}</span>}
        </td>
        <td className="number">
          <TimeOnDay post={post} />
        </td>
        <td className={`number ${styles.muted}`}>
          {post.againstSeconds === null ? '—' : duration(post.againstSeconds)}
        </td>
      </tr>
      {isExplained && (
        <tr className={styles.why}>
          <td colSpan={3}>
            {m.closedBy}{' '}
            {post.closedBy.map((cause, index) => (
              <Fragment key={index}>
                {index > 0 && ' · '}
                <RoadCauseText cause={cause} />
              </Fragment>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}

function TimeOnDay({ post }: { post: RankedPost }) {
  const m = useMessages(messages)
  const { duration } = useFormats()
  if (post.fate === 'never') return <span className={styles.muted}>{m.never}</span>
  if (post.fate === 'cut-off') return <strong className={styles.alarm}>{m.unreachable}</strong>
  const difference = (post.seconds ?? 0) - (post.againstSeconds ?? 0)
  return (
    <>
      {duration(post.seconds)}
      {post.fate === 'longer' && <span className={styles.delta}>{m.longer(duration(difference))}</span>}
      {post.fate === 'shorter' && <span className={styles.delta}>{m.shorter(duration(-difference))}</span>}
    </>
  )
}
