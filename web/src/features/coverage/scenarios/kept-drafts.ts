import { lastCaller, onCallerChange } from '../../../platform/caller.ts'
import type { ScenarioDraft } from './scenario-draft.ts'

const PREFIX = 'borne.scenario-draft.'

/** What is not saved yet, with the version that it grew from; it outlives a reload of the tab and no other person sees it. */
export interface KeptDraft {
  readonly draft: ScenarioDraft
  readonly base: ScenarioDraft
  /** 0: of a scenario that was never saved. */
  readonly version: number
}

onCallerChange(() => {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
})

/** @param scenarioId Absent: the new one. */
export function keptDraft(scenarioId: string | undefined): KeptDraft | null {
  const text = sessionStorage.getItem(keyOf(scenarioId))
  return text ? (JSON.parse(text) as KeptDraft) : null
}

export function keepDraft(scenarioId: string | undefined, kept: KeptDraft | null): void {
  if (kept) sessionStorage.setItem(keyOf(scenarioId), JSON.stringify(kept))
  else sessionStorage.removeItem(keyOf(scenarioId))
}

function keyOf(scenarioId: string | undefined): string {
  return `${PREFIX}${lastCaller()?.accountId ?? ''}.${scenarioId ?? 'new'}`
}
