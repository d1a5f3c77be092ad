import { z } from 'zod'
import { PageQuery, page } from '../../contract-kit/page.ts'
import { Day, Instant } from '../../contract-kit/time.ts'

export const AuditAction = z.enum([
  'sign-in',
  'sign-out',
  'refused',
  'read',
  'change',
  'export',
  'share',
  'import',
  'backup',
  'restore',
])
export type AuditAction = z.infer<typeof AuditAction>

/** One line of the journal. Names, addresses and browsers are forgotten after the retention; the rest stays. */
export const AuditEvent = z.object({
  seq: z.number().int(),
  at: Instant,
  action: AuditAction,
  /** What it was done to: `post`, `account`, `posts`, `session`… */
  subject: z.string(),
  subjectId: z.string(),
  accountId: z.uuid().nullable(),
  role: z.string().nullable(),
  /** Null once forgotten, or when nobody was signed in. */
  name: z.string().nullable(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  isForgotten: z.boolean(),
  /** Codes, field names and counts; never values. */
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEvent = z.infer<typeof AuditEvent>

const filters = {
  action: AuditAction.optional(),
  accountId: z.uuid().optional(),
  subject: z.string().max(60).optional(),
  subjectId: z.string().max(200).optional(),
  from: Day.optional(),
  to: Day.optional(),
  /** Part of a name, an address, a subject or a detail. */
  q: z.string().trim().max(100).optional(),
}
export const AuditFilter = z.object(filters)
export type AuditFilter = z.infer<typeof AuditFilter>
export const AuditQuery = PageQuery.extend(filters)
export const AuditEvents = page(AuditEvent)
export type AuditEvents = z.infer<typeof AuditEvents>

/** Whether the chain of digests holds from the first line to the last. */
export const AuditChain = z.object({
  isIntact: z.boolean(),
  events: z.number().int(),
  headSeq: z.number().int(),
  headHash: z.string(),
  /** The first line that does not fit, and why. */
  broken: z.object({ seq: z.number().int(), reason: z.string() }).nullable(),
})
export type AuditChain = z.infer<typeof AuditChain>
