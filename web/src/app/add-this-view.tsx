import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { AddView } from '../features/briefings/add-view.tsx'

/** «Add this view», told by the router what the page shows. */
export function AddThisView() {
  const router = useRouter()
  const client = useQueryClient()
  // Read when it is pressed: what reads every page's address is not loaded before.
  const see = async () => (await import('./address-seen.ts')).readAddress(router.state.location, client)
  return <AddView see={see} />
}
