import { useLocation } from '@tanstack/react-router'
import { PostsOnMap } from '../features/posts/posts-on-map.tsx'
import { useCallerEpoch } from '../platform/caller.ts'
import { useMessages } from '../ui/language.tsx'
import { useMediaQuery } from '../ui/use-media-query.ts'
import { DemonstrationRibbon } from './demonstration-ribbon.tsx'
import { Header } from './header.tsx'
import { messages } from './messages.ts'
import { PrintNote } from './print-note.tsx'
import { Rail } from './rail.tsx'
import { SheetStage } from './sheet-stage.tsx'
import styles from './shell.module.css'
import { useFocusOfNewPage } from './stage-view.ts'
import { ViewAsBanner } from './view-as-banner.tsx'
import { WideStage } from './wide-stage.tsx'

/**
 * What stands around every page: the sections, the search, the map beside the panel. Looked at as another role,
 * the map stays, and all that tells of posts starts anew.
 *
 * @param isCovered The session has ended: everything stays as it was, out of sight and reach.
 */
export function Shell({ isCovered }: { isCovered: boolean }) {
  const m = useMessages(messages)
  const epoch = useCallerEpoch()
  const isPhone = useMediaQuery('(max-width: 720px)')
  useFocusOfNewPage()
  return (
    <div className={styles.shell} inert={isCovered} data-covered={isCovered || undefined}>
      <a href="#content" className={styles.skip}>
        {m.skip}
      </a>
      <DemonstrationRibbon />
      <ViewAsBanner />
      <Header key={`header ${epoch}`} />
      <Rail />
      {isPhone ? <SheetStage /> : <WideStage />}
      <PrintNote />
      <PostsBeside key={`posts ${epoch}`} />
    </div>
  )
}

/** The posts stay on the map beside every page; those of the posts and the portfolio of works draw them themselves. */
function PostsBeside() {
  const drawsPosts = useLocation({
    select: ({ pathname }) => pathname.startsWith('/posts') || pathname === '/works',
  })
  return drawsPosts ? null : <PostsOnMap />
}
