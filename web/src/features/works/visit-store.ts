import type { WorksEventInput } from '@borne/api/contracts/works'
import type { Instant } from '@borne/geodata/works/types'
import type { VisitDraft } from './visit-draft.ts'

/** A visit as the device keeps it until the server has it. */
export interface KeptVisit {
  readonly draft: VisitDraft
  /** What is sent of it; empty while it is still being noted. */
  readonly events: WorksEventInput[]
  /** When it was sent off; null: still being noted. */
  readonly waitsSince: Instant | null
  /** Why the server did not take it; it waits for the person. */
  readonly refusal: string | null
}

const NAME = 'borne.visits'
const VISITS = 'visits'
const PHOTOS = 'photos'

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(VISITS)
      request.result.createObjectStore(PHOTOS)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

async function ask<T>(
  name: typeof VISITS | typeof PHOTOS,
  mode: IDBTransactionMode,
  question: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' })
    const request = question(transaction.objectStore(name))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? request.error)
  })
}

export function readVisits(): Promise<KeptVisit[]> {
  return ask<KeptVisit[]>(VISITS, 'readonly', (store) => store.getAll())
}

export async function writeVisit(visit: KeptVisit): Promise<void> {
  await ask(VISITS, 'readwrite', (store) => store.put(visit, visit.draft.reportId))
}

/** The visit and its photos: the server has them, or the person does not want them. */
export async function removeVisit({ reportId, photos }: VisitDraft): Promise<void> {
  await ask(VISITS, 'readwrite', (store) => store.delete(reportId))
  for (const { id } of photos) await removePhoto(id)
}

export async function writePhoto(id: string, file: Blob): Promise<void> {
  await ask(PHOTOS, 'readwrite', (store) => store.put(file, id))
}

export function readPhoto(id: string): Promise<Blob | undefined> {
  return ask<Blob | undefined>(PHOTOS, 'readonly', (store) => store.get(id))
}

export async function removePhoto(id: string): Promise<void> {
  await ask(PHOTOS, 'readwrite', (store) => store.delete(id))
}
