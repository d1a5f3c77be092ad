import { useQuery } from '@tanstack/react-query'
import { defineMessages, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { RestoreButton } from './contract-editor-archive.tsx'
import styles from './settings.module.css'
import { Loaded, SettingItem } from './settings-list.tsx'
import { archivedQuery } from './settings-queries.ts'

const messages = defineMessages({
  fr: {
    title: 'Marchés archivés',
    none: 'Aucun marché archivé',
    noneText: 'Un marché archivé depuis sa page de modification se retrouve ici, d’où il peut être rétabli.',
  },
  en: {
    title: 'Archived contracts',
    none: 'No archived contract',
    noneText:
      'A contract that is archived from the page where it is changed is found here and can be restored.',
  },
})

/** The contracts that left the lists, each with a way back. */
export function ArchivedPart() {
  const m = useMessages(messages)
  return (
    <PanelSection title={m.title}>
      <Loaded query={useQuery(archivedQuery)}>
        {(contracts) =>
          contracts.length === 0 ? (
            <EmptyState title={m.none}>{m.noneText}</EmptyState>
          ) : (
            <ul className={styles.list} aria-label={m.title}>
              {contracts.map((contract) => (
                <SettingItem
                  key={contract.id}
                  name={contract.title}
                  isDemonstration={contract.isDemonstration}
                >
                  {contract.reference} · {contract.posts.map(({ name }) => name).join(', ')}
                  <div className={styles.actions}>
                    <RestoreButton contract={contract} />
                  </div>
                </SettingItem>
              ))}
            </ul>
          )
        }
      </Loaded>
    </PanelSection>
  )
}
