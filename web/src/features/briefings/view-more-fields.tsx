import type { PhysicalStatus } from '@borne/api/contracts/posts'
import { useQuery } from '@tanstack/react-query'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { Button } from '../../ui/button.tsx'
import { addMonths, thisDay } from '../../ui/days.ts'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { MARK_STATUSES, statusMessages } from '../../ui/status-mark.tsx'
import { DonorSelect } from './donor-select.tsx'
import styles from './editor.module.css'
import { slideMessages } from './slide-messages.ts'
import type { ViewPartProps } from './view-fields.tsx'

const REPLAYED_MONTHS = 12

/** Which posts are drawn, and which one is pointed out. */
export function PostFields({ view, onChange }: ViewPartProps) {
  const m = useMessages(slideMessages)
  const formats = useFormats()
  const status = useMessages(statusMessages)
  const { data } = useQuery(borderPostsQuery)
  const { statuses, donorId, postIds } = view.posts
  const change = (next: Partial<typeof view.posts>) => onChange({ posts: { ...view.posts, ...next } })
  const toggle = (each: PhysicalStatus) => (isShown: boolean) => {
    const shown = MARK_STATUSES.filter((other) =>
      other === each ? isShown : (statuses ?? MARK_STATUSES).includes(other),
    )
    const isAll = shown.length === 0 || shown.length === MARK_STATUSES.length
    change({ statuses: isAll ? undefined : shown })
  }
  return (
    <>
      <fieldset className={styles.checks}>
        <legend>{m.posts}</legend>
        {MARK_STATUSES.map((each) => (
          <Checkbox
            key={each}
            label={status[each]}
            checked={!statuses || statuses.includes(each)}
            onChange={toggle(each)}
          />
        ))}
      </fieldset>
      {postIds && (
        <p className={styles.chosen}>
          {m.chosenPosts(formats.number(postIds.length))}{' '}
          <Button size="small" onClick={() => change({ postIds: undefined })}>
            {m.showAll}
          </Button>
        </p>
      )}
      <DonorSelect
        label={m.ofDonor}
        donorId={donorId ?? null}
        onChange={(id) => change({ donorId: id ?? undefined })}
      />
      <Field label={m.selected}>
        {(control) => (
          <select
            {...control}
            value={view.selectedPostId ?? ''}
            onChange={(event) => onChange({ selectedPostId: event.target.value || null })}
          >
            <option value="">{m.none}</option>
            {data?.features.map(({ id, properties }) => (
              <option key={id} value={String(id)}>
                {properties.name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

/** What the map shows of time: an earlier day to swipe against, or the works month by month. */
export function TimeFields({ view, onChange }: ViewPartProps) {
  const m = useMessages(slideMessages)
  const { compareOn, replay } = view
  const thisMonth = thisDay().slice(0, 7)
  const begin = () => ({ from: addMonths(thisDay(), -REPLAYED_MONTHS).slice(0, 7), to: thisMonth })
  const changeMonth = (end: 'from' | 'to', month: string) => {
    if (!replay || !/^\d{4}-\d\d$/.test(month)) return
    const next = { ...replay, [end]: month }
    onChange({ replay: next.from <= next.to ? next : { from: month, to: month } }, `replay ${end}`)
  }
  return (
    <>
      <Field label={m.compareOn} hint={m.compareHint}>
        {(control) => (
          <input
            {...control}
            type="date"
            max={thisDay()}
            value={compareOn ?? ''}
            onChange={(event) => onChange({ compareOn: event.target.value || null }, 'compareOn')}
          />
        )}
      </Field>
      <Checkbox
        label={m.replay}
        checked={replay !== null}
        onChange={(isOn) => onChange({ replay: isOn ? begin() : null })}
      />
      {replay && (
        <div className={styles.pair}>
          {(['from', 'to'] as const).map((end) => (
            <Field key={end} label={m[end]}>
              {(control) => (
                <input
                  {...control}
                  type="month"
                  max={thisMonth}
                  value={replay[end]}
                  onChange={(event) => changeMonth(end, event.target.value)}
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </>
  )
}
