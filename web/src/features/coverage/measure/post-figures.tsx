import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useTheme } from '../../../ui/theme.ts'
import { postColour } from '../area-layers.ts'
import type { FiguresProps } from './border-figures.tsx'
import { CriticalLinksSection } from './critical-links.tsx'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'

/** What each post serves, what is lost without it, and on what the posts depend. */
export function PostFigures({ coverage, search }: FiguresProps) {
  const m = useMessages(measureMessages)
  return (
    <>
      <PanelSection title={m.catchments}>
        <CatchmentTable coverage={coverage} />
        <p className={styles.note}>{m.catchmentsNote}</p>
      </PanelSection>
      <PanelSection title={m.redundancy}>
        <RedundancyTable coverage={coverage} />
      </PanelSection>
      <CriticalLinksSection coverage={coverage} search={search} />
    </>
  )
}

function CatchmentTable({ coverage }: { coverage: CoverageWithoutRoads }) {
  const m = useMessages(measureMessages)
  const { theme } = useTheme()
  const { distance, duration } = useFormats()
  const { catchments, posts } = coverage
  return (
    <DataTable caption={m.catchments}>
      <thead>
        <tr>
          <th scope="col">{m.post}</th>
          {[m.border, m.inReach, m.median, m.fromOffice].map((column) => (
            <th key={column} scope="col" className="number">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {catchments.map((catchment) => {
          const place = posts.findIndex(({ postId }) => postId === catchment.postId)
          const post = posts[place]
          return (
            <tr key={catchment.postId}>
              <td>
                <span
                  className={styles.swatch}
                  style={{ background: postColour(Math.max(0, place), theme) }}
                  aria-hidden="true"
                />
                {post?.name}
              </td>
              <td className="number">{distance(catchment.borderMetres)}</td>
              <td className="number">{distance(catchment.reachedBorderMetres)}</td>
              <td className="number">{duration(catchment.medianSeconds)}</td>
              <td className="number">{duration(post?.fromOfficeSeconds)}</td>
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}

function RedundancyTable({ coverage }: { coverage: CoverageWithoutRoads }) {
  const m = useMessages(measureMessages)
  const { distance } = useFormats()
  const { onePostMetres, morePostsMetres, byPost } = coverage.redundancy
  const lost = byPost.filter(({ lostMetres }) => lostMetres >= 1)
  return (
    <>
      <p>{m.onePost(distance(onePostMetres))}</p>
      <p>{m.morePosts(distance(morePostsMetres))}</p>
      {lost.length === 0 ? (
        <p className={styles.muted}>{m.nothingLost}</p>
      ) : (
        <DataTable caption={m.redundancy}>
          <thead>
            <tr>
              <th scope="col">{m.post}</th>
              <th scope="col" className="number">
                {m.lost}
              </th>
            </tr>
          </thead>
          <tbody>
            {lost.map(({ postId, lostMetres }) => (
              <tr key={postId}>
                <td>{coverage.posts.find((post) => post.postId === postId)?.name}</td>
                <td className="number">{distance(lostMetres)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </>
  )
}
