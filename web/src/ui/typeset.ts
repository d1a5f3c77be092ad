const NARROW = '\u202f'

/** French spacing: a narrow no-break space before ; : ! ? % and inside « », where a plain space was typed. */
export function typesetFrench(text: string): string {
  return text.replace(/[ \u00a0]([;:!?%»])/g, `${NARROW}$1`).replace(/«[ \u00a0]/g, `«${NARROW}`)
}
