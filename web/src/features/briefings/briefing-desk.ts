import type { Briefing } from '@borne/api/contracts/briefings'
import { type BriefingDraft, draftOf, isSame } from './briefing-draft.ts'
import { beginHistory, type EditHistory, redo, replaceDraft, undo } from './edit-history.ts'
import { type Choices, type MergeSpot, mergeBriefings } from './merge-briefings.ts'

/** How the draft stands towards the server. */
export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  /** No answer: it is sent when there is one again. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Others changed the same; a person chooses. */
  | {
      readonly kind: 'conflict'
      readonly base: BriefingDraft
      readonly theirs: BriefingDraft
      readonly clashes: readonly MergeSpot[]
    }

export interface DeskState {
  readonly history: EditHistory
  /** What the server has, as far as is known here. */
  readonly saved: { readonly draft: BriefingDraft; readonly version: number; readonly at: string }
  readonly status: SaveStatus
}

/** What the desk needs of the world around it. */
export interface DeskDoors {
  /** @param version The one that it was changed on. */
  send(draft: BriefingDraft, version: number): Promise<Briefing>
  fetch(): Promise<Briefing>
  /** Keeps what the server has not taken, or forgets it. */
  keep(unsaved: { base: BriefingDraft; draft: BriefingDraft } | null): void
  /** How a failure is to be understood. */
  judge(error: unknown): 'stale' | 'silent' | 'refused'
  /** Others' changes were taken over. */
  onTookTheirs(): void
}

const IDLE_MS = 1200

/** The draft of one briefing under the hand: its history, and its way to the server by itself. */
export class BriefingDesk {
  #state: DeskState
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending = false
  readonly #doors: DeskDoors
  readonly #listeners = new Set<() => void>()

  /** @param unsaved What this device kept from before; it is brought together with what the server has. */
  constructor(
    briefing: Briefing,
    doors: DeskDoors,
    unsaved: { base: BriefingDraft; draft: BriefingDraft } | null,
  ) {
    this.#doors = doors
    const saved = savedOf(briefing)
    this.#state = { history: beginHistory(saved.draft), saved, status: { kind: 'saved' } }
    if (unsaved) this.#bringTogether(unsaved.base, unsaved.draft, saved)
  }

  readonly getState = (): DeskState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** @param of What is changed; see `replaceDraft`. */
  change(next: BriefingDraft, of: string | null = null): void {
    this.#move(replaceDraft(this.#state.history, next, of))
  }

  undo(): void {
    this.#move(undo(this.#state.history))
  }

  redo(): void {
    this.#move(redo(this.#state.history))
  }

  /**
   * The server has another version than this desk knows: it was asked again, or another window saved.
   *
   * @param isOwn The person asked for it here, and knows.
   */
  take(briefing: Briefing, isOwn = false): void {
    if (this.#sending || briefing.version <= this.#state.saved.version) return
    this.#bringTogether(this.#state.saved.draft, this.#state.history.present, savedOf(briefing), isOwn)
  }

  /** A person has chosen what stays of what both sides changed. */
  settle(choices: Choices): void {
    const { status, history, saved } = this.#state
    if (status.kind !== 'conflict') return
    const { draft } = mergeBriefings(status.base, history.present, status.theirs, choices)
    this.#set({ history: replaceDraft(history, draft, null), saved, status: { kind: 'changed' } })
    this.#plan()
  }

  /** Sends what is unsaved; what is changed meanwhile follows. */
  async save(): Promise<void> {
    clearTimeout(this.#timer)
    const { history, saved, status } = this.#state
    const sent = history.present
    if (this.#sending || status.kind === 'conflict' || isSame(sent, saved.draft)) return
    this.#sending = true
    this.#set({ ...this.#state, status: { kind: 'saving' } })
    try {
      const answer = await this.#doors.send(sent, saved.version)
      this.#sending = false
      this.#afterSave(sent, answer)
    } catch (error) {
      this.#sending = false
      await this.#afterFailure(error)
    }
  }

  #afterSave(sent: BriefingDraft, { version, updatedAt }: Briefing): void {
    const saved = { draft: sent, version, at: updatedAt }
    const isAll = isSame(this.#state.history.present, sent)
    this.#set({ ...this.#state, saved, status: { kind: isAll ? 'saved' : 'changed' } })
    if (!isAll) this.#plan()
  }

  async #afterFailure(error: unknown): Promise<void> {
    const judged = this.#doors.judge(error)
    if (judged === 'silent') return this.#set({ ...this.#state, status: { kind: 'waiting' } })
    if (judged === 'refused') return this.#set({ ...this.#state, status: { kind: 'refused', error } })
    try {
      const theirs = savedOf(await this.#doors.fetch())
      this.#bringTogether(this.#state.saved.draft, this.#state.history.present, theirs)
    } catch {
      this.#set({ ...this.#state, status: { kind: 'waiting' } })
    }
  }

  #bringTogether(base: BriefingDraft, mine: BriefingDraft, saved: DeskState['saved'], isOwn = false): void {
    const { draft, clashes, tookTheirs } = mergeBriefings(base, mine, saved.draft)
    if (clashes.length > 0) {
      const status: SaveStatus = { kind: 'conflict', base, theirs: saved.draft, clashes }
      this.#set({ history: replaceDraft(this.#state.history, mine, null), saved, status })
      return
    }
    const isAll = isSame(draft, saved.draft)
    const history = replaceDraft(this.#state.history, draft, null)
    this.#set({ history, saved, status: { kind: isAll ? 'saved' : 'changed' } })
    if (tookTheirs && !isOwn) this.#doors.onTookTheirs()
    if (!isAll) this.#plan()
  }

  #move(history: EditHistory): void {
    const { saved, status } = this.#state
    if (history === this.#state.history) return
    const isAll = isSame(history.present, saved.draft)
    const isBusy = status.kind === 'saving' || status.kind === 'conflict'
    this.#set({ history, saved, status: isBusy ? status : { kind: isAll ? 'saved' : 'changed' } })
    if (!isBusy) this.#plan()
  }

  #plan(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), IDLE_MS)
  }

  #set(state: DeskState): void {
    this.#state = state
    const { history, saved, status } = state
    const base = status.kind === 'conflict' ? status.base : saved.draft
    this.#doors.keep(isSame(history.present, saved.draft) ? null : { base, draft: history.present })
    for (const listener of this.#listeners) listener()
  }
}

function savedOf(briefing: Briefing): DeskState['saved'] {
  return { draft: draftOf(briefing), version: briefing.version, at: briefing.updatedAt }
}
