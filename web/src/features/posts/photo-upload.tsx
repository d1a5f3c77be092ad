import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { IconCameraPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useRef, useState } from 'react'
import { uploadFile } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { photoMessages } from './photo-messages.ts'
import styles from './post-photos.module.css'
import { keepAnswer, reasonOf } from './use-save-post.ts'

interface PendingPhoto {
  readonly file: File
  readonly caption: string
  /** Sent share, 0–1, once it is being sent. */
  readonly sentShare?: number
  readonly failure?: string
}

/** Chosen photos get their captions, then go one by one; one that is refused stays with its reason. */
export function PhotoUpload({ postId }: { postId: string }) {
  const p = useMessages(photoMessages)
  const client = useQueryClient()
  const toast = useToast()
  const picker = useRef<HTMLInputElement>(null)
  const [pending, setPending] = useState<readonly PendingPhoto[]>([])
  const [isSending, setIsSending] = useState(false)

  const change = (file: File, patch: Partial<PendingPhoto>) =>
    setPending((all) => all.map((one) => (one.file === file ? { ...one, ...patch } : one)))

  function onChosen(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    setPending((all) => [...all, ...files.map((file) => ({ file, caption: '' }))])
  }

  async function sendAll() {
    setIsSending(true)
    let sent = 0
    for (const { file, caption } of pending) {
      try {
        const onProgress = (sentShare: number) => change(file, { sentShare })
        const path = `/api/posts/${postId}/photos`
        keepAnswer(client, await uploadFile<BorderPostDetail>(path, file, onProgress, { caption }))
        setPending((all) => all.filter((one) => one.file !== file))
        sent += 1
      } catch (error) {
        change(file, { failure: reasonOf(error), sentShare: undefined })
      }
    }
    setIsSending(false)
    if (sent > 0) toast.show(p.sent(sent))
  }

  return (
    <div className={styles.upload}>
      <input
        ref={picker}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        hidden
        onChange={onChosen}
        data-testid="photo-files"
      />
      {pending.map((photo) => (
        <PendingLine
          key={`${photo.file.name} ${photo.file.lastModified}`}
          photo={photo}
          onCaption={(caption) => change(photo.file, { caption })}
        />
      ))}
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<IconCameraPlus aria-hidden="true" />}
          disabled={isSending}
          onClick={() => picker.current?.click()}
        >
          {p.choose}
        </Button>
        {pending.length > 0 && (
          <>
            <Button size="small" variant="quiet" disabled={isSending} onClick={() => setPending([])}>
              {p.cancel}
            </Button>
            <Button size="small" variant="primary" disabled={isSending} onClick={() => void sendAll()}>
              {p.send(pending.length)}
            </Button>
          </>
        )}
      </div>
      <p className={styles.hint}>{p.hint}</p>
    </div>
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
