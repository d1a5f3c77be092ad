import { afterAll, beforeAll } from 'vitest'
import type { BorderPosts } from '../../api/src/features/posts/contract.ts'
import { openRegionApp } from './region-app.ts'

/** The whole region with the demonstration's posts, opened before the tests of a file. */
export function useRegion() {
  let region: Awaited<ReturnType<typeof openRegionApp>>
  let posts: BorderPosts['features']
  beforeAll(async () => {
    region = await openRegionApp()
    const answer = await region.app.inject('/api/posts?limit=1000')
    posts = (answer.json() as BorderPosts).features
  }, 240_000)
  afterAll(() => region?.close())
  return {
    get app() {
      return region.app
    },
    get posts() {
      return posts
    },
    /** The id of a post of the demonstration. */
    post(name: string): string {
      const found = posts.find(({ properties }) => properties.name === name)
      if (!found) throw new Error(`no post ${name} among ${posts.map((p) => p.properties.name).join(', ')}`)
      return String(found.id)
    },
  }
}
