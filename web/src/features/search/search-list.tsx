import type { SearchHit } from '@borne/api/contracts/search'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import type { HitGroup } from './group-hits.ts'
import { kindWord } from './kind-words.ts'
import { messages } from './messages.ts'
import styles from './search-box.module.css'

interface SearchListProps {
  listId: string
  optionId(hit: SearchHit): string
  asked: string
  groups: readonly HitGroup[]
  active: SearchHit | undefined
  isFetching: boolean
  error: Error | null
  onRetry(): void
  onChoose(hit: SearchHit): void
}

/** What was found, group by group, or why there is nothing. */
export function SearchList({ groups, asked, isFetching, error, onRetry, ...list }: SearchListProps) {
  const m = useMessages(messages)
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0)
  const isNothing = count === 0
  return (
    <>
      <p role="status" className="visually-hidden">
        {isFetching ? m.searching : m.found(count)}
      </p>
      <div id={list.listId} role="listbox" aria-label={m.results} aria-busy={isFetching}>
        {groups.map((group) => (
          <Group key={group.type} group={group} {...list} />
        ))}
      </div>
      {/* A press on what is not an option must not take the focus, and with it the list, away. */}
      {isNothing && (
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <div onMouseDown={(event) => event.preventDefault()}>
          {error ? (
            <ErrorState problem={error} what={m.failed} onRetry={onRetry} />
          ) : isFetching ? (
            <p className={styles.searching}>{m.searching}…</p>
          ) : (
            <EmptyState title={m.none(asked)}>{m.noneHint}</EmptyState>
          )}
        </div>
      )}
    </>
  )
}

type GroupProps = Pick<SearchListProps, 'listId' | 'optionId' | 'active' | 'onChoose'> & { group: HitGroup }

function Group({ group, listId, optionId, active, onChoose }: GroupProps) {
  const m = useMessages(messages)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
    <div role="group" aria-labelledby={`${listId}-${group.type}`}>
      <p id={`${listId}-${group.type}`} role="presentation" className={styles.group}>
        {m.groups[group.type]}
      </p>
      {group.hits.map((hit) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, as the pattern asks
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        <div
          key={hit.id}
          id={optionId(hit)}
          role="option"
          aria-selected={hit === active}
          className={styles.option}
          ref={(option) => {
            if (hit === active) option?.scrollIntoView({ block: 'nearest' })
          }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(hit)}
        >
          <HitLine hit={hit} />
        </div>
      ))}
    </div>
  )
}

function HitLine({ hit }: { hit: SearchHit }) {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const about = [
    hit.type === 'post' ? undefined : kindWord(language, hit.kind),
    hit.context,
    hit.position ? undefined : m.noPosition,
    hit.isDemonstration ? m.demonstration : undefined,
  ].filter(Boolean)
  return (
    <>
      <span className={styles.hitName}>
        <bdi lang={languageOf(hit.name)}>{hit.name}</bdi>
        {hit.matchedName && hit.matchedName !== hit.name && (
          <bdi className={styles.matched} lang={languageOf(hit.matchedName)}>
            {hit.matchedName}
          </bdi>
        )}
      </span>
      <span className={styles.about}>{about.join(' · ')}</span>
    </>
  )
}

function languageOf(text: string): 'ar' | undefined {
  return /\p{Script=Arabic}/u.test(text) ? 'ar' : undefined
}
