/** No part of XML 1.0. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const NOT_IN_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Without the characters that no XML can hold, and without halves of characters. */
export function storableInXml(text: string): string {
  return text.replace(NOT_IN_XML, '').toWellFormed()
}

/** For texts and attributes. */
export function escapeXml(text: string): string {
  return storableInXml(text).replace(/[&<>"\r]/g, (character) => NAMED[character] ?? character)
}
