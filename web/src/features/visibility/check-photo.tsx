import { IconCamera } from '@tabler/icons-react'
import { useEffect, useId, useState } from 'react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { visibilityMessages } from './messages.ts'
import styles from './visibility.module.css'

interface CheckPhotoProps {
  photo: File | undefined
  onChange(photo: File | undefined): void
}

/** The photo that goes with a check; on a phone the camera opens. */
export function CheckPhoto({ photo, onChange }: CheckPhotoProps) {
  const m = useMessages(visibilityMessages)
  const id = useId()
  const address = useAddress(photo)
  return (
    <div className={styles.photo}>
      {photo && address && <img src={address} alt={m.photoChosen(photo.name)} />}
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        className="visually-hidden"
        onChange={({ target }) => {
          onChange(target.files?.[0] ?? photo)
          target.value = ''
        }}
      />
      <label htmlFor={id} className={buttonClass('plain')}>
        <IconCamera aria-hidden="true" /> {photo ? m.changePhoto : m.addPhoto}
      </label>
      {photo && (
        <Button variant="quiet" onClick={() => onChange(undefined)}>
          {m.dropPhoto}
        </Button>
      )}
    </div>
  )
}

function useAddress(file: File | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!file) return setAddress(undefined)
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
