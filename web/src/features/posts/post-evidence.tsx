import type { PostEvidence } from '@borne/api/contracts/posts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { postMessages } from './post-messages.ts'
import styles from './post-page.module.css'
import { SheetSection } from './sheet-section.tsx'

/** What open sources say near the post, kept apart from what the register states. */
export function PostEvidenceList({ evidence }: { evidence: readonly PostEvidence[] }) {
  const m = useMessages(postMessages)
  const formats = useFormats()
  return (
    <SheetSection id="evidence" title={m.evidence}>
      <p className={styles.muted}>{evidence.length > 0 ? m.evidenceNote : m.noEvidence}</p>
      <ul className={styles.plain}>
        {evidence.map((item) => (
          <li key={item.id}>
            <strong>{item.name}</strong>{' '}
            <span className={styles.muted}>{m.away(formats.distance(item.distanceMetres))}</span>
            <p>{item.evidence}</p>
            <details className={styles.sources}>
              <summary>{m.sources}</summary>
              <ul>
                {splitSources(item.sources).map((source) => (
                  <li key={source}>
                    {/^https?:\/\//.test(source) ? (
                      <a href={source} target="_blank" rel="noreferrer">
                        {source}
                      </a>
                    ) : (
                      source
                    )}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </SheetSection>
  )
}

function splitSources(sources: string): string[] {
  return sources.split(/\s*\|\s*/).filter(Boolean)
}
