import { useMemo, useSyncExternalStore } from 'react'
import { type KeptVisit, readVisits, removeVisit, writeVisit } from './visit-store.ts'

/** Undefined until the device has been asked. */
let visits: readonly KeptVisit[] | undefined
let isAsked = false
const listeners = new Set<() => void>()

/** What the device keeps of an account, drafts and waiting ones: read once, then followed; undefined until then. */
export function useKeptVisits(accountId: string | undefined): readonly KeptVisit[] | undefined {
  const all = useSyncExternalStore(subscribe, () => visits)
  return useMemo(() => all?.filter(({ draft }) => draft.accountId === accountId), [all, accountId])
}

/** Shown at once; the promise tells when, or why not, the device has it. */
export function keepVisit(visit: KeptVisit): Promise<void> {
  const others = (visits ?? []).filter(({ draft }) => draft.reportId !== visit.draft.reportId)
  change([...others, visit])
  return writeVisit(visit)
}

export function dropVisit({ draft }: KeptVisit): Promise<void> {
  change((visits ?? []).filter((other) => other.draft.reportId !== draft.reportId))
  return removeVisit(draft)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (!isAsked) {
    isAsked = true
    // A browser that keeps nothing has nothing to show: what is noted now stays in memory.
    void readVisits().then(
      (kept) => change(kept),
      () => change([]),
    )
  }
  return () => {
    listeners.delete(listener)
  }
}

function change(next: readonly KeptVisit[]) {
  visits = next
  for (const listener of listeners) listener()
}
