import { LEVEL_COLOURS } from '../ui/level-scale.ts'
import { PALETTE } from './palette.ts'

const PIXEL_RATIO = 2
const STATUSES = ['planned', 'under-works', 'operational', 'suspended', 'closed'] as const
type IconStatus = (typeof STATUSES)[number]

/**
 * Draws the icon that a symbol layer asks for, at twice its size:
 * `post-planned`, `post-operational`, … and `post-under-works-40` with the progress as an arc, `spot-well`, …,
 * `closure-cut`, …, `plaque-seen`, …
 * Shapes are those of the marks in lists, in a box of 20.
 */
export function drawIcon(id: string): ImageData | undefined {
  const post = /^post-([a-z-]+?)(?:-(\d{1,3}))?$/.exec(id)
  const status = STATUSES.find((known) => known === post?.[1])
  if (status)
    return draw(20, (pen) => drawStatus(pen, status, post?.[2] === undefined ? 100 : Number(post[2])))
  const closure = CLOSURES[id.replace(/^closure-/, '')]
  if (closure) return draw(24, closure)
  const plaque = PLAQUES[id.replace(/^plaque-/, '')]
  if (plaque) return draw(20, plaque)
  const spot = SPOTS[id.replace(/^spot-/, '')]
  return spot && draw(12, spot)
}

type Pen = OffscreenCanvasRenderingContext2D

function draw(size: number, shape: (pen: Pen) => void): ImageData {
  const canvas = new OffscreenCanvas(size * PIXEL_RATIO, size * PIXEL_RATIO)
  const pen = canvas.getContext('2d')!
  pen.scale(PIXEL_RATIO, PIXEL_RATIO)
  shape(pen)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

function drawStatus(pen: Pen, status: IconStatus, progressPercent: number): void {
  const colour = statusColour(status)
  pen.strokeStyle = colour
  pen.fillStyle = colour
  if (status === 'planned') stroke(pen, 2.5, circle(7))
  if (status === 'operational') pen.fill(circle(8.5))
  if (status === 'suspended') pen.fill(new Path2D('M10 1.5 19 17.5H1Z'))
  if (status === 'closed') {
    pen.lineCap = 'round'
    stroke(pen, 3.5, new Path2D('m4 4 12 12M16 4 4 16'))
  }
  if (status === 'under-works') drawWorks(pen, progressPercent)
}

function statusColour(status: IconStatus): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${status}`).trim()
}

/** A ring, half filled; the ring is drawn so far as the works are. */
function drawWorks(pen: Pen, progressPercent: number): void {
  pen.fill(new Path2D('M10 5.5a4.5 4.5 0 0 0 0 9Z'))
  pen.globalAlpha = 0.35
  stroke(pen, 3, circle(7.5))
  pen.globalAlpha = 1
  const arc = new Path2D()
  const top = -Math.PI / 2
  arc.arc(10, 10, 7.5, top, top + 2 * Math.PI * Math.min(1, Math.max(0, progressPercent / 100)))
  stroke(pen, 3, arc)
}

function circle(radius: number, center = 10): Path2D {
  const path = new Path2D()
  path.arc(center, center, radius, 0, 2 * Math.PI)
  return path
}

function stroke(pen: Pen, width: number, path: Path2D): void {
  pen.lineWidth = width
  pen.stroke(path)
}

function colours() {
  return PALETTE[theme()]
}

function theme() {
  return document.documentElement.dataset.theme === 'night' ? 'night' : 'day'
}

const SPOTS: Record<string, (pen: Pen) => void> = {
  well(pen) {
    pen.strokeStyle = colours().waterText
    pen.fillStyle = colours().halo
    pen.fill(circle(3.4, 6))
    stroke(pen, 1.4, circle(3.4, 6))
    pen.fillStyle = colours().waterText
    pen.fill(circle(1.1, 6))
  },
  hill(pen) {
    pen.fillStyle = colours().spot
    pen.fill(new Path2D('M6 2.5 10.5 10h-9Z'))
  },
  pass(pen) {
    pen.strokeStyle = colours().spot
    stroke(pen, 1.3, new Path2D('M3 2c2 2.5 2 5.5 0 8M9 2c-2 2.5-2 5.5 0 8'))
  },
  health(pen) {
    pen.fillStyle = colours().health
    pen.fill(new Path2D('M4.4 1.5h3.2v2.9h2.9v3.2H7.6v2.9H4.4V7.6H1.5V4.4h2.9Z'))
  },
  airport(pen) {
    pen.fillStyle = colours().spot
    pen.fill(
      new Path2D(
        'M6 .6c.6 0 .9.8.9 1.6v2l4.5 2.7v1.3L6.9 6.9v2.5l1.3 1v1L6 10.8l-2.2.6v-1l1.3-1V6.9L.6 8.2V6.9l4.5-2.7v-2C5.1 1.4 5.4.6 6 .6Z',
      ),
    )
  },
}

/** The signs of `ClosureSign`, in a box of 24. */
const CLOSURES: Record<string, (pen: Pen) => void> = {
  cut(pen) {
    sign(pen, LEVEL_COLOURS[theme()].cut, circle(10, 12))
    pen.fill(new Path2D('M6 10h12v4H6Z'))
  },
  'four-wheel-drive'(pen) {
    sign(pen, LEVEL_COLOURS[theme()]['four-wheel-drive'], new Path2D('M2 4h20v16H2Z'))
    pen.font = '600 9px "Noto Sans", sans-serif'
    pen.textAlign = 'center'
    pen.fillText('4×4', 12, 15.2)
  },
  slow(pen) {
    sign(pen, LEVEL_COLOURS[theme()].slow, new Path2D('M12 1 23 12 12 23 1 12Z'))
    pen.fill(new Path2D('M10.7 6h2.6l-.4 7.5h-1.8ZM10.7 15.2h2.6v2.4h-2.6Z'))
  },
}

/** The plate of a sign with its rim; what is filled next is in the colour of its letters. */
function sign(pen: Pen, plate: string, shape: Path2D): void {
  pen.fillStyle = plate
  pen.strokeStyle = colours().halo
  pen.fill(shape)
  stroke(pen, 1.5, shape)
  pen.fillStyle = colours().halo
}

/** The plaque of a donor, in a box of 20: there, not there, in need of something, not known. */
const PLAQUES: Record<string, (pen: Pen) => void> = {
  seen(pen) {
    plate(pen, statusColour('operational'))
    stroke(pen, 2, new Path2D('m6.5 10 2.4 2.4 4.6-4.9'))
  },
  missing(pen) {
    plate(pen, statusColour('suspended'))
    stroke(pen, 2, new Path2D('m7 7 6 6M13 7l-6 6'))
  },
  damaged(pen) {
    plate(pen, statusColour('under-works'))
    stroke(pen, 2, new Path2D('M10 6v4.5M10 13v1'))
  },
  wrong(pen) {
    plate(pen, statusColour('under-works'))
    stroke(pen, 2, new Path2D('M6.5 8h7M6.5 12h7'))
  },
  unknown(pen) {
    plate(pen, statusColour('planned'))
    stroke(pen, 2, new Path2D('M7.5 10h5'))
  },
}

/** The plate with its rim; what is drawn on it next has the colour of paper. */
function plate(pen: Pen, colour: string): void {
  const shape = new Path2D(
    'M4.5 3h11A1.5 1.5 0 0 1 17 4.5v11a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5v-11A1.5 1.5 0 0 1 4.5 3Z',
  )
  pen.fillStyle = colour
  pen.strokeStyle = colours().halo
  pen.lineCap = 'round'
  pen.fill(shape)
  stroke(pen, 2, shape)
}
