import type { Position } from '../geometry/position.ts'

/** A mission as it goes to GPS units, phones and globes. */
export interface ExchangedMission {
  readonly name: string
  readonly description: string
  /** ISO 8601 in UTC. */
  readonly madeAt: string
  readonly places: readonly ExchangedPlace[]
  /** One for each day of each team. */
  readonly days: readonly ExchangedDay[]
}

export interface ExchangedPlace {
  readonly name: string
  readonly description: string
  readonly position: Position
  readonly kind: 'visit' | 'night' | 'fuel' | 'end'
}

export interface ExchangedDay {
  readonly name: string
  readonly description: string
  /** `#rrggbb` */
  readonly colour: string
  /** The stops in their order. */
  readonly stops: readonly { readonly name: string; readonly position: Position; readonly at: string }[]
  /** The way over the roads, leg by leg; a leg of unknown course is left out. */
  readonly lines: readonly (readonly Position[])[]
}
