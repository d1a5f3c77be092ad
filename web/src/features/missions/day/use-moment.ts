import { useLanguage } from '../../../ui/language.tsx'
import { clockTime, shortDay } from '../clock.ts'

/** ISO instant → «mar. 1 déc., 10:40», as the clock in Mauritania shows it. */
export function useMoment(): (iso: string) => string {
  const { language } = useLanguage()
  return (iso) => `${shortDay(iso.slice(0, 10), language)}, ${clockTime(iso)}`
}
