import { lockFolder } from '../../api/src/platform/embedded-postgis/folder-lock.ts'

/** Tries to lock the folder, prints how it went, and holds the lock for a second. */
const outcome = await lockFolder(process.argv[2]!).then(
  () => 'locked',
  (error: { code: string; details: Record<string, unknown> }) => `${error.code} ${error.details.pid}`,
)
console.log(outcome)
setTimeout(() => process.exit(), 1_000)
