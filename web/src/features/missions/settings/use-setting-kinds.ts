import type { MissionSettings } from '@borne/api/contracts/missions'
import { useQuery } from '@tanstack/react-query'
import { borderPostsQuery } from '../../../platform/border-posts-query.ts'
import { useRoadSettings } from '../../../platform/road-settings-query.ts'
import { thisDay } from '../../../ui/days.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { useOwnName } from '../../../ui/road-words.ts'
import { missionsMessages } from '../messages.ts'
import { ruleMessages } from '../rule-messages.ts'
import { kindMessages } from './kind-messages.ts'
import { plainKinds } from './plain-kinds.ts'
import { ruleKind } from './rule-kind.ts'
import { ruleKindMessages } from './rule-kind-messages.ts'
import type { SettingKind, SettingTab } from './setting-kind.ts'
import { settingMessages } from './setting-messages.ts'

/** Each kind of setting with its rows and words. */
export function useSettingKinds(settings: MissionSettings): Record<SettingTab, SettingKind> {
  const formats = useFormats()
  const { language } = useLanguage()
  const ownName = useOwnName()
  const { vehicles } = useRoadSettings()
  const { data: posts } = useQuery(borderPostsQuery)
  const m = useMessages(kindMessages)
  const rules = useMessages(ruleKindMessages)
  const words = useMessages(ruleMessages)
  const { weekdays } = useMessages(settingMessages)
  const { priorities } = useMessages(missionsMessages)
  const profiles = vehicles.map((one) => ({ value: one.id, label: ownName(one) }))
  const shared = { settings, profiles, formats }
  return {
    rules: ruleKind({ ...shared, m: rules, words, weekdays }),
    ...plainKinds({
      ...shared,
      m,
      priorities,
      posts: (posts?.features ?? [])
        .map(({ id, properties }) => ({ value: String(id), label: properties.name }))
        .toSorted((a, b) => a.label.localeCompare(b.label, language)),
      money: (minor, currency) => `${MONEY[language].format(minor / 100)}\u202f${currency}`,
      today: thisDay(),
    }),
  }
}

const MONEY = {
  fr: new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 }),
}
