import type { BorderPostDetail, PostPhoto } from '@borne/api/contracts/posts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { reasonOf } from '../../platform/api.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Reserved } from '../../ui/reserved.tsx'
import { useToast } from '../../ui/toast.tsx'
import { photoMessages } from './photo-messages.ts'
import { PhotoUpload } from './photo-upload.tsx'
import { PhotoViewer } from './photo-viewer.tsx'
import { postMessages } from './post-messages.ts'
import styles from './post-photos.module.css'
import { SheetSection } from './sheet-section.tsx'
import { useSavePost } from './use-save-post.ts'
import { withheldMessages } from './withheld-messages.ts'

/** The photos of the post; the one that is open is in the address. */
export function PostPhotos({ post }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  const p = useMessages(photoMessages)
  const why = useMessages(withheldMessages)
  const mayEdit = usePermission('posts.edit') && !post.isArchived
  const navigate = useNavigate()
  const toast = useToast()
  const { mutateAsync: send } = useSavePost()
  const openId = useSearch({ strict: false, select: ({ photo }) => photo })
  const open = post.photos.find(({ id }) => id === openId)

  function show(photoId: string | undefined) {
    void navigate({ to: '.', search: (old) => ({ ...old, photo: photoId }), replace: Boolean(openId) })
  }

  async function remove(photo: PostPhoto) {
    show(undefined)
    const path = `/${post.id}/photos/${photo.id}`
    try {
      await send({ method: 'DELETE', path })
      toast.show(p.removed, {
        undo: () => void send({ method: 'POST', path: `${path}/restore` }).catch(tell),
      })
    } catch (error) {
      tell(error)
    }
  }
  const tell = (error: unknown) => toast.show(p.failed(reasonOf(error)))

  return (
    <SheetSection id="photos" title={m.photos}>
      {post.withheld.includes('photos') ? (
        <Reserved why={why.photos} isExplained />
      ) : (
        post.photos.length === 0 && <p className={styles.none}>{mayEdit ? m.noPhotos : m.noPhotosYet}</p>
      )}
      <ul className={styles.grid}>
        {post.photos.map((photo) => (
          <li key={photo.id}>
            <PhotoTile photo={photo} onOpen={() => show(photo.id)} />
          </li>
        ))}
      </ul>
      {mayEdit && <PhotoUpload postId={post.id} />}
      {open && (
        <PhotoViewer
          photos={post.photos}
          photo={open}
          canRemove={mayEdit}
          onShow={show}
          onRemove={() => void remove(open)}
        />
      )}
    </SheetSection>
  )
}

function PhotoTile({ photo, onOpen }: { photo: PostPhoto; onOpen(): void }) {
  const p = useMessages(photoMessages)
  const formats = useFormats()
  const day = photo.takenAt ? formats.day(photo.takenAt.slice(0, 10)) : p.unknownTime
  return (
    <button type="button" className={styles.tile} aria-label={p.open(photo.caption)} onClick={onOpen}>
      <img src={photo.urls.thumbnail} alt="" loading="lazy" />
      <span>{day}</span>
    </button>
  )
}
