import type { Permission } from '@borne/api/contracts/access'

/** What opens each tab of the administration, in their order. */
export const ADMIN_TABS = {
  accounts: 'accounts.manage',
  journal: 'audit.read',
  settings: 'settings.manage',
  backups: 'backups.read',
} as const satisfies Record<string, Permission>
export type AdminTab = keyof typeof ADMIN_TABS

export const ADMIN_PERMISSIONS: readonly Permission[] = Object.values(ADMIN_TABS)
