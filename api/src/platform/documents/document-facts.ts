/** What marks each page of a document on fictional facts. */
export const DEMONSTRATION_MARK = 'DÉMONSTRATION : données fictives, document sans valeur'

/** A picture in a document, made when the document is. */
export interface DocumentImage {
  readonly kind: 'image'
  /** What is read out in its place. */
  readonly description: string
  readonly widthMillimetres: number
  /** PNG or JPEG with its size; undefined leaves the place empty. */
  load(): Promise<LoadedImage | undefined>
}

export interface LoadedImage {
  readonly bytes: Buffer
  readonly type: 'png' | 'jpeg'
  readonly widthPixels: number
  readonly heightPixels: number
}

/** What fills a template, by the names that stand in it. */
export type Facts = { readonly [name: string]: Fact }
export type Fact = string | boolean | DocumentImage | null | readonly Facts[]
