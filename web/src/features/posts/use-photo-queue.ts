import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonOf, uploadFile } from '../../platform/api.ts'
import { keepAnswer } from './use-save-post.ts'

export interface PendingPhoto {
  readonly file: File
  readonly caption: string
  /** Sent share, 0–1, once it is being sent. */
  readonly sentShare?: number | undefined
  readonly failure?: string
}

/** Photos that wait for their captions, then go one by one; one that is refused stays with its reason. */
export function usePhotoQueue(postId: string) {
  const client = useQueryClient()
  const [pending, setPending] = useState<readonly PendingPhoto[]>([])
  const [isSending, setIsSending] = useState(false)

  const change = (file: File, patch: Partial<PendingPhoto>) =>
    setPending((all) => all.map((one) => (one.file === file ? { ...one, ...patch } : one)))

  async function send({ file, caption }: PendingPhoto): Promise<boolean> {
    try {
      const onProgress = (sentShare: number) => change(file, { sentShare })
      const path = `/api/posts/${postId}/photos`
      keepAnswer(client, await uploadFile<BorderPostDetail>(path, file, onProgress, { caption }))
      setPending((all) => all.filter((one) => one.file !== file))
      return true
    } catch (error) {
      change(file, { failure: reasonOf(error), sentShare: undefined })
      return false
    }
  }

  return {
    pending,
    isSending,
    change,
    add: (files: readonly File[]) =>
      setPending((all) => [...all, ...files.map((file) => ({ file, caption: '' }))]),
    clear: () => setPending([]),
    /** @returns How many were sent. */
    sendAll: async () => {
      setIsSending(true)
      let sent = 0
      for (const photo of pending) if (await send(photo)) sent += 1
      setIsSending(false)
      return sent
    },
  }
}
