import { IconCloudDownload, IconDeviceDesktopCheck } from '@tabler/icons-react'
import { dropRoads, type RoadsHere, wantRoads } from '../platform/roads-worker/roads-here.ts'
import { Button } from './button.tsx'
import { useFormats } from './formats.ts'
import { defineMessages, useMessages } from './language.tsx'
import styles from './roads-here-note.module.css'

const messages = defineMessages({
  fr: {
    prepare: 'Préparer pour le hors-ligne',
    prepareHint:
      'Charge le réseau routier sur cet appareil : trajets et curseurs répondent aussitôt, même sans serveur.',
    loading: (size: string) => `Chargement du réseau routier sur cet appareil (${size})`,
    starting: 'Préparation du réseau routier',
    cancel: 'Annuler',
    ready: 'Réseau routier sur cet appareil : trajets et curseurs répondent aussitôt, même sans serveur.',
    here: 'Calculé sur cet appareil, sans le serveur.',
    failed: 'Le réseau routier n’a pas pu être chargé sur cet appareil.',
    retry: 'Réessayer',
  },
  en: {
    prepare: 'Prepare for offline use',
    prepareHint:
      'Loads the road network onto this device: ways and sliders answer at once, even without the server.',
    loading: (size: string) => `Loading the road network onto this device (${size})`,
    starting: 'Preparing the road network',
    cancel: 'Cancel',
    ready: 'Road network on this device: ways and sliders answer at once, even without the server.',
    here: 'Computed on this device, without the server.',
    failed: 'The road network could not be loaded onto this device.',
    retry: 'Try again',
  },
})

/** What is being loaded onto this device and how much of it, with the way to stop; nothing otherwise. */
export function RoadsLoading({ here }: { here: RoadsHere }) {
  const m = useMessages(messages)
  const { bytes } = useFormats()
  if (here.status === 'failed') {
    return (
      <div className={styles.note} role="status">
        <span>{m.failed}</span>
        <Button size="small" variant="quiet" onClick={wantRoads}>
          {m.retry}
        </Button>
      </div>
    )
  }
  if (here.status !== 'loading') return null
  return (
    <div className={styles.note} role="status">
      <label className={styles.progress}>
        {here.wireBytes === null ? m.starting : m.loading(bytes(here.wireBytes))}
        <progress value={here.share} max={1} />
      </label>
      <Button size="small" variant="quiet" onClick={() => dropRoads(true)}>
        {m.cancel}
      </Button>
    </div>
  )
}

/** The way to load the roads onto this device, and whether they are there. */
export function RoadsOffer({ here }: { here: RoadsHere }) {
  const m = useMessages(messages)
  if (here.status === 'ready') {
    return (
      <p className={styles.note}>
        <IconDeviceDesktopCheck size={16} aria-hidden="true" />
        {m.ready}
      </p>
    )
  }
  if (here.status !== 'absent') return null
  return (
    <div className={styles.note}>
      <Button size="small" icon={<IconCloudDownload size={16} />} onClick={wantRoads}>
        {m.prepare}
      </Button>
      <span>{m.prepareHint}</span>
    </div>
  )
}

/** Said above an answer that this device gave because the server gave none. */
export function HereMark() {
  const m = useMessages(messages)
  return (
    <p className={styles.note} role="status">
      <IconDeviceDesktopCheck size={16} aria-hidden="true" />
      {m.here}
    </p>
  )
}
