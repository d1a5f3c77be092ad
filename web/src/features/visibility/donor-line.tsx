import type { DonorVisibility } from '@borne/api/contracts/visibility'
import { IconChevronDown, IconChevronUp, IconGripVertical, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button, buttonClass, IconButton } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { donorMessages } from './donor-messages.ts'
import styles from './donors.module.css'
import { logoAddress } from './logo-row.tsx'
import type { HandleProps } from './use-row-drag.ts'

interface DonorLineProps {
  donor: DonorVisibility
  isDragged: boolean
  /** Absent to who may not change the order, or has nowhere to move it. */
  handle: HandleProps | undefined
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onEdit: (() => void) | undefined
}

export function DonorLine({ donor, isDragged, handle, onUp, onDown, onEdit }: DonorLineProps) {
  const m = useMessages(donorMessages)
  const { language } = useLanguage()
  const { donorId, code, names, credit, logos, isDemonstration } = donor
  const name = (language === 'en' && names.en) || names.fr
  const logo = logos.find(({ ground }) => ground === 'light')
  return (
    <li className={styles.line} data-row={donorId} data-dragged={isDragged || undefined}>
      {handle && (
        <span className={styles.handle} title={m.move(name)} {...handle}>
          <IconGripVertical aria-hidden="true" size={20} />
        </span>
      )}
      <span className={styles.logo}>
        {logo ? <img src={logoAddress(donorId, logo)} alt="" /> : <em>{m.noLogo}</em>}
      </span>
      <div className={styles.what}>
        <strong>
          {name}
          {isDemonstration && <span className={styles.demo}>{m.demonstration}</span>}
        </strong>
        <span className={styles.muted}>
          {code} · {(language === 'en' && credit.en) || credit.fr}
        </span>
      </div>
      <div className={styles.actions}>
        {onUp && <IconButton label={m.up(name)} icon={<IconChevronUp />} onClick={onUp} />}
        {onDown && <IconButton label={m.down(name)} icon={<IconChevronDown />} onClick={onDown} />}
        <Link
          to="/visibility/donors/$donorId"
          params={{ donorId }}
          className={buttonClass('plain', 'small')}
          aria-label={m.pageOf(name)}
        >
          {m.page}
        </Link>
        {onEdit && (
          <Button
            size="small"
            icon={<IconPencil aria-hidden="true" />}
            aria-label={m.editOne(name)}
            onClick={onEdit}
          >
            {m.edit}
          </Button>
        )}
      </div>
    </li>
  )
}
