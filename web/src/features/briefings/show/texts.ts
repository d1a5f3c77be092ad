import type { Texts } from '@borne/api/contracts/briefings'
import { type Language, useLanguage } from '../../../ui/language.tsx'
import { typesetFrench } from '../../../ui/typeset.ts'

/** A text in the asked language; where that is not written, in the other one. */
export function textIn(texts: Texts, language: Language): string {
  const isWritten = texts[language].trim() !== ''
  const text = isWritten ? texts[language] : texts[language === 'fr' ? 'en' : 'fr']
  return language === 'fr' && isWritten ? typesetFrench(text) : text
}

export function useTextIn(): (texts: Texts) => string {
  const { language } = useLanguage()
  return (texts) => textIn(texts, language)
}
