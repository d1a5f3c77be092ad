import { defineMessages } from '../../../ui/language.tsx'

export const renderMessages = defineMessages({
  fr: {
    archived: 'un élément montré ici a été archivé depuis',
    demonstration: 'DÉMONSTRATION : données fictives',
    frozenOn: (day: string) => `figé au ${day}`,
    on: (day: string) => `situation au ${day}`,
  },
  en: {
    archived: 'something shown here was archived since',
    demonstration: 'DEMONSTRATION: fictional data',
    frozenOn: (day) => `frozen at ${day}`,
    on: (day) => `as of ${day}`,
  },
})
