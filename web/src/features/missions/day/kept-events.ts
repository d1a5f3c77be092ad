import type { Mission, MissionEventInput } from '@borne/api/contracts/missions'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { ApiProblem, reasonOf, sendJson } from '../../../platform/api.ts'
import { MISSIONS_KEY, missionQuery } from '../missions-queries.ts'

/** What happens on the way and needs no version: it is kept on the device until the server has it. */
export type FieldEvent = Extract<MissionEventInput, { kind: 'begun' | 'checked-in' | 'deviated' | 'done' }>

export interface KeptEvent {
  readonly accountId: string
  readonly missionId: string
  /** Of the mission, for the list of what waits. */
  readonly title: string
  readonly event: FieldEvent
  readonly waitsSince: string
  /** Why the server did not take it; it waits for the person. */
  readonly refusal: string | null
}

export type Sent = 'sent' | 'waits' | 'refused'

/** Undefined until the device has been asked. */
let all: readonly KeptEvent[] | undefined
let isAsked = false
const listeners = new Set<() => void>()

/** What the device keeps of an account, in the order in which it happened; undefined until the device has been asked. */
export function useKeptEvents(accountId: string | undefined): readonly KeptEvent[] | undefined {
  const known = useSyncExternalStore(subscribe, () => all)
  return useMemo(() => known?.filter((kept) => kept.accountId === accountId), [known, accountId])
}

/** Shown at once; the promise tells when, or why not, the device has it. */
export function keepEvent(kept: KeptEvent): Promise<void> {
  change([...without(kept), kept])
  return ask('readwrite', (store) => store.put(kept, kept.event.id)).then(() => {})
}

export function dropEvent(kept: KeptEvent): Promise<void> {
  change(without(kept))
  return ask('readwrite', (store) => store.delete(kept.event.id)).then(() => {})
}

/** Whoever asks for what is being sent gets the same answer. */
const onTheirWay = new Map<string, Promise<Sent>>()

/** Sends an event; sent again under the same id it is kept once. What gets no answer goes on waiting. */
export function sendEvent(client: QueryClient, kept: KeptEvent): Promise<Sent> {
  const { id } = kept.event
  const sending = onTheirWay.get(id) ?? send(client, kept).finally(() => onTheirWay.delete(id))
  onTheirWay.set(id, sending)
  return sending
}

async function send(client: QueryClient, kept: KeptEvent): Promise<Sent> {
  const { missionId, event } = kept
  try {
    const mission = await sendJson<Mission>('POST', `/api/missions/${missionId}/events`, event)
    client.setQueryData(missionQuery(missionId).queryKey, mission)
  } catch (error) {
    if (mayPass(error)) return 'waits'
    await keepEvent({ ...kept, refusal: reasonOf(error) })
    return 'refused'
  }
  await dropEvent(kept)
  void client.invalidateQueries({ queryKey: [MISSIONS_KEY, 'list'] })
  return 'sent'
}

/** Silence, a server that is starting or too busy, a session that ended: what was noted is as good as before. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false
  const { status, code } = error.problem
  return status === 0 || status === 429 || status >= 500 || code === 'sign-in-required'
}

function without({ event }: KeptEvent): readonly KeptEvent[] {
  return (all ?? []).filter((other) => other.event.id !== event.id)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (!isAsked) {
    isAsked = true
    // A browser that keeps nothing has nothing to show: what is noted now stays in memory.
    void ask<KeptEvent[]>('readonly', (store) => store.getAll()).then(
      (kept) => change(kept.concat(all ?? [])),
      () => change(all ?? []),
    )
  }
  return () => {
    listeners.delete(listener)
  }
}

function change(next: readonly KeptEvent[]) {
  all = next.toSorted((a, b) => a.waitsSince.localeCompare(b.waitsSince))
  for (const listener of listeners) listener()
}

const NAME = 'borne.mission-events'
const EVENTS = 'events'
let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(EVENTS)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

async function ask<T>(
  mode: IDBTransactionMode,
  question: (store: IDBObjectStore) => IDBRequest<T> | IDBRequest<IDBValidKey> | IDBRequest<undefined>,
): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(EVENTS, mode, { durability: 'strict' })
    const request = question(transaction.objectStore(EVENTS))
    transaction.oncomplete = () => resolve(request.result as T)
    transaction.onabort = () => reject(transaction.error ?? request.error)
  })
}
