import { Role } from '../../contract-kit/access.ts'
import { hasAccounts } from '../../platform/access/accounts.ts'
import { isLoopback } from '../../platform/access/same-origin.ts'
import type { Session } from '../../platform/access/sessions.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/db.ts'
import type { SessionState } from './contract.ts'

/** Who is signed in, and by which doors one can come in. */
export async function describeSession(
  db: Db,
  config: Config,
  session: Session | null,
): Promise<SessionState> {
  return {
    signedIn: session && describeSignedIn(session),
    options: {
      demonstrationRoles: hasOneClickAccounts(config) ? Role.options : [],
      openIdName: config.openid?.name ?? null,
      canResetByEmail: config.mail !== undefined,
      needsSetUp: session === null && !(await hasAccounts(db)),
    },
  }
}

export function hasOneClickAccounts({ isDemonstration, host, publicUrl }: Config): boolean {
  return isDemonstration && isLoopback(host) && (!publicUrl || isLoopback(new URL(publicUrl).hostname))
}

function describeSignedIn(session: Session): SessionState['signedIn'] {
  const { own, caller, stage } = session
  const isIn = stage === 'full'
  return {
    accountId: own.accountId,
    name: own.name,
    email: session.email,
    ownRole: own.role,
    role: caller.role,
    subOfficeId: own.subOfficeId,
    stage,
    permissions: isIn ? [...caller.permissions] : stage === 'enrolment' ? ['account.own'] : [],
    sees: caller.sees,
    rows: caller.rows,
    isViewingAs: session.isViewingAs,
    isDemonstration: session.isDemonstration,
  }
}
