// Slideshow and handles of a page that is read from a disk: no network, nothing kept.
const words = document.body.dataset
const slides = [...document.querySelectorAll('.slide')]
let shown = 0

function addButton(bar, text, press) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = text
  button.addEventListener('click', press)
  bar.append(button)
  return button
}

const bar = document.createElement('nav')
bar.className = 'bar'
const count = document.createElement('span')
count.setAttribute('aria-live', 'polite')
const back = addButton(bar, words.previous, () => show(shown - 1))
bar.append(count)
const on = addButton(bar, words.next, () => show(shown + 1))
const mode = addButton(bar, '', () => setSlideshow(!isSlideshow()))
document.body.prepend(bar)

function isSlideshow() {
  return document.body.classList.contains('slideshow')
}

function setSlideshow(isOn) {
  document.body.classList.toggle('slideshow', isOn)
  for (const part of [back, count, on]) part.hidden = !isOn
  mode.textContent = isOn ? words.story : words.slideshow
  show(shown)
  if (!isOn && shown > 0) slides[shown].scrollIntoView()
}

function show(place) {
  shown = Math.max(0, Math.min(slides.length - 1, place))
  for (const [index, slide] of slides.entries()) slide.classList.toggle('shown', index === shown)
  count.textContent = `${shown + 1} ${words.of} ${slides.length}`
  back.disabled = shown === 0
  on.disabled = shown === slides.length - 1
  if (isSlideshow()) scrollTo(0, 0)
}

addEventListener('keydown', (event) => {
  if (!isSlideshow() || event.target instanceof HTMLInputElement) return
  const step = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key]
  if (step) show(shown + step)
  else if (event.key === 'Home') show(0)
  else if (event.key === 'End') show(slides.length - 1)
  else if (event.key === 'Escape') setSlideshow(false)
  else return
  event.preventDefault()
})

for (const pair of document.querySelectorAll('.swipe')) {
  if (pair.querySelectorAll('img').length !== 2) continue
  pair.classList.add('live')
  const handle = document.createElement('input')
  handle.type = 'range'
  handle.setAttribute('aria-label', pair.dataset.swipe)
  handle.addEventListener('input', () => pair.style.setProperty('--share', `${handle.value}%`))
  pair.append(handle)
}

setSlideshow(false)
