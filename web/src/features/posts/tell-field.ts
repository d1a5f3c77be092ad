import type {
  LegalStatusEntry,
  PhysicalStatusEntry,
  PostComponent,
  PostContact,
  PostInput,
  PostName,
} from '@borne/api/contracts/posts'
import type { Formats } from '../../ui/formats.ts'
import type { CellWords } from './post-cells.ts'

export interface FieldWords extends CellWords {
  readonly yes: string
  readonly no: string
}

type Teller<T> = (value: T, words: FieldWords, formats: Formats) => string | string[]
type Tellers = { [F in keyof PostInput]: Teller<NonNullable<PostInput[F]>> }

const TELLERS: Tellers & Record<string, Teller<never>> = {
  name: (name) => name,
  nameAr: (name) => name,
  aliases: (aliases, { terms }) =>
    aliases.map(({ name, language }: PostName) => `${name} (${terms.nameLanguages[language]})`),
  kind: (kind, { kinds }) => kinds[kind],
  subOfficeId: (id) => id,
  agency: (agency, { terms }) => terms.agencies[agency],
  position: (position, _words, formats) => formats.position(position),
  positionConfidence: (confidence, { terms }) => terms.confidences[confidence],
  uncertaintyMetres: (metres, _words, formats) => formats.distance(metres),
  positionMethod: (method, { terms }) => terms.methods[method],
  positionNote: (note) => note,
  facingPost: (name) => name,
  physicalHistory: (entries, words, formats) =>
    entries.map((entry: PhysicalStatusEntry) => tellPhysicalStatus(entry, words, formats)),
  legalHistory: (entries, { terms }, formats) =>
    entries.map(({ status, validFrom, actReference, note }: LegalStatusEntry) =>
      join([`${formats.day(validFrom)} : ${terms.legalStatuses[status]}`, actReference, note]),
    ),
  components: (components, { terms }) =>
    components.map(({ kind, label, state, quantity, note }: PostComponent) =>
      join([
        `${quantity > 1 ? `${quantity} × ` : ''}${terms.componentKinds[kind]}${label ? ` « ${label} »` : ''}`,
        terms.componentStates[state],
        note,
      ]),
    ),
  contacts: (contacts) =>
    contacts.map(({ role, name, phone, email }: PostContact) => join([role, name, phone, email])),
  notes: (notes) => notes,
  isArchived: (isArchived, { yes, no }) => (isArchived ? yes : no),
  photos: ({ caption }: { caption?: string }, { yes }) => caption || yes,
}

/** A field's value as lines of text; nothing when it says nothing. A field that is not known is told as it is. */
export function tellField(field: string, value: unknown, words: FieldWords, formats: Formats): string[] {
  if (value === null || value === undefined || value === '') return []
  const teller = Object.hasOwn(TELLERS, field) ? TELLERS[field] : undefined
  const told = teller ? teller(value as never, words, formats) : JSON.stringify(value)
  return Array.isArray(told) ? told : [told]
}

function tellPhysicalStatus(
  { status, validFrom, progressPercent, note }: PhysicalStatusEntry,
  { statuses }: FieldWords,
  formats: Formats,
): string {
  const progress = progressPercent === null ? '' : formats.percent(progressPercent / 100)
  return join([`${formats.day(validFrom)} : ${statuses[status]}`, progress, note])
}

function join(parts: readonly string[]): string {
  return parts.filter(Boolean).join(', ')
}
