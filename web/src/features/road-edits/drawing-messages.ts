import { defineMessages, plural } from '../../ui/language.tsx'
import type { SnappedTo } from './snap-point.ts'
import type { DrawingHint } from './use-line-drawing.ts'

export const drawingMessages = defineMessages({
  fr: {
    howToDraw:
      'Cliquez sur la carte le long de la piste, du départ à l’arrivée. Près d’une route, le point s’y raccroche : c’est là que les trajets passeront de l’une à l’autre.',
    howToChoose:
      'Cliquez sur la route, au début puis à la fin du tronçon : le tracé suit la route. Un point de plus le précise.',
    keyboard:
      'Double clic ou Entrée : terminer. Ctrl Z : annuler le dernier point. Échap : effacer, puis abandonner. Espace, sur la carte : un point au centre.',
    count: (count: number) => `${count} ${plural('fr', count, 'point', 'points')}`,
    snapped: {
      road: 'raccroché à la route',
      track: 'raccroché à la piste',
      drawn: 'raccroché au bout de la piste tracée',
    } as Record<SnappedTo, string>,
    hints: {
      far: 'De si loin, rien ne se raccroche : approchez d’abord la carte.',
      'off-road': 'Aucune route à cet endroit : cliquez sur une route dessinée sur la carte.',
      full: 'Assez de points pour un tronçon : terminez celui-ci, puis choisissez le suivant.',
    } as Record<DrawingHint, string>,
    seeking: 'le tronçon arrive…',
    broken: 'Aucune route ne relie ces points. Annulez le dernier, ou choisissez un tronçon plus court.',
    undo: 'Annuler le dernier point',
    cancel: 'Abandonner',
    finish: 'Terminer',
    dropped: 'Tracé effacé',
  },
  en: {
    howToDraw:
      'Click on the map along the track, from its start to its end. Near a road the point is taken to it: there the ways will pass from one to the other.',
    howToChoose:
      'Click on the road, at the start and then at the end of the stretch: the line follows the road. One more point makes it precise.',
    keyboard:
      'Double click or Enter: finish. Ctrl Z: undo the last point. Esc: clear, then give up. Space, on the map: a point at its centre.',
    count: (count: number) => `${count} ${plural('en', count, 'point', 'points')}`,
    snapped: {
      road: 'joined to the road',
      track: 'joined to the track',
      drawn: 'joined to the end of the drawn track',
    },
    hints: {
      far: 'From so far nothing is joined: zoom in first.',
      'off-road': 'No road here: click on a road that the map draws.',
      full: 'Enough points for one stretch: finish it, then choose the next one.',
    },
    seeking: 'the stretch is coming…',
    broken: 'No road joins these points. Undo the last one, or choose a shorter stretch.',
    undo: 'Undo the last point',
    cancel: 'Give up',
    finish: 'Finish',
    dropped: 'Drawing cleared',
  },
})
