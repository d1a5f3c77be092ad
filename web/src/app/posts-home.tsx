import { lazy, Suspense } from 'react'
import { PostsPage } from '../features/posts/posts-page.tsx'
import { usePermission } from '../platform/use-permission.ts'

const BackupNotice = lazy(async () => ({
  default: (await import('../features/backups/backup-notice.tsx')).BackupNotice,
}))

/** The first page: the register, and before it the warning that it is badly saved. */
export function PostsHome() {
  const seesBackups = usePermission('backups.read')
  return (
    <PostsPage
      notice={
        seesBackups && (
          <Suspense fallback={null}>
            <BackupNotice />
          </Suspense>
        )
      }
    />
  )
}
