import { IconArrowLeft } from '@tabler/icons-react'
import { IconButton } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { scenarioMessages } from './scenario-messages.ts'
import type { ScenarioPartProps } from './scenario-part.tsx'
import styles from './scenarios.module.css'

interface BackToListProps extends Pick<ScenarioPartProps, 'onChange'> {
  title: string
}

/** The head of what is opened from the list of scenarios, and the way back. */
export function BackToList({ title, onChange }: BackToListProps) {
  const m = useMessages(scenarioMessages)
  return (
    <div className={styles.head}>
      <IconButton
        label={m.back}
        icon={<IconArrowLeft size={18} />}
        onClick={() =>
          onChange({
            show: undefined,
            scenario: undefined,
            a: undefined,
            b: undefined,
            seen: undefined,
            step: undefined,
          })
        }
      />
      <h2>{title}</h2>
    </div>
  )
}
