/// <reference types="vite/client" />
import latinItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url'
import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url'
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url'
import latinExtended from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url'
import arabicRegular from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url'

export const REGULAR = 'Noto Sans Regular'
export const BOLD = 'Noto Sans Bold'
export const ITALIC = 'Noto Sans Italic'

const LATIN = [
  'U+0000-00FF',
  'U+0131',
  'U+0152-0153',
  'U+02BB-02BC',
  'U+02C6',
  'U+02DA',
  'U+02DC',
  'U+2000-206F',
  'U+2122',
  'U+2212',
]
const LATIN_EXTENDED = ['U+0100-02BA', 'U+02BD-02C5', 'U+02C7-02CC', 'U+1E00-1E9F', 'U+1EF2-1EFF']
const ARABIC = ['U+0600-06FF', 'U+0750-077F', 'U+08A0-08FF', 'U+FB50-FDFF', 'U+FE70-FEFC']

const extended = { url: latinExtended, 'unicode-range': LATIN_EXTENDED }
const arabic = { url: arabicRegular, 'unicode-range': ARABIC }

/** Labels are drawn from the fonts of the page: no glyph files, and each font is loaded when a label needs it. */
export const FONT_FACES = {
  [REGULAR]: [{ url: latinRegular, 'unicode-range': LATIN }, extended, arabic],
  [BOLD]: [{ url: latinBold, 'unicode-range': LATIN }, extended, arabic],
  [ITALIC]: [{ url: latinItalic, 'unicode-range': LATIN }, extended, arabic],
}
