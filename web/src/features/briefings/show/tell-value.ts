import type { PresentedFigure } from '@borne/api/contracts/briefings'
import { type Formats, UNKNOWN, useFormats } from '../../../ui/formats.ts'
import { type Language, useLanguage } from '../../../ui/language.tsx'

type Unit = PresentedFigure['unit']

const NARROW = '\u202f'
const MILLION = 1_000_000
const DAYS = { fr: ['jour', 'jours'], en: ['day', 'days'] } as const

/** A number and its unit, apart: the unit is written smaller. */
export interface ToldValue {
  readonly number: string
  readonly unit: string
}

export function tellParts(value: number | null, unit: Unit, formats: Formats, language: Language): ToldValue {
  if (value === null || !Number.isFinite(value)) return { number: UNKNOWN, unit: '' }
  switch (unit) {
    case 'count':
    case 'people':
      return { number: formats.number(value), unit: '' }
    case 'percent':
      return { number: formats.number(value, Math.abs(value) < 10 ? 1 : 0), unit: '%' }
    case 'kilometres':
      return { number: formats.number(value, Math.abs(value) < 100 ? 1 : 0), unit: 'km' }
    case 'days':
      return { number: formats.number(value), unit: DAYS[language][Math.abs(value) < 2 ? 0 : 1] }
    default:
      if (Math.abs(value) < MILLION) return { number: formats.number(value), unit }
      return { number: formats.number(value / MILLION, 2), unit: `M${NARROW}${unit}` }
  }
}

/** «62 %», «184 km», «5,6 M MRU». */
export function useTellValue(): (value: number | null, unit: Unit) => string {
  const formats = useFormats()
  const { language } = useLanguage()
  return (value, unit) => {
    const told = tellParts(value, unit, formats, language)
    if (told.unit === '') return told.number
    return `${told.number}${unit === 'percent' && language === 'en' ? '' : NARROW}${told.unit}`
  }
}
