import { z } from 'zod'
import { Role } from '../../contract-kit/access.ts'
import { Instant } from '../../contract-kit/time.ts'
import { Email, LinkPurpose, NewPassword } from '../session/contract.ts'

export const SubOffice = z.object({ id: z.string(), name: z.string() })
export type SubOffice = z.infer<typeof SubOffice>
export const SubOffices = z.object({ items: z.array(SubOffice) })

/** An account as its administrator sees it. */
export const Account = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: Role,
  subOfficeId: z.string().nullable(),
  /** Posts named on the account: what a partner or a contractor sees. */
  postIds: z.array(z.uuid()),
  /** The firm of a contractor: its works contracts and their posts are seen. */
  contractorId: z.uuid().nullable(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  isDemonstration: z.boolean(),
  lastSeenAt: Instant.nullable(),
  createdAt: Instant,
  /** The person has left: no sign-in, and after the retention no name. */
  leftAt: Instant.nullable(),
  forgottenAt: Instant.nullable(),
  version: z.number().int(),
})
export type Account = z.infer<typeof Account>
export const Accounts = z.object({ items: z.array(Account) })
export type Accounts = z.infer<typeof Accounts>

export const AccountInput = z.object({
  email: Email,
  name: z.string().trim().min(1).max(200),
  role: Role,
  subOfficeId: z.string().max(60).nullable(),
  postIds: z.array(z.uuid()).max(2000),
  /** Counts for the role of a contractor only. */
  contractorId: z.uuid().nullable().optional(),
})
export type AccountInput = z.infer<typeof AccountInput>
export const AccountChangeInput = AccountInput.partial().extend({ version: z.number().int() })
export type AccountChangeInput = z.infer<typeof AccountChangeInput>
export const AccountParams = z.object({ accountId: z.uuid() })

/** A one-time link that an administrator hands over, or that went by mail. */
export const HandedLink = z.object({
  purpose: LinkPurpose,
  url: z.string(),
  expiresAt: Instant,
  isSent: z.boolean(),
})
export type HandedLink = z.infer<typeof HandedLink>
export const NewAccount = z.object({ account: Account, link: HandedLink })
export type NewAccount = z.infer<typeof NewAccount>

export const OwnSession = z.object({
  id: z.uuid(),
  isCurrent: z.boolean(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  address: z.string(),
  /** The browser as it names itself, shortened. */
  agent: z.string(),
})
/** A secret address under which a calendar program reads the missions that the account sees. */
export const CalendarAddress = z.object({
  id: z.uuid(),
  name: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
})
export type CalendarAddress = z.infer<typeof CalendarAddress>
export const CalendarAddressInput = z.object({ name: z.string().trim().min(1).max(80) })
/** The address itself, shown once. */
export const NewCalendarAddress = z.object({ id: z.uuid(), url: z.string() })
export type NewCalendarAddress = z.infer<typeof NewCalendarAddress>
export const CalendarAddressParams = z.object({ addressId: z.uuid() })

export const OwnAccount = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: Role,
  subOfficeName: z.string().nullable(),
  postCount: z.number().int().nullable(),
  hasPassword: z.boolean(),
  secondFactor: z.object({
    isOn: z.boolean(),
    isRequired: z.boolean(),
    recoveryCodesLeft: z.number().int(),
  }),
  sessions: z.array(OwnSession),
  calendarAddresses: z.array(CalendarAddress),
})
export type OwnAccount = z.infer<typeof OwnAccount>

export const ChangePasswordInput = z.object({ current: z.string().min(1).max(256), next: NewPassword })
export const CodeInput = z.object({ code: z.string().trim().min(6).max(40) })
/** Shown once: the address that an authenticator reads, and the same secret to type. */
export const Enrolment = z.object({ uri: z.string(), secret: z.string() })
export type Enrolment = z.infer<typeof Enrolment>
/** Shown once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>
export const SessionParams = z.object({ sessionId: z.uuid() })

export const AccessSettings = z.object({
  /** Roles that must sign in with a second factor. */
  secondFactorRoles: z.array(Role),
  /** After so many days the journal forgets names, addresses and browsers; what was done stays. */
  auditPersonDays: z.number().int().min(30).max(3650),
  /** After so many days an account that has left loses its name and e-mail. */
  leftAccountDays: z.number().int().min(1).max(3650),
})
export type AccessSettings = z.infer<typeof AccessSettings>
