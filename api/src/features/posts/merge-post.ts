import type { PostInput } from './contract.ts'

interface DatedStatus {
  readonly validFrom: string
  readonly status: string
}

/**
 * What a known post becomes by what a file states about it. Fields that the file does not speak of stay; a history
 * gains the file's entry, or has the entry of its day corrected; an alias keeps the language it has here.
 */
export function mergePost(known: PostInput, stated: Partial<PostInput>): PostInput {
  return {
    ...known,
    ...stated,
    aliases: mergeAliases(known.aliases, stated.aliases),
    physicalHistory: mergeHistory(known.physicalHistory, stated.physicalHistory ?? []),
    legalHistory: mergeHistory(known.legalHistory, stated.legalHistory ?? []),
  }
}

function mergeAliases(
  known: PostInput['aliases'],
  stated: PostInput['aliases'] | undefined,
): PostInput['aliases'] {
  return stated?.map((alias) => known.find(({ name }) => name === alias.name) ?? alias) ?? known
}

function mergeHistory<Entry extends DatedStatus>(known: readonly Entry[], stated: readonly Entry[]): Entry[] {
  const corrected = known.map((entry) => {
    const news = stated.find(({ validFrom }) => validFrom === entry.validFrom)
    return news ? { ...entry, ...onlyTold(news) } : entry
  })
  const added = stated.filter(({ validFrom }) => !known.some((entry) => entry.validFrom === validFrom))
  return [...corrected, ...added].toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
}

/** A file tells a status, not what was noted about it. */
function onlyTold<Entry extends DatedStatus>(entry: Entry): Partial<Entry> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== '')) as Partial<Entry>
}
