import { IconPencil, IconPlus, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass, iconClass } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { contractEditorMessages } from './contract-editor-messages.ts'
import { settingsMessages } from './settings-messages.ts'
import { LEFT_CONTRACT } from './use-works-search.ts'

/** At the foot of the portfolio: the settings, and a new contract, to who may; nothing to who may neither. */
export function usePortfolioFoot() {
  const m = useMessages(contractEditorMessages)
  const { title, short } = useMessages(settingsMessages)
  const mayManage = usePermission('works.manage')
  const maySet = useMaySet()
  if (!maySet) return undefined
  return (
    <>
      <Link
        to="/works/settings"
        search={(old) => old as never}
        className={buttonClass('quiet')}
        aria-label={title}
        title={title}
      >
        <IconSettings aria-hidden="true" />
        {short}
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

/** The settings from the page of a contract; the way back leads to it. */
export function SettingsLink({ contractId }: { contractId: string }) {
  const { title } = useMessages(settingsMessages)
  if (!useMaySet()) return null
  return (
    <Link
      to="/works/settings"
      search={(old) => ({ ...old, ...LEFT_CONTRACT, from: contractId }) as never}
      className={iconClass('below-end')}
      aria-label={title}
      data-tip={title}
    >
      <IconSettings aria-hidden="true" />
    </Link>
  )
}

function useMaySet(): boolean {
  const mayManage = usePermission('works.manage')
  return usePermission('works.settings') || mayManage
}

export function EditContractLink({ contractId }: { contractId: string }) {
  const m = useMessages(contractEditorMessages)
  if (!usePermission('works.manage')) return null
  return (
    <Link
      to="/works/$contractId/edit"
      params={{ contractId }}
      search={(old) => old as never}
      className={iconClass('below-end')}
      aria-label={m.edit}
      data-tip={m.edit}
    >
      <IconPencil aria-hidden="true" />
    </Link>
  )
}
