import {
  IconArrowLeft,
  IconArrowRight,
  IconKeyboard,
  IconMaximize,
  IconNotes,
  IconPlayerPlay,
  IconPointer,
  IconSquareFilled,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { presentMessages } from './present-messages.ts'
import styles from './show-controls.module.css'
import type { ShowAction } from './show-keys.ts'

interface ShowControlsProps {
  index: number
  count: number
  isLaserOn: boolean
  isAuto: boolean
  /** Slides say how long they stand. */
  canBeAuto: boolean
  isShown: boolean
  act(action: ShowAction): void
}

/** The same as the keys, for a hand on a mouse; out of sight while the pointer rests. */
export function ShowControls({
  index,
  count,
  isLaserOn,
  isAuto,
  canBeAuto,
  isShown,
  act,
}: ShowControlsProps) {
  const m = useMessages(presentMessages)
  const button = (
    action: ShowAction,
    label: string,
    icon: ReactNode,
    shortcut?: string,
    isPressed?: boolean,
  ) => (
    <IconButton
      label={label}
      tip="above"
      icon={icon}
      {...(shortcut ? { shortcut } : {})}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      onClick={() => act(action)}
    />
  )
  return (
    <div className={styles.controls} data-shown={isShown || undefined} role="toolbar" aria-label={m.controls}>
      {button('previous', m.previous, <IconArrowLeft />)}
      <span className={styles.place}>{m.place(index + 1, count)}</span>
      {button('next', m.next, <IconArrowRight />)}
      {canBeAuto && button('auto', m.auto, <IconPlayerPlay />, 'A', isAuto)}
      {button('laser', m.laser, <IconPointer />, 'L', isLaserOn)}
      {button('black', m.black, <IconSquareFilled />, 'B')}
      {button('notes', m.notes, <IconNotes />, 'N')}
      {button('full-screen', m.fullScreen, <IconMaximize />, 'F')}
      {button('help', m.help, <IconKeyboard />, '?')}
      {button('leave', m.leave, <IconX />)}
    </div>
  )
}
