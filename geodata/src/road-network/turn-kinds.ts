/** Steps of a list of turns. */
export const TURN_KINDS = [
  'depart',
  'continue',
  'slight-left',
  'left',
  'sharp-left',
  'slight-right',
  'right',
  'sharp-right',
  'u-turn',
  'roundabout',
  'board-ferry',
  'leave-ferry',
  'cross-border',
  'ford',
  'leave-road',
  'join-road',
  'arrive',
] as const
export type TurnKind = (typeof TURN_KINDS)[number]
