import type { Permission } from '@borne/api/contracts/access'
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
import { briefingSearch, briefingsSearch } from '../features/briefings/search.ts'
import { coverageSearch } from '../features/coverage/search.ts'
import { dataSearch } from '../features/data/search.ts'
import { missionSearch, missionsSearch, prepareSearch } from '../features/missions/search.ts'
import { missionSettingsSearch } from '../features/missions/settings/settings-search.ts'
import { postSearch, postsSearch } from '../features/posts/search.ts'
import { signInSearch } from '../features/session/search.ts'
import { visibilitySearch } from '../features/visibility/search.ts'
import { waysSearch } from '../features/ways/search.ts'
import { contractSearch, worksSearch, worksSettingsSearch } from '../features/works/search.ts'
import { ADMIN_PERMISSIONS } from './admin-permissions.ts'
import { adminSearch } from './admin-search.ts'
import { NotFoundPage, PageError } from './page-states.tsx'
import { PostsHome } from './posts-home.tsx'
import { roadsPageSearch } from './roads-search.ts'
import { Root } from './root.tsx'
import { readableQuery, SHELL_KEYS, shellSearch } from './search.ts'

const root = createRootRoute({
  component: Root,
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
  component: PostsHome,
})

const newPost = createRoute({
  getParentRoute: () => root,
  path: '/posts/new',
  staticData: { needs: ['posts.edit'] },
  validateSearch: postSearch,
  component: lazyRouteComponent(() => import('../features/posts/post-editor-page.tsx'), 'PostEditorPage'),
})

const post = createRoute({
  getParentRoute: () => root,
  path: '/posts/$postId',
  validateSearch: postSearch,
  component: lazyRouteComponent(() => import('./post-home.tsx'), 'PostHome'),
})

const editPost = createRoute({
  getParentRoute: () => root,
  path: '/posts/$postId/edit',
  staticData: { needs: ['posts.edit'] },
  validateSearch: postSearch,
  component: lazyRouteComponent(() => import('../features/posts/post-editor-page.tsx'), 'PostEditorPage'),
})

const works = createRoute({
  getParentRoute: () => root,
  path: '/works',
  staticData: { needs: ['works.read'] },
  validateSearch: worksSearch,
  component: lazyRouteComponent(() => import('../features/works/portfolio-page.tsx'), 'PortfolioPage'),
})

const worksContract = createRoute({
  getParentRoute: () => root,
  path: '/works/$contractId',
  staticData: { needs: ['works.read'] },
  validateSearch: contractSearch,
  component: lazyRouteComponent(() => import('../features/works/contract-page.tsx'), 'ContractPage'),
})

const worksAlerts = createRoute({
  getParentRoute: () => root,
  path: '/works/alerts',
  staticData: { needs: ['works.read'] },
  validateSearch: worksSearch,
  component: lazyRouteComponent(() => import('../features/works/alerts-page.tsx'), 'AlertsPage'),
})

const visitChoice = createRoute({
  getParentRoute: () => root,
  path: '/works/visit',
  staticData: { needs: ['works.propose'] },
  component: lazyRouteComponent(() => import('../features/works/visit-choice-page.tsx'), 'VisitChoicePage'),
})

const visit = createRoute({
  getParentRoute: () => root,
  path: '/works/$contractId/visit',
  staticData: { isWide: true, needs: ['works.propose'] },
  component: lazyRouteComponent(() => import('../features/works/visit-page.tsx'), 'VisitPage'),
})

const newContract = createRoute({
  getParentRoute: () => root,
  path: '/works/new',
  staticData: { needs: ['works.manage'] },
  validateSearch: worksSearch,
  component: lazyRouteComponent(
    () => import('../features/works/contract-editor-page.tsx'),
    'NewContractPage',
  ),
})

const editContract = createRoute({
  getParentRoute: () => root,
  path: '/works/$contractId/edit',
  staticData: { needs: ['works.manage'] },
  validateSearch: contractSearch,
  component: lazyRouteComponent(
    () => import('../features/works/contract-editor-page.tsx'),
    'EditContractPage',
  ),
})

const worksSettings = createRoute({
  getParentRoute: () => root,
  path: '/works/settings',
  staticData: { isWide: true, needs: ['works.settings', 'works.manage'] },
  validateSearch: worksSettingsSearch,
  component: lazyRouteComponent(() => import('../features/works/settings-page.tsx'), 'WorksSettingsPage'),
})

const missions = createRoute({
  getParentRoute: () => root,
  path: '/missions',
  staticData: { needs: ['missions.read'] },
  validateSearch: missionsSearch,
  component: lazyRouteComponent(() => import('../features/missions/missions-page.tsx'), 'MissionsPage'),
})

const prepareMission = createRoute({
  getParentRoute: () => root,
  path: '/missions/new',
  staticData: { needs: ['missions.plan'] },
  validateSearch: prepareSearch,
  component: lazyRouteComponent(() => import('../features/missions/prepare-page.tsx'), 'PreparePage'),
})

const mission = createRoute({
  getParentRoute: () => root,
  path: '/missions/$missionId',
  staticData: { needs: ['missions.read'] },
  validateSearch: missionSearch,
  component: lazyRouteComponent(() => import('../features/missions/mission-page.tsx'), 'MissionPage'),
})

const missionSettings = createRoute({
  getParentRoute: () => root,
  path: '/missions/settings',
  staticData: { needs: ['missions.read'] },
  validateSearch: missionSettingsSearch,
  component: lazyRouteComponent(
    () => import('../features/missions/settings/settings-page.tsx'),
    'MissionSettingsPage',
  ),
})

const ways = createRoute({
  getParentRoute: () => root,
  path: '/ways',
  validateSearch: waysSearch,
  component: lazyRouteComponent(() => import('../features/ways/ways-page.tsx'), 'WaysPage'),
})

const roads = createRoute({
  getParentRoute: () => root,
  path: '/roads',
  staticData: { needs: ['roads.read'] },
  validateSearch: roadsPageSearch,
  component: lazyRouteComponent(() => import('./roads-page.tsx'), 'RoadsPage'),
})

const coverage = createRoute({
  getParentRoute: () => root,
  path: '/coverage',
  staticData: { needs: ['coverage.read'] },
  validateSearch: coverageSearch,
  component: lazyRouteComponent(() => import('../features/coverage/coverage-page.tsx'), 'CoveragePage'),
})

const briefings = createRoute({
  getParentRoute: () => root,
  path: '/briefings',
  staticData: { needs: ['briefings.read'] },
  validateSearch: briefingsSearch,
  component: lazyRouteComponent(() => import('../features/briefings/briefings-page.tsx'), 'BriefingsPage'),
})

const briefing = createRoute({
  getParentRoute: () => root,
  path: '/briefings/$briefingId',
  staticData: { needs: ['briefings.read'] },
  validateSearch: briefingSearch,
  component: lazyRouteComponent(
    () => import('../features/briefings/briefing-editor-page.tsx'),
    'BriefingEditorPage',
  ),
})

const audiences = createRoute({
  getParentRoute: () => root,
  path: '/briefings/audiences',
  staticData: { isWide: true, needs: ['audiences.manage'] },
  component: lazyRouteComponent(() => import('../features/briefings/audiences-page.tsx'), 'AudiencesPage'),
})

const visibility = createRoute({
  getParentRoute: () => root,
  path: '/visibility',
  staticData: { needs: ['visibility.read'] },
  validateSearch: visibilitySearch,
  component: lazyRouteComponent(() => import('../features/visibility/visibility-page.tsx'), 'VisibilityPage'),
})

const donors = createRoute({
  getParentRoute: () => root,
  path: '/visibility/donors',
  staticData: { isWide: true, needs: ['visibility.read'] },
  component: lazyRouteComponent(() => import('../features/visibility/donors-page.tsx'), 'DonorsPage'),
})

const donorPage = createRoute({
  getParentRoute: () => root,
  path: '/visibility/donors/$donorId',
  staticData: { isWhole: true },
  component: lazyRouteComponent(() => import('../features/briefings/donor-page/donor-page.tsx'), 'DonorPage'),
})

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  validateSearch: dataSearch,
  component: lazyRouteComponent(() => import('../features/data/data-page.tsx'), 'DataPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  staticData: { isWhole: true },
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

const link = createRoute({
  getParentRoute: () => root,
  path: '/link',
  staticData: { isWhole: true },
  component: lazyRouteComponent(() => import('./link-page.tsx'), 'LinkPage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  staticData: { isWide: true },
  component: lazyRouteComponent(() => import('../features/accounts/own-account-page.tsx'), 'OwnAccountPage'),
})

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  staticData: { isWide: true, needs: ADMIN_PERMISSIONS },
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('./admin-page.tsx'), 'AdminPage'),
})

const presentBriefing = createRoute({
  getParentRoute: () => root,
  path: '/briefings/$briefingId/present',
  staticData: { isWhole: true },
  component: lazyRouteComponent(() => import('../features/briefings/show/present-page.tsx'), 'PresentPage'),
})

const presenterDesk = createRoute({
  getParentRoute: () => root,
  path: '/briefings/$briefingId/presenter',
  staticData: { isWhole: true },
  component: lazyRouteComponent(
    () => import('../features/briefings/show/presenter-page.tsx'),
    'PresenterPage',
  ),
})

const publicPage = () => import('../features/briefings/show/presentation-page.tsx')
const presentation = createRoute({
  getParentRoute: () => root,
  path: '/presentation',
  staticData: { isWhole: true },
  component: lazyRouteComponent(publicPage, 'PresentationPage'),
})

const embeddedPresentation = createRoute({
  getParentRoute: () => root,
  path: '/embed/$linkId',
  staticData: { isWhole: true },
  component: lazyRouteComponent(publicPage, 'PresentationPage'),
})

const renderPage = createRoute({
  getParentRoute: () => root,
  path: '/render',
  staticData: { isWhole: true },
  component: lazyRouteComponent(() => import('../features/briefings/render/render-page.tsx'), 'RenderPage'),
})

const INSIDE = [
  home,
  posts,
  newPost,
  post,
  editPost,
  works,
  worksContract,
  worksAlerts,
  newContract,
  editContract,
  worksSettings,
  visitChoice,
  visit,
  missions,
  prepareMission,
  missionSettings,
  mission,
  ways,
  roads,
  coverage,
  briefings,
  briefing,
  audiences,
  visibility,
  donors,
  data,
  account,
  admin,
] as const

const WHOLE = [
  signIn,
  link,
  donorPage,
  presentBriefing,
  presenterDesk,
  presentation,
  embeddedPresentation,
  renderPage,
] as const

export const router = createRouter({
  routeTree: root.addChildren([...INSIDE, ...WHOLE]),
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
  interface StaticDataRouteOption {
    /** Any of these permissions opens the page; without them a calm word stands in its place. */
    needs?: readonly Permission[]
    /** The page stands alone, outside the house: nothing of the map is loaded for it. */
    isWhole?: boolean
    /** The page takes the place of the map. */
    isWide?: boolean
  }
}
