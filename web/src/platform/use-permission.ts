import type { Permission } from '@borne/api/contracts/access'
import { useSignedIn } from './session-query.ts'

/**
 * Whether the person may do this now; looking at the app as another role, nothing that writes. The server
 * decides: a screen only leaves out what would be refused.
 */
export function usePermission(permission: Permission): boolean {
  return useSignedIn()?.permissions.includes(permission) ?? false
}
