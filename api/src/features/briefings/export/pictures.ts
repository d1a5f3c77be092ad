import type { Language } from '../../../platform/problem-catalogue.ts'
import type { Presentation } from '../presentation-contract.ts'

/** What an export is made of beside the presentation itself. */
export interface Pictures {
  /** Photos and logos by the names that the presentation gives them. One that is absent is said to be missing. */
  readonly assets: ReadonlyMap<string, Buffer>
  /** PNG of the maps by slide id, one for each state. Empty where no Chromium draws them. */
  readonly maps: ReadonlyMap<string, readonly Buffer[]>
}

/** All that an export says and shows. */
export interface Exported {
  readonly presentation: Presentation
  readonly pictures: Pictures
  readonly language: Language
}
