/** French sets a narrow no-break space before double punctuation and inside guillemets. */
export function typesetFrench(text: string): string {
  return text.replace(/ ([;:!?»])/g, '\u202f$1').replace(/« /g, '«\u202f')
}
