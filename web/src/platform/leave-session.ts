import { sendJson } from './api.ts'

/**
 * Ends the session and loads the sign-in page anew: nothing of the person is left in memory. A session that the
 * server already forgot is as good as ended.
 */
export async function leaveSession(): Promise<void> {
  await sendJson<void>('DELETE', '/api/session').catch(() => undefined)
  window.location.assign('/sign-in')
}
