import { createContext, type ReactNode, use, useCallback, useLayoutEffect, useMemo, useState } from 'react'
import { typesetFrench } from './typeset.ts'

export type Language = 'fr' | 'en'

/** The words of one part of the interface. French is written first; English must have the same shape. */
export type Catalogue<M> = Readonly<Record<Language, M>>

const STORAGE_KEY = 'borne.language'
const LanguageContext = createContext<{ language: Language; setLanguage(language: Language): void }>({
  language: 'fr',
  setLanguage() {},
})

/** The shape of a catalogue: any text in the place of a text, the same parameters for a function. */
type Words<M> = M extends string
  ? string
  : M extends (...args: infer Args) => infer Result
    ? (...args: Args) => Words<Result>
    : M extends object
      ? { [Key in keyof M]: Words<M[Key]> }
      : M

/** Values are strings, functions that return strings, or groups of them. French spacing is put in here. */
export function defineMessages<M extends object>(catalogue: {
  fr: M
  en: NoInfer<Words<M>>
}): Catalogue<Words<M>> {
  return { fr: typesetAll(catalogue.fr) as Words<M>, en: catalogue.en }
}

export function useMessages<M>(catalogue: Catalogue<M>): M {
  return catalogue[use(LanguageContext).language]
}

export function useLanguage() {
  return use(LanguageContext)
}

/** `plural('fr', 0, 'poste', 'postes')` → «poste»: in French zero is singular. */
export function plural(language: Language, count: number, one: string, other: string): string {
  return PLURAL_RULES[language].select(count) === 'one' ? one : other
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguageState] = useState<Language>(readLanguage)
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(STORAGE_KEY, next)
    document.documentElement.lang = next
    setLanguageState(next)
  }, [])
  const value = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return <LanguageContext value={value}>{children}</LanguageContext>
}

const PLURAL_RULES = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') }

/** Sets the document's language before the first request, so that the server answers in it. */
export function readLanguage(): Language {
  const language = localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'fr'
  document.documentElement.lang = language
  return language
}

function typesetAll<T>(value: T): T {
  if (typeof value === 'string') return typesetFrench(value) as T
  if (typeof value === 'function') return ((...args: unknown[]) => typesetAll(value(...args))) as T
  if (Array.isArray(value)) return value.map(typesetAll) as T
  if (value === null || typeof value !== 'object' || '$$typeof' in value) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typesetAll(inner)])) as T
}
