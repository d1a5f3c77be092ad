import type { BorderPostDetail } from '@borne/api/contracts/posts'
import type { Nearest } from '@borne/api/contracts/roads'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { getJson } from '../../platform/api.ts'
import { ROADS_KEY } from '../../platform/renew-roads.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { useFormats } from '../../ui/formats.ts'
import { defineMessages, useMessages } from '../../ui/language.tsx'
import { networkParams } from '../../ui/network-options.tsx'
import { useStateWords } from '../../ui/state-used.tsx'
import styles from './post-page.module.css'

const messages = defineMessages({
  fr: {
    title: 'Les plus proches par la route',
    none: 'Aucun autre poste n’est accessible par une route connue.',
    way: (name: string) => `Trajet vers ${name}`,
  },
  en: {
    title: 'Nearest by road',
    none: 'No other post can be reached by a known road.',
    way: (name: string) => `Way to ${name}`,
  },
})

const COUNT = 5

/** The posts that are soonest reached from here, on the day and with the vehicle of the address. */
export function NearestPosts({ post: { id, position } }: { post: BorderPostDetail }) {
  const m = useMessages(messages)
  const { distance, duration } = useFormats()
  const tellState = useStateWords()
  const mayAsk = usePermission('ways.read')
  const { on, vehicle } = useSearch({ strict: false })
  // Itself is the first of them.
  const params = { from: position?.join(','), count: COUNT + 1, ...networkParams({ on, vehicle }) }
  const { data } = useQuery({
    queryKey: [ROADS_KEY, 'nearest', params],
    queryFn: ({ signal }) => getJson<Nearest>('/api/roads/nearest', params, signal),
    enabled: mayAsk && position !== null,
    staleTime: 300_000,
  })
  if (!data) return null
  const others = data.posts.filter(({ postId }) => postId !== id).slice(0, COUNT)
  return (
    <section className={styles.nearest}>
      <h3>{m.title}</h3>
      {others.length === 0 && <p className={styles.muted}>{m.none}</p>}
      <ol>
        {others.map((other) => (
          <li key={other.postId}>
            <Link
              to="/ways"
              search={{ stops: `${id};${other.postId}` }}
              title={m.way(other.name)}
              aria-label={m.way(other.name)}
            >
              {other.name}
            </Link>{' '}
            <span className="number">
              {duration(other.seconds)} · {distance(other.lengthMetres)}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.muted}>{tellState(data.state).slice(0, 2).join(' · ')}</p>
    </section>
  )
}
