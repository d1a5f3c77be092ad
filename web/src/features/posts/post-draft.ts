import type {
  BorderPostDetail,
  LegalStatusEntry,
  PhysicalStatusEntry,
  PostComponent,
  PostContact,
  PostInput,
  PostName,
} from '@borne/api/contracts/posts'
import { readDegrees, writeDegrees } from './coordinates.ts'

/** What the form holds: a post's statement, its position still as typed. */
export interface PostDraft extends Omit<PostInput, 'position'> {
  readonly latitude: string
  readonly longitude: string
}

export const NEW_ROWS = {
  aliases: (): PostName => ({ name: '', language: 'fr' }),
  physicalHistory: (day: string): PhysicalStatusEntry => ({
    status: 'planned',
    validFrom: day,
    progressPercent: null,
    note: '',
  }),
  legalHistory: (day: string): LegalStatusEntry => ({
    status: 'undetermined',
    validFrom: day,
    actReference: '',
    note: '',
  }),
  components: (): PostComponent => ({
    kind: 'office',
    label: '',
    state: 'working',
    quantity: 1,
    checkedOn: null,
    note: '',
  }),
  contacts: (): PostContact => ({ role: '', name: '', phone: '', email: '' }),
}

export function newDraft(today: string, position: [number, number] | null): PostDraft {
  return {
    name: '',
    nameAr: null,
    aliases: [],
    kind: 'land',
    agency: 'unknown',
    latitude: position ? writeDegrees(position[1]) : '',
    longitude: position ? writeDegrees(position[0]) : '',
    positionConfidence: 'approximate',
    positionMethod: 'map',
    positionNote: '',
    uncertaintyMetres: null,
    facingPost: '',
    physicalHistory: [NEW_ROWS.physicalHistory(today)],
    legalHistory: [],
    components: [],
    contacts: [],
    notes: '',
  }
}

/**
 * The statement in a post, without what the server derives from it. Whoever may change a post sees all of it:
 * nothing is withheld here, and a null only satisfies the contract.
 */
export function statementOf(post: BorderPostDetail): PostInput {
  return {
    name: post.name,
    nameAr: post.nameAr,
    aliases: post.names,
    kind: post.kind,
    agency: post.agency ?? 'unknown',
    subOfficeId: post.subOfficeId,
    position: post.position,
    positionConfidence: post.positionConfidence,
    positionMethod: post.positionMethod ?? 'map',
    positionNote: post.positionNote ?? '',
    uncertaintyMetres: post.uncertaintyMetres,
    facingPost: post.facingPost,
    physicalHistory: post.physicalHistory.map((entry) => ({ ...entry, note: entry.note ?? '' })),
    legalHistory: post.legalHistory.map((entry) => ({ ...entry, note: entry.note ?? '' })),
    components: post.components,
    contacts: post.contacts,
    notes: post.notes ?? '',
  }
}

export function draftOf({ position, ...statement }: PostInput): PostDraft {
  return {
    ...statement,
    latitude: position ? writeDegrees(position[1]) : '',
    longitude: position ? writeDegrees(position[0]) : '',
  }
}

/** The statement that a draft makes; rows that were added and left empty are not part of it. */
export function inputOf({ latitude, longitude, ...draft }: PostDraft): PostInput {
  return {
    ...draft,
    name: draft.name.trim(),
    nameAr: draft.nameAr?.trim() || null,
    aliases: draft.aliases.filter(({ name }) => name.trim()),
    contacts: draft.contacts.filter((contact) => Object.values(contact).some((text) => text.trim())),
    position: readPosition({ latitude, longitude }),
  }
}

export function readPosition(typed: Pick<PostDraft, 'latitude' | 'longitude'>): [number, number] | null {
  const lat = readDegrees(typed.latitude, 'latitude')
  const lon = readDegrees(typed.longitude, 'longitude')
  return lat === null || lon === null ? null : [lon, lat]
}

export type DraftFault = 'required' | 'not-degrees' | 'needs-both'

/** What can be said about a draft without asking the server, by field path as the server names it. */
export function checkDraft(draft: PostDraft): Record<string, DraftFault> {
  const faults: Record<string, DraftFault> = {}
  if (!draft.name.trim()) faults.name = 'required'
  for (const axis of ['latitude', 'longitude'] as const) {
    if (draft[axis].trim() && readDegrees(draft[axis], axis) === null) faults[axis] = 'not-degrees'
  }
  if (Boolean(draft.latitude.trim()) !== Boolean(draft.longitude.trim())) {
    faults[draft.latitude.trim() ? 'longitude' : 'latitude'] = 'needs-both'
  }
  for (const history of ['physicalHistory', 'legalHistory'] as const) {
    draft[history].forEach(({ validFrom }, row) => {
      if (!validFrom) faults[`${history}.${row}.validFrom`] = 'required'
    })
  }
  inputOf(draft).contacts.forEach(({ role }, row) => {
    if (!role.trim()) faults[`contacts.${row}.role`] = 'required'
  })
  return faults
}
