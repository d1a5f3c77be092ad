import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { useMessages } from '../../ui/language.tsx'
import { Reserved } from '../../ui/reserved.tsx'
import { postMessages } from './post-messages.ts'
import styles from './post-page.module.css'
import { SheetSection } from './sheet-section.tsx'
import { withheldMessages } from './withheld-messages.ts'

/** Who answers at the post, by function, and what else is known of it. */
export function PostContacts({ post }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  const why = useMessages(withheldMessages)
  return (
    <SheetSection id="contacts" title={m.contacts}>
      {post.withheld.includes('contacts') ? (
        <Reserved why={why.contacts} isExplained />
      ) : (
        post.contacts.length === 0 && <p className={styles.muted}>{m.noContacts}</p>
      )}
      <ul className={styles.plain}>
        {post.contacts.map((contact) => (
          <li key={`${contact.role} ${contact.name} ${contact.phone}`}>
            <strong>{contact.role}</strong>
            {contact.name && ` · ${contact.name}`}
            <span className={styles.reach}>
              {contact.phone && <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>}
              {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
            </span>
          </li>
        ))}
      </ul>
      {(post.notes || post.withheld.includes('notes')) && <h3 className={styles.subhead}>{m.notes}</h3>}
      {post.notes && <p className={styles.notes}>{post.notes}</p>}
      {post.withheld.includes('notes') && <Reserved why={why.notes} isExplained />}
    </SheetSection>
  )
}
