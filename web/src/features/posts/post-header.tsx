import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { IconRoute, IconTargetArrow } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Reserved } from '../../ui/reserved.tsx'
import { StatusMark, statusMessages } from '../../ui/status-mark.tsx'
import { messages } from './messages.ts'
import { postMessages } from './post-messages.ts'
import styles from './post-page.module.css'
import { termMessages } from './term-messages.ts'
import { withheldMessages } from './withheld-messages.ts'

/** What the post is and how it stands, in four lines; and what is asked of it most. */
export function PostHeader({ post }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  const withheld = useMessages(withheldMessages)
  const statuses = useMessages(statusMessages)
  const formats = useFormats()
  return (
    <div className={styles.header}>
      <OtherNames post={post} />
      <p className={styles.state}>
        <StatusMark status={post.physicalStatus} progressPercent={post.progressPercent} size={18} />{' '}
        <strong>
          {statuses[post.physicalStatus]}
          {post.progressPercent !== null && ` · ${formats.percent(post.progressPercent / 100)}`}
        </strong>{' '}
        <span className={styles.muted}>
          {m.since(formats.day(post.physicalStatusSince))}
          {post.progressPercent !== null && `, ${m.progressOn(formats.day(post.physicalStatusOn))}`}
        </span>
      </p>
      {post.physicalStatus === 'under-works' && post.withheld.includes('progress') && (
        <p className={styles.muted}>
          {m.progress} <Reserved why={withheld.progress} />
        </p>
      )}
      <KindAndPlace post={post} />
      {post.isArchived && <p className={styles.archived}>{m.archivedNote}</p>}
      {post.position && !post.isArchived && <Asks postId={post.id} />}
    </div>
  )
}

function KindAndPlace({ post }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  const list = useMessages(messages)
  const terms = useMessages(termMessages)
  const withheld = useMessages(withheldMessages)
  const place = [post.moughataa ?? post.wilaya, post.commune].filter(Boolean)
  const agency = post.agency && post.agency !== 'unknown' ? terms.agencies[post.agency] : ''
  return (
    <p className={styles.muted}>
      {[list.kinds[post.kind], agency].filter(Boolean).join(' · ')}
      {post.withheld.includes('agency') && (
        <>
          {' · '}
          {m.agency} <Reserved why={withheld.agency} />
        </>
      )}
      {place.length > 0 && (
        <>
          <br />
          {place.join(' › ')}
        </>
      )}
    </p>
  )
}

function OtherNames({ post: { nameAr, isDemonstration } }: { post: BorderPostDetail }) {
  const { demonstration } = useMessages(messages)
  if (!nameAr && !isDemonstration) return null
  return (
    <p className={styles.names}>
      {nameAr && (
        <span lang="ar" dir="rtl" className={styles.nameAr}>
          {nameAr}
        </span>
      )}
      {isDemonstration && <span className={styles.tag}>{demonstration}</span>}
    </p>
  )
}

function Asks({ postId }: { postId: string }) {
  const m = useMessages(postMessages)
  const hasCoverage = usePermission('coverage.read')
  return (
    <div className={styles.asks}>
      <Link to="/ways" search={{ stops: `;${postId}` }} className={buttonClass('plain', 'small')}>
        <IconRoute aria-hidden="true" />
        {m.wayHere}
      </Link>
      {hasCoverage && (
        <Link to="/coverage" search={{ posts: postId }} className={buttonClass('plain', 'small')}>
          <IconTargetArrow aria-hidden="true" />
          {m.reach}
        </Link>
      )}
    </div>
  )
}
