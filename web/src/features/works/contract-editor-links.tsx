import { IconPencil, IconPlus, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { contractEditorMessages } from './contract-editor-messages.ts'
import { settingsMessages } from './settings-messages.ts'

/** At the foot of the portfolio: the settings, and a new contract, to who may; nothing to who may neither. */
export function usePortfolioFoot() {
  const m = useMessages(contractEditorMessages)
  const { title } = useMessages(settingsMessages)
  const mayManage = usePermission('works.manage')
  const maySet = usePermission('works.settings')
  if (!mayManage && !maySet) return undefined
  return (
    <>
      <Link to="/works/settings" search={(old) => old as never} className={buttonClass('quiet')}>
        <IconSettings aria-hidden="true" />
        {title}
      </Link>
      {mayManage && (
        <Link to="/works/new" search={(old) => old as never} className={buttonClass('primary')}>
          <IconPlus aria-hidden="true" />
          {m.add}
        </Link>
      )}
    </>
  )
}

export function EditContractLink({ contractId }: { contractId: string }) {
  const m = useMessages(contractEditorMessages)
  if (!usePermission('works.manage')) return null
  return (
    <Link
      to="/works/$contractId/edit"
      params={{ contractId }}
      search={(old) => old as never}
      className={buttonClass('quiet')}
      aria-label={m.edit}
      title={m.edit}
    >
      <IconPencil aria-hidden="true" />
    </Link>
  )
}
