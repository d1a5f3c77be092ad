import type { Audience } from '@borne/api/contracts/briefings'
import { IconArchive, IconArchiveOff, IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table.tsx'
import { audienceMessages } from './audience-messages.ts'
import styles from './audiences.module.css'
import own from './briefings.module.css'
import { audiencesQuery } from './briefings-queries.ts'
import { listMessages } from './list-messages.ts'
import { NewAudienceDialog } from './new-audience-dialog.tsx'
import { useTextIn } from './show/texts.ts'
import { GRIDS_METRES, POST_CHOICES, SHARED_FIELDS, SLIDE_LAYERS } from './slide-terms.ts'
import { slideWords } from './slide-words.ts'
import { useSaveAudience } from './use-save-audience.ts'

/** What each audience may see, as switches with words that say what they mean. */
export function AudiencesPage() {
  const m = useMessages(audienceMessages)
  const words = useMessages(listMessages)
  const [isAdding, setIsAdding] = useState(false)
  const { data, error, refetch } = useQuery(audiencesQuery)
  return (
    <Panel
      title={m.title}
      back={
        <Link to="/briefings" className={own.back} aria-label={words.back} title={words.back}>
          <IconArrowLeft aria-hidden="true" />
        </Link>
      }
      footer={
        <Button variant="primary" onClick={() => setIsAdding(true)}>
          {m.add}
        </Button>
      }
    >
      <p className={styles.intro}>{m.intro}</p>
      {error && !data && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={8} />}
      {data && <RulesTable audiences={data.items} />}
      {isAdding && <NewAudienceDialog onClose={() => setIsAdding(false)} />}
    </Panel>
  )
}

function RulesTable({ audiences }: { audiences: readonly Audience[] }) {
  const m = useMessages(audienceMessages)
  const words = useMessages(slideWords)
  return (
    <DataTable caption={m.table}>
      <thead>
        <tr>
          <td />
          {audiences.map((audience) => (
            <th key={audience.id} scope="col" className={styles.audience}>
              <AudienceHead audience={audience} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <PostsRow audiences={audiences} />
        <GridRow audiences={audiences} />
      </tbody>
      <tbody>
        <GroupHead count={audiences.length}>{m.layersHead}</GroupHead>
        {SLIDE_LAYERS.map((layer) => (
          <SwitchRow
            key={layer}
            part="layers"
            value={layer}
            label={words.layers[layer]}
            meaning={m.layerMeanings[layer]}
            audiences={audiences}
          />
        ))}
      </tbody>
      <tbody>
        <GroupHead count={audiences.length}>{m.fieldsHead}</GroupHead>
        {SHARED_FIELDS.map((field) => (
          <SwitchRow
            key={field}
            part="fields"
            value={field}
            label={words.fields[field]}
            meaning={m.fieldMeanings[field]}
            audiences={audiences}
          />
        ))}
      </tbody>
    </DataTable>
  )
}

function GroupHead({ count, children }: { count: number; children: ReactNode }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={count + 1} className={styles.group}>
        {children}
      </th>
    </tr>
  )
}

function AudienceHead({ audience }: { audience: Audience }) {
  const m = useMessages(audienceMessages)
  const name = useTextIn()(audience.names)
  const { setArchived } = useSaveAudience()
  const { kind, isArchived } = audience
  return (
    <span className={styles.head}>
      <span>
        {name}
        <span className={styles.kind}>{isArchived ? m.isArchived : m.kinds[kind]}</span>
      </span>
      <IconButton
        label={isArchived ? m.restore(name) : m.archive(name)}
        icon={isArchived ? <IconArchiveOff /> : <IconArchive />}
        tip="below-end"
        onClick={() => setArchived(audience, !isArchived)}
      />
    </span>
  )
}

interface RowProps {
  audiences: readonly Audience[]
}

function RowHead({ label, meaning }: { label: string; meaning: string }) {
  return (
    <th scope="row" className={styles.row}>
      {label}
      <span className={styles.meaning}>{meaning}</span>
    </th>
  )
}

function PostsRow({ audiences }: RowProps) {
  const m = useMessages(audienceMessages)
  const text = useTextIn()
  const { changeRules } = useSaveAudience()
  return (
    <tr>
      <RowHead label={m.posts} meaning={m.postsMeaning} />
      {audiences.map((audience) => (
        <td key={audience.id}>
          <select
            aria-label={m.may(m.posts, text(audience.names))}
            value={audience.rules.posts}
            onChange={(event) =>
              changeRules(audience, { posts: event.target.value as Audience['rules']['posts'] })
            }
          >
            {POST_CHOICES.filter((choice) => choice !== 'of-donor' || audience.kind === 'donor').map(
              (choice) => (
                <option key={choice} value={choice}>
                  {m.postChoices[choice]}
                </option>
              ),
            )}
          </select>
        </td>
      ))}
    </tr>
  )
}

function GridRow({ audiences }: RowProps) {
  const m = useMessages(audienceMessages)
  const text = useTextIn()
  const formats = useFormats()
  const { changeRules } = useSaveAudience()
  return (
    <tr>
      <RowHead label={m.grid} meaning={m.gridMeaning} />
      {audiences.map((audience) => (
        <td key={audience.id}>
          <select
            aria-label={m.may(m.grid, text(audience.names))}
            value={audience.rules.gridMetres}
            onChange={(event) => {
              const gridMetres = GRIDS_METRES.find((each) => each === Number(event.target.value))
              if (gridMetres !== undefined) changeRules(audience, { gridMetres })
            }}
          >
            {GRIDS_METRES.map((metres) => (
              <option key={metres} value={metres}>
                {metres === 0 ? m.gridExact : m.gridRough(formats.number(metres / 1000))}
              </option>
            ))}
          </select>
        </td>
      ))}
    </tr>
  )
}

interface SwitchRowProps extends RowProps {
  part: 'layers' | 'fields'
  value: string
  label: string
  meaning: string
}

function SwitchRow({ part, value, label, meaning, audiences }: SwitchRowProps) {
  const m = useMessages(audienceMessages)
  const text = useTextIn()
  const { toggle } = useSaveAudience()
  return (
    <tr>
      <RowHead label={label} meaning={meaning} />
      {audiences.map((audience) => (
        <td key={audience.id} className={styles.switch}>
          <input
            type="checkbox"
            aria-label={m.may(label, text(audience.names))}
            checked={(audience.rules[part] as readonly string[]).includes(value)}
            onChange={(event) => toggle(audience, part, value, event.target.checked)}
          />
        </td>
      ))}
    </tr>
  )
}
