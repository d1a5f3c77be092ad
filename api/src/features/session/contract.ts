import { z } from 'zod'
import { FieldClass, Permission, Role, RowScope } from '../../contract-kit/access.ts'

export const Email = z.string().trim().toLowerCase().max(200).pipe(z.email())
/** Long enough to be hard to guess; what is in it is judged by `check-password.ts`. */
export const NewPassword = z.string().min(1).max(256)

/**
 * `full`: signed in · `second-factor`: the password was right, the code is awaited ·
 * `enrolment`: the role requires a second factor that the account does not have yet.
 */
export const SessionStage = z.enum(['full', 'second-factor', 'enrolment'])
export type SessionStage = z.infer<typeof SessionStage>

export const SignedIn = z.object({
  accountId: z.uuid(),
  name: z.string(),
  email: z.string(),
  /** The account's own role, also while it looks at the app as another. */
  ownRole: Role,
  /** The role whose permissions and sight are in force. */
  role: Role,
  subOfficeId: z.string().nullable(),
  stage: SessionStage,
  permissions: z.array(Permission),
  sees: FieldClass,
  rows: RowScope,
  /** «Voir comme…» is on: everything is read-only. */
  isViewingAs: z.boolean(),
  isDemonstration: z.boolean(),
})
export type SignedIn = z.infer<typeof SignedIn>

export const SessionState = z.object({
  signedIn: SignedIn.nullable(),
  options: z.object({
    /** Roles that can be entered by one click; empty outside the demonstration. */
    demonstrationRoles: z.array(Role),
    /** The words of the button, when a provider is configured. */
    openIdName: z.string().nullable(),
    /** A mail server is configured: a forgotten password can be reset without an administrator. */
    canResetByEmail: z.boolean(),
    /** There is no account yet: the one-time link on the server's terminal makes the first one. */
    needsSetUp: z.boolean(),
  }),
})
export type SessionState = z.infer<typeof SessionState>

export const SignInInput = z.object({
  email: z.string().trim().toLowerCase().min(1).max(200),
  password: z.string().min(1).max(256),
})
export type SignInInput = z.infer<typeof SignInInput>

/** Six digits of the authenticator, or one of the recovery codes. */
export const SecondFactorInput = z.object({ code: z.string().trim().min(6).max(40) })
export const DemonstrationInput = z.object({ role: Role })
export const ViewAsInput = z.object({
  role: Role,
  /** For roles that see named posts only; absent: every post that the person sees. */
  postIds: z.array(z.uuid()).max(2000).optional(),
})

export const LinkPurpose = z.enum(['set-up', 'invitation', 'reset'])
export type LinkPurpose = z.infer<typeof LinkPurpose>
export const LinkInput = z.object({ token: z.string().min(20).max(100) })
export const LinkDescription = z.object({
  purpose: LinkPurpose,
  /** Empty for the first account, whose address is not known yet. */
  email: z.string(),
  name: z.string(),
})
export type LinkDescription = z.infer<typeof LinkDescription>
export const UseLinkInput = LinkInput.extend({
  password: NewPassword,
  /** Asked for by a set-up link only. */
  email: Email.optional(),
  name: z.string().trim().min(1).max(200).optional(),
})
export const ForgottenPasswordInput = z.object({ email: z.string().trim().toLowerCase().min(1).max(200) })
