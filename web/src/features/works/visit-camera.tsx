import { IconCamera } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { buttonClass } from '../../ui/button.tsx'
import styles from './visit.module.css'

interface VisitCameraProps {
  label: string
  /** In the place of the icon: the last photo from there. */
  picture?: ReactNode
  onTaken(file: File): void
}

/** Opens the camera of the phone, or the files of a computer. */
export function VisitCamera({ label, picture, onTaken }: VisitCameraProps) {
  const id = useId()
  return (
    <>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        className="visually-hidden"
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onTaken(file)
          target.value = ''
        }}
      />
      <label htmlFor={id} className={`${buttonClass()} ${styles.camera}`}>
        {picture ?? <IconCamera aria-hidden="true" />}
        {label}
      </label>
    </>
  )
}
