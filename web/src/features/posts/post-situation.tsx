import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts } from '../../ui/panel.tsx'
import { Reserved } from '../../ui/reserved.tsx'
import { NearestPosts } from './nearest-posts.tsx'
import { postMessages } from './post-messages.ts'
import styles from './post-page.module.css'
import { SheetSection } from './sheet-section.tsx'
import { termMessages } from './term-messages.ts'
import { withheldMessages } from './withheld-messages.ts'

/** Where the post is, how sure that is, and what follows from it. */
export function PostSituation({ post }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  const formats = useFormats()
  const place = [post.commune, post.moughataa, post.wilaya].filter(Boolean).join(', ')
  return (
    <SheetSection id="situation" title={m.situation}>
      {!post.position && <p className={styles.muted}>{m.unplaced}</p>}
      <Facts>
        {post.position && <PositionFacts post={post} />}
        {place && (
          <Fact label={m.place}>
            {place}
            {post.isNearestUnit && <span className={styles.muted}> ({m.nearest})</span>}
          </Fact>
        )}
        {post.position && <Fact label={m.toBorder}>{formats.distance(post.borderDistanceMetres)}</Fact>}
        {post.position && <Fact label={m.segment}>{post.borderSegmentName ?? '—'}</Fact>}
        <Fact label={m.facing}>{post.facingPost || '—'}</Fact>
        <Fact label={m.fields.subOfficeId}>{post.subOfficeName}</Fact>
        <Fact label={m.aliases}>{post.aliases.length > 0 ? formats.list(post.aliases) : '—'}</Fact>
      </Facts>
      <NearestPosts post={post} />
    </SheetSection>
  )
}

function PositionFacts({ post }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  const terms = useMessages(termMessages)
  const formats = useFormats()
  const isUnconfirmed = post.positionConfidence === 'unconfirmed'
  return (
    <>
      <Fact label={m.coordinates}>
        <span className={styles.figures}>{formats.position(post.position)}</span>
      </Fact>
      <Fact label={m.utm}>
        <span className={styles.figures}>{formats.utm(post.position)}</span>
      </Fact>
      <Fact label={m.confidence}>
        <span className={isUnconfirmed ? styles.doubt : undefined}>
          {terms.confidences[post.positionConfidence]}
        </span>
        {post.uncertaintyMetres !== null && (
          <span className={styles.muted}> ({m.within(formats.distance(post.uncertaintyMetres))})</span>
        )}
        {isUnconfirmed && <p className={styles.note}>{m.leftOut}</p>}
      </Fact>
      <Fact label={m.obtained}>
        <Origin post={post} />
      </Fact>
    </>
  )
}

/** How the position was obtained, with its note. */
function Origin({ post: { positionMethod, positionNote, withheld } }: { post: BorderPostDetail }) {
  const terms = useMessages(termMessages)
  const why = useMessages(withheldMessages)
  if (withheld.includes('positionNote') && !positionMethod) return <Reserved why={why.positionNote} />
  return (
    <>
      {positionMethod ? terms.methods[positionMethod] : '—'}
      {positionNote && <p className={styles.note}>{positionNote}</p>}
      {withheld.includes('positionNote') && (
        <p className={styles.note}>
          <Reserved why={why.positionNote} />
        </p>
      )}
    </>
  )
}
