import { useMemo, useSyncExternalStore } from 'react'
import { draftId, type Kept, readKept, removeKept, writeKept } from './kept-store.ts'

/** Undefined until the device has been asked. */
let all: readonly Kept[] | undefined
let isAsked = false
const listeners = new Set<() => void>()

/** What the device keeps of an account, drafts and waiting ones: read once, then followed; undefined until then. */
export function useKept(accountId: string | undefined): readonly Kept[] | undefined {
  const known = useSyncExternalStore(subscribe, () => all)
  return useMemo(() => known?.filter(({ draft }) => draft.accountId === accountId), [known, accountId])
}

/** Shown at once; the promise tells when, or why not, the device has it. */
export function keep(kept: Kept): Promise<void> {
  change([...without(kept), kept])
  return writeKept(kept)
}

export function drop(kept: Kept): Promise<void> {
  change(without(kept))
  return removeKept(kept.draft)
}

function without({ draft }: Kept): readonly Kept[] {
  return (all ?? []).filter((other) => draftId(other.draft) !== draftId(draft))
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (!isAsked) {
    isAsked = true
    // A browser that keeps nothing has nothing to show: what is noted now stays in memory.
    void readKept().then(
      (kept) => change(kept),
      () => change([]),
    )
  }
  return () => {
    listeners.delete(listener)
  }
}

function change(next: readonly Kept[]) {
  all = next
  for (const listener of listeners) listener()
}
