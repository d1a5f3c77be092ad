import { IconClipboardCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import { isRunning } from './stage-marks.ts'
import { visitMessages } from './visit-messages.ts'

/** From a contract under works to the noting of a visit. */
export function VisitLink({ view }: { view: ContractView }) {
  const m = useMessages(visitMessages)
  const mayPropose = usePermission('works.propose')
  if (!mayPropose || view.isPast || !isRunning(view.state.stage)) return null
  return (
    <Link to="/works/$contractId/visit" params={{ contractId: view.contract.id }} className={buttonClass()}>
      <IconClipboardCheck aria-hidden="true" />
      {m.start}
    </Link>
  )
}
