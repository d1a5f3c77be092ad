import type { Role } from '@borne/api/contracts/access'
import type { AuditEvent } from '@borne/api/contracts/audit'
import type { EventWords } from './event-words.ts'

type Told = Pick<AuditEvent, 'action' | 'subject' | 'subjectId' | 'detail'>

export interface TellerWords {
  readonly words: EventWords
  readonly roles: Record<Role, string>
  list(items: readonly string[]): string
}

/** What a line of the journal says happened, in one sentence. */
export function tellEvent(event: Told, { words, roles, list }: TellerWords): string {
  return tellKnown(event, { words, roles, list }) ?? tellAnything(event, words)
}

function tellKnown(event: Told, known: TellerWords): string | undefined {
  const { words } = known
  switch (event.action) {
    case 'sign-in':
      return words.signIn[text(event.detail.method)]
    case 'sign-out':
      if (event.detail.ended !== undefined) return words.signOutAll(count(event.detail.ended))
      return event.subjectId ? words.signOutOne : words.signOut
    case 'refused':
      return tellRefusal(event, words)
    case 'read':
      return event.subject === 'view-as'
        ? words.viewAs(roleName(event.subjectId, known))
        : words.readOne[event.subject]
    case 'change':
      return tellChange(event, known)
    case 'share':
      return words.links[text(event.detail.purpose)]
    case 'export':
      return words.exports[event.subject]
    case 'import':
      return words.imports[event.subject]
    case 'backup':
      return words.backup
    case 'restore':
      return words.restore
    default:
      return undefined
  }
}

function tellAnything({ action, subject }: Told, { actions, subjects, fallback }: EventWords): string {
  return fallback(actions[action] ?? action, subjects[subject] ?? subject)
}

function tellRefusal({ subject, detail }: Told, words: EventWords): string | undefined {
  if (subject !== 'route') return words.refusals[text(detail.reason)]
  const permission = text(detail.permission)
  return words.refusedRoute(words.permissions[permission] ?? permission)
}

function tellChange(event: Told, known: TellerWords): string | undefined {
  const { words } = known
  switch (event.subject) {
    case 'account':
      return tellAccountChange(event, known)
    case 'post':
      return tellPostChange(event, known)
    case 'closure':
      return tellClosureChange(event, known)
    case 'vehicle':
      return words.vehicle(event.subjectId)
    case 'season-calendar':
      return words.calendar(event.subjectId)
    case 'currency-rate':
      return event.detail.action === 'removed' ? words.rateRemoved(event.subjectId) : undefined
    case 'calendar-address':
      return words.calendarRevoked
    case 'settings':
      return words.settings
    case 'retention':
      return words.retention
    default:
      return undefined
  }
}

function tellAccountChange({ detail }: Told, known: TellerWords): string {
  const { words } = known
  if (detail.created) return words.accountCreated(roleName(text(detail.role), known))
  if (detail.left !== undefined) return detail.left ? words.accountLeft : words.accountReturned
  if (detail.sessionsEnded !== undefined) return words.accountSessions(count(detail.sessionsEnded))
  const fields = fieldNames(detail.fields, known)
  return fields ? words.accountFields(fields) : words.accountChanged
}

function tellPostChange({ detail }: Told, known: TellerWords): string | undefined {
  const what = known.words.posts[text(detail.action)]
  const fields = fieldNames(detail.fields, known)
  return what && fields ? known.words.withFields(what, fields) : what
}

/** Of a change its fields are told; a report, a confirmation and a lifting say all by their name. */
function tellClosureChange({ detail }: Told, known: TellerWords): string | undefined {
  const what = known.words.closures[text(detail.action)]
  if (detail.action !== 'updated') return what
  const fields = fieldNames(detail.fields, known)
  return what && fields ? known.words.withFields(what, fields) : what
}

function fieldNames(fields: unknown, { words, list }: TellerWords): string {
  return Array.isArray(fields)
    ? list(fields.map((field) => words.fields[String(field)] ?? String(field)))
    : ''
}

function roleName(role: string, { roles }: TellerWords): string {
  return Object.hasOwn(roles, role) ? roles[role as Role] : role
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
