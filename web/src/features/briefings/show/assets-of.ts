import type { Presentation, PresentedContent } from '@borne/api/contracts/briefings'

/** Names of the pictures of a presentation, each once. */
export function assetsOf({ slides, logos }: Presentation): string[] {
  const ofSlides = slides.flatMap(({ content }) => (content ? photosOf(content) : []))
  return [...new Set([...ofSlides, ...logos.map(({ asset }) => asset)])]
}

function photosOf(content: PresentedContent): string[] {
  if (content.kind === 'photo') return [content.photo.asset]
  return content.kind === 'photo-pair' ? [content.before.asset, content.after.asset] : []
}
