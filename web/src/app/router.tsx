import {
  createRootRoute,
  createRoute,
  createRouter,
  defaultParseSearch,
  defaultStringifySearch,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { coverageSearch } from '../features/coverage/search.ts'
import { dataSearch } from '../features/data/search.ts'
import { PostsPage } from '../features/posts/posts-page.tsx'
import { postSearch, postsSearch } from '../features/posts/search.ts'
import { waysSearch } from '../features/ways/search.ts'
import { NotFoundPage, PageError } from './page-states.tsx'
import { readableQuery, SHELL_KEYS, shellSearch } from './search.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({
  component: Shell,
  validateSearch: shellSearch,
  search: { middlewares: [retainSearchParams([...SHELL_KEYS])] },
  notFoundComponent: NotFoundPage,
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/posts', replace: true })
  },
})

const posts = createRoute({
  getParentRoute: () => root,
  path: '/posts',
  validateSearch: postsSearch,
  component: PostsPage,
})

const newPost = createRoute({
  getParentRoute: () => root,
  path: '/posts/new',
  validateSearch: postSearch,
  component: lazyRouteComponent(() => import('../features/posts/post-editor-page.tsx'), 'PostEditorPage'),
})

const post = createRoute({
  getParentRoute: () => root,
  path: '/posts/$postId',
  validateSearch: postSearch,
  component: lazyRouteComponent(() => import('../features/posts/post-page.tsx'), 'PostPage'),
})

const editPost = createRoute({
  getParentRoute: () => root,
  path: '/posts/$postId/edit',
  validateSearch: postSearch,
  component: lazyRouteComponent(() => import('../features/posts/post-editor-page.tsx'), 'PostEditorPage'),
})

const ways = createRoute({
  getParentRoute: () => root,
  path: '/ways',
  validateSearch: waysSearch,
  component: lazyRouteComponent(() => import('../features/ways/ways-page.tsx'), 'WaysPage'),
})

const coverage = createRoute({
  getParentRoute: () => root,
  path: '/coverage',
  validateSearch: coverageSearch,
  component: lazyRouteComponent(() => import('../features/coverage/coverage-page.tsx'), 'CoveragePage'),
})

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  validateSearch: dataSearch,
  component: lazyRouteComponent(() => import('../features/data/data-page.tsx'), 'DataPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([home, posts, newPost, post, editPost, ways, coverage, data]),
  parseSearch: defaultParseSearch,
  stringifySearch: (search) => readableQuery(defaultStringifySearch(search)),
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  defaultPendingMs: 100,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
