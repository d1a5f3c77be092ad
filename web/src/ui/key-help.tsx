import styles from './key-help.module.css'

export interface KeyGroup {
  title: string
  /** Keys as written on a keyboard, separated by spaces, and what they do. */
  keys: readonly { press: string; does: string }[]
}

/** The keys and what they do, group by group. */
export function KeyHelp({ groups }: { groups: readonly KeyGroup[] }) {
  return groups.map((group) => (
    <section key={group.title} className={styles.group}>
      <h3>{group.title}</h3>
      <dl>
        {group.keys.map(({ press, does }) => (
          <div key={does}>
            <dt>
              {press.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
