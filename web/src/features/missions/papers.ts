/** Kinds of papers that are made of a mission, as the routes name them. */
export const PAPERS = [
  'mission-order',
  'mission-itinerary',
  'mission-radio-sheet',
  'mission-movement-request',
  'mission-contacts',
  'mission-report',
] as const
export type Paper = (typeof PAPERS)[number]
