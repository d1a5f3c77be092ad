/** What one asks of a running presentation. */
export type ShowAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'laser'
  | 'full-screen'
  | 'notes'
  | 'pause'
  | 'auto'
  | 'help'
  | 'leave'

/** Keyboards and remote controls: most of these send PageUp and PageDown, and B or a full stop for black. */
const KEYS: Readonly<Record<string, ShowAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  w: 'white',
  ',': 'white',
  l: 'laser',
  f: 'full-screen',
  n: 'notes',
  p: 'pause',
  a: 'auto',
  '?': 'help',
  Escape: 'leave',
}

/** What a visitor may ask: the page is not theirs alone, it may stand in another one. */
export const VISITOR_ACTIONS: readonly ShowAction[] = ['next', 'previous', 'first', 'last', 'pause']

interface PressedKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** On what the focus is: what it does with a key itself goes first. */
export type FocusKind = 'text' | 'slider' | 'scroller' | 'button' | 'none'

const MOVES_SLIDER = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End']
const SCROLLS = ['ArrowUp', 'ArrowDown']

export function actionOfKey(pressed: PressedKey, focus: FocusKind): ShowAction | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = pressed
  if (ctrlKey || altKey || metaKey || focus === 'text') return null
  if (focus === 'slider' && MOVES_SLIDER.includes(key)) return null
  if (focus === 'scroller' && SCROLLS.includes(key)) return null
  if (focus === 'button' && (key === ' ' || key === 'Enter')) return null
  if (key === ' ' && shiftKey) return 'previous'
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null
}

/** @param target What has the focus when a key is pressed. */
export function focusKind(target: EventTarget | null): FocusKind {
  if (!(target instanceof HTMLElement)) return 'none'
  if (target.matches('[role=slider], input[type=range]')) return 'slider'
  if (target.isContentEditable || target.matches('input, textarea, select')) return 'text'
  if (target.matches('button, a[href], summary')) return 'button'
  return target.scrollHeight > target.clientHeight + 1 && target.tabIndex >= 0 ? 'scroller' : 'none'
}
