import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'

type Variant = 'primary' | 'plain' | 'quiet' | 'danger'

/** The look of a button, for a link that acts like one. */
export function buttonClass(variant: Variant = 'plain', size: 'normal' | 'small' = 'normal'): string {
  return `${styles.button} ${styles[variant]} ${size === 'small' ? styles.small : ''}`
}

interface ButtonProps extends ComponentProps<'button'> {
  variant?: Variant
  size?: 'normal' | 'small'
  icon?: ReactNode
}

export function Button({ variant, size, icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`${buttonClass(variant, size)} ${className}`} {...rest}>
      {icon}
      {children}
    </button>
  )
}

type Tip = 'below' | 'below-end' | 'above' | 'above-end' | 'beside' | 'before'

/** The look of an icon button, for a link that acts like one; its `data-tip` is shown on hover and focus. */
export function iconClass(tip: Tip = 'below'): string {
  return `${styles.icon} ${styles[tip]}`
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** Spoken, and shown on hover and focus: an icon is never alone. */
  label: string
  icon: ReactNode
  /** Where the tooltip goes. */
  tip?: Tip
  shortcut?: string
}

export function IconButton({
  label,
  icon,
  tip = 'below',
  shortcut,
  className = '',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      data-tip={shortcut ? `${label} (${shortcut})` : label}
      className={`${iconClass(tip)} ${className}`}
      {...rest}
    >
      {icon}
    </button>
  )
}
