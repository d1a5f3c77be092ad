import { IconCameraPlus } from '@tabler/icons-react'
import { type ChangeEvent, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { photoMessages } from './photo-messages.ts'
import styles from './post-photos.module.css'
import { type PendingPhoto, usePhotoQueue } from './use-photo-queue.ts'

/** Chooses photos, takes their captions, sends them with their progress. */
export function PhotoUpload({ postId }: { postId: string }) {
  const p = useMessages(photoMessages)
  const toast = useToast()
  const { pending, isSending, add, change, clear, sendAll } = usePhotoQueue(postId)

  async function send() {
    const sent = await sendAll()
    if (sent > 0) toast.show(p.sent(sent))
  }

  return (
    <div className={styles.upload}>
      {pending.map((photo) => (
        <PendingLine
          key={`${photo.file.name} ${photo.file.lastModified}`}
          photo={photo}
          onCaption={(caption) => change(photo.file, { caption })}
        />
      ))}
      <div className={styles.buttons}>
        <FilePicker isDisabled={isSending} onChosen={add} />
        {pending.length > 0 && (
          <SendButtons
            count={pending.length}
            isSending={isSending}
            onClear={clear}
            onSend={() => void send()}
          />
        )}
      </div>
      <p className={styles.hint}>{p.hint}</p>
    </div>
  )
}

function FilePicker({ isDisabled, onChosen }: { isDisabled: boolean; onChosen(files: File[]): void }) {
  const p = useMessages(photoMessages)
  const picker = useRef<HTMLInputElement>(null)
  function onChange({ target }: ChangeEvent<HTMLInputElement>) {
    onChosen([...(target.files ?? [])])
    target.value = ''
  }
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        hidden
        onChange={onChange}
        data-testid="photo-files"
      />
      <Button
        size="small"
        icon={<IconCameraPlus aria-hidden="true" />}
        disabled={isDisabled}
        onClick={() => picker.current?.click()}
      >
        {p.choose}
      </Button>
    </>
  )
}

interface SendButtonsProps {
  count: number
  isSending: boolean
  onClear(): void
  onSend(): void
}

function SendButtons({ count, isSending, onClear, onSend }: SendButtonsProps) {
  const p = useMessages(photoMessages)
  return (
    <>
      <Button size="small" variant="quiet" disabled={isSending} onClick={onClear}>
        {p.cancel}
      </Button>
      <Button size="small" variant="primary" disabled={isSending} onClick={onSend}>
        {p.send(count)}
      </Button>
    </>
  )
}

function PendingLine({ photo, onCaption }: { photo: PendingPhoto; onCaption(caption: string): void }) {
  const p = useMessages(photoMessages)
  const formats = useFormats()
  const { file, caption, sentShare, failure } = photo
  return (
    <div className={styles.pending}>
      <p>
        {file.name} <span className={styles.hint}>{formats.bytes(file.size)}</span>
      </p>
      <input
        aria-label={`${p.caption}, ${file.name}`}
        placeholder={p.captionHint}
        maxLength={500}
        value={caption}
        disabled={sentShare !== undefined}
        onChange={(event) => onCaption(event.target.value)}
      />
      {sentShare !== undefined && <progress value={sentShare} aria-label={p.sending(file.name)} />}
      {failure && <p className={styles.failure}>{failure}</p>}
    </div>
  )
}
