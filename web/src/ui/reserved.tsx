import { IconLock } from '@tabler/icons-react'
import { defineMessages, useMessages } from './language.tsx'
import styles from './reserved.module.css'

const messages = defineMessages({
  fr: { reserved: 'Réservé', because: (why: string) => `Réservé : ${why}` },
  en: { reserved: 'Restricted', because: (why: string) => `Restricted: ${why}` },
})

interface ReservedProps {
  /** Why, as the end of a sentence: «votre rôle ne donne pas accès aux contacts». */
  why: string
  /** In the place of a whole section the reason stands in view; in a line it is a hint. */
  isExplained?: boolean
}

/** In the place of something that the role of the person does not give sight of: it may be there, or not. */
export function Reserved({ why, isExplained = false }: ReservedProps) {
  const m = useMessages(messages)
  const whole = m.because(why)
  return (
    <span className={styles.reserved} title={isExplained ? undefined : whole}>
      <IconLock aria-hidden="true" size={14} />
      <span aria-hidden={isExplained ? undefined : true}>{isExplained ? whole : m.reserved}</span>
      {!isExplained && <span className="visually-hidden">{whole}</span>}
    </span>
  )
}
