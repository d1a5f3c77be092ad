import type { DonorVisibility, VisibilityItem, VisibilityState } from '@borne/api/contracts/visibility'
import { getRouteApi } from '@tanstack/react-router'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { visibilityMessages } from './messages.ts'
import styles from './visibility.module.css'

const route = getRouteApi('/visibility')
const STATES = [
  'missing',
  'wrong',
  'damaged',
  'unknown',
  'seen',
] as const satisfies readonly VisibilityState[]

/** Of one donor, in one state; each state with how many there are. */
export function VisibilityFilters({
  items,
  donors,
}: {
  items: readonly VisibilityItem[]
  donors: readonly DonorVisibility[]
}) {
  const m = useMessages(visibilityMessages)
  const { language } = useLanguage()
  const { number } = useFormats()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (facts: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...facts }), replace: true })
  const countOf = (state: VisibilityState) => items.filter((item) => item.state === state).length
  return (
    <div className={styles.filters}>
      <select
        aria-label={m.donor}
        value={search.donor ?? ''}
        onChange={(event) => change({ donor: event.target.value || undefined })}
      >
        <option value="">{m.allDonors}</option>
        {donors.map(({ donorId, code, names }) => (
          <option key={donorId} value={donorId}>
            {code} · {(language === 'en' && names.en) || names.fr}
          </option>
        ))}
      </select>
      <select
        aria-label={m.state}
        value={search.state ?? ''}
        onChange={(event) => change({ state: STATES.find((state) => state === event.target.value) })}
      >
        <option value="">{m.allStates}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {m.states[state]} ({number(countOf(state))})
          </option>
        ))}
      </select>
    </div>
  )
}
