import type { Way, WayTurn } from '@borne/api/contracts/ways'
import { turnWords } from '@borne/geodata/road-network/turn-words'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { typesetFrench } from '../../ui/typeset.ts'
import { messages } from './messages.ts'
import styles from './turn-list.module.css'
import { type Extent, extentOf } from './way-extent.ts'

interface TurnListProps {
  way: Way
  names: readonly string[]
  onShow(extent: Extent): void
}

/** What to do on the way, step by step, with the distance from the start; folded until it is wanted, whole on paper. */
export function TurnList({ way, names, onShow }: TurnListProps) {
  const m = useMessages(messages)
  const legs = way.legs.filter(({ turns }) => turns.length > 0)
  const count = legs.reduce((sum, { turns }) => sum + turns.length, 0)
  if (count === 0) return null
  return (
    <details className={styles.turns}>
      <summary>{m.turns.title(count)}</summary>
      {legs.map((leg) => (
        <section key={leg.fromStop}>
          {way.legs.length > 1 && (
            <h3>
              {names[leg.fromStop]} → {names[leg.toStop]}
            </h3>
          )}
          <ol>
            {leg.turns.map((turn, index) => (
              <li key={index}>
                <TurnLine turn={turn} onShow={onShow} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </details>
  )
}

function TurnLine({ turn, onShow }: { turn: WayTurn; onShow: TurnListProps['onShow'] }) {
  const m = useMessages(messages)
  const { distance } = useFormats()
  const tell = useTurnWords()
  return (
    <button type="button" onClick={() => onShow(extentOf([turn.position]))}>
      <span className="number">{distance(turn.atMetres)}</span>
      <span>
        {tell(turn)}
        {turn.lengthMetres > 0 && (
          <span className={styles.length}> {m.turns.next(distance(turn.lengthMetres))}</span>
        )}
      </span>
    </button>
  )
}

/** The sentence of a step in the language of the person. */
export function useTurnWords(): (turn: WayTurn) => string {
  const { language } = useLanguage()
  return (turn) => {
    const words = turnWords(turn, language)
    return language === 'fr' ? typesetFrench(words) : words
  }
}
