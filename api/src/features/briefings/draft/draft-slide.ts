import type { z } from 'zod'
import type { SlideContent, SlideView, Texts } from '../slide-contract.ts'
import type { DraftScope } from './draft-scope.ts'

/** A slide of a first version; its place, its day and the camera over the region are given afterwards. */
export interface DraftSlide {
  readonly title: Texts
  readonly body: Texts
  readonly notes?: string
  readonly view?: Omit<z.input<typeof SlideView>, 'camera'>
  readonly content?: SlideContent
  readonly sources: readonly Texts[]
}

/** Posts on the map: those named, or the donor's. */
export function postsView(
  { donorId }: DraftScope,
  postIds?: readonly string[],
): Pick<z.input<typeof SlideView>, 'layers' | 'posts'> {
  return {
    layers: ['border', 'posts'],
    posts: { ...(donorId ? { donorId } : {}), ...(postIds ? { postIds: [...postIds] } : {}) },
  }
}
