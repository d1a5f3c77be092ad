import type { Slide, Withheld } from '@borne/api/contracts/briefings'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { editorMessages } from './editor-messages.ts'
import styles from './share.module.css'
import { shareMessages } from './share-messages.ts'
import { useTextIn } from './show/texts.ts'
import { slideWords } from './slide-words.ts'
import { withheldMessages } from './withheld-messages.ts'

interface WithheldListProps {
  withheld: readonly Withheld[]
  slides: readonly Slide[]
}

/** What the audience does not get and why, first of the whole briefing, then slide by slide. */
export function WithheldList({ withheld, slides }: WithheldListProps) {
  const m = useMessages(shareMessages)
  const editor = useMessages(editorMessages)
  const formats = useFormats()
  const text = useTextIn()
  const tell = useTeller()
  if (withheld.length === 0) return <p>{m.nothingWithheld}</p>
  const groups = Map.groupBy(withheld, ({ slideId }) => placeOf(slideId, slides))
  return (
    <dl className={styles.withheld}>
      {[...groups]
        .sort(([one], [other]) => one - other)
        .map(([at, all]) => (
          <div key={at}>
            <dt>
              {at < 0
                ? m.wholeBriefing
                : m.slide(formats.number(at + 1), (slides[at] && text(slides[at].title)) || editor.noTitle)}
            </dt>
            {[...new Set(all.map(tell))].map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
    </dl>
  )
}

/** −1: of the whole briefing. A slide is named by its own id, or by its place among those that are shown. */
function placeOf(slideId: string | null, slides: readonly Slide[]): number {
  if (slideId === null) return -1
  const at = slides.findIndex(({ id }) => id === slideId)
  return at === -1 ? Number(slideId.replace(/\D/g, '')) - 1 : at
}

function useTeller(): (withheld: Withheld) => string {
  const m = useMessages(withheldMessages)
  const words = useMessages(slideWords)
  const formats = useFormats()
  const named = (group: Readonly<Record<string, string>>, name: string | null) =>
    (name && group[name]) ?? name ?? ''
  const whatOf = ({ what, name, count }: Withheld): string => {
    switch (what) {
      case 'post':
      case 'photo':
      case 'name-in-text':
      case 'amount-in-text':
      case 'place-in-text':
        return m.what[what](count)
      case 'field':
        return m.what.field(named(words.fields, name))
      case 'layer':
        return m.what.layer(named(words.layers, name))
      case 'precision':
        return m.what.precision(formats.number(Number(name) / 1000))
      case 'figure':
        return m.what.figure(named(words.figures, name))
      case 'chart':
        return m.what.chart(named(words.charts, name))
      case 'table':
        return count > 1
          ? m.what.rows(count, named(words.tables, name))
          : m.what.table(named(words.tables, name))
      case 'notes':
        return m.what.notes
    }
  }
  return (withheld) => m.line(whatOf(withheld), m.why[withheld.why])
}
