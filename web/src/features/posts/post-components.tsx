import type { BorderPostDetail, ComponentState, PostComponent } from '@borne/api/contracts/posts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Reserved } from '../../ui/reserved.tsx'
import { postMessages } from './post-messages.ts'
import styles from './post-page.module.css'
import { SheetSection } from './sheet-section.tsx'
import { termMessages } from './term-messages.ts'
import { withheldMessages } from './withheld-messages.ts'

/** What asks for attention first. */
const STATES: readonly ComponentState[] = [
  'out-of-order',
  'missing',
  'degraded',
  'working',
  'planned',
  'unknown',
]

/** The equipment of the post, by its state. */
export function PostComponents({ post: { components, withheld } }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  const terms = useMessages(termMessages)
  const why = useMessages(withheldMessages)
  return (
    <SheetSection id="components" title={m.components}>
      {withheld.includes('components') ? (
        <Reserved why={why.components} isExplained />
      ) : (
        components.length === 0 && <p className={styles.muted}>{m.noComponents}</p>
      )}
      {STATES.map((state) => {
        const inState = components.filter((component) => component.state === state)
        if (inState.length === 0) return null
        return (
          <section key={state} aria-label={terms.componentStates[state]}>
            <h3 className={styles.stateHead} data-state={state}>
              {terms.componentStates[state]}
            </h3>
            <ul className={styles.plain}>
              {inState.map((component) => (
                <ComponentLine
                  key={`${component.kind} ${component.label} ${component.note}`}
                  component={component}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </SheetSection>
  )
}

function ComponentLine({
  component: { kind, label, quantity, checkedOn, note },
}: {
  component: PostComponent
}) {
  const m = useMessages(postMessages)
  const terms = useMessages(termMessages)
  const formats = useFormats()
  return (
    <li>
      {quantity > 1 && <span className={styles.figures}>{quantity} × </span>}
      {terms.componentKinds[kind]}
      {label && <span> · {label}</span>}
      {(note || checkedOn) && (
        <span className={styles.note}>
          {[note, checkedOn ? m.checkedOn(formats.day(checkedOn)) : ''].filter(Boolean).join(' · ')}
        </span>
      )}
    </li>
  )
}
