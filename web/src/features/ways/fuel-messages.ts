import { defineMessages } from '../../ui/language.tsx'

/** Words about the fuel of a way. */
export const fuelMessages = defineMessages({
  fr: {
    title: 'Carburant selon le sol',
    ground: 'Sol',
    distance: 'Distance',
    per100Km: 'L/100 km',
    litres: 'Litres',
    total: 'Total',
    none: 'Aucune consommation n’est connue pour ce véhicule sur ce trajet.',
    help: 'D’où viennent ces chiffres',
    method:
      'Longueur sur chaque sol × consommation du véhicule sur ce sol, réglée dans Routes, Réglages. Le sol est celui de la carte ; « inconnu » là où elle ne le dit pas. Ni la charge, ni les pentes, ni le sol mouillé, ni l’arrêt moteur tournant ne sont comptés, ni les bouts hors de la route : prévoyez une marge.',
    ownFigures: 'Chiffres d’origine du véhicule :',
    setFigures: 'Chiffres réglés ici pour le véhicule :',
    whole: (litres: string) => `Carburant : ${litres}, sans la charge, les pentes ni le sol mouillé.`,
    onGround: (ground: string) => `sol : ${ground}`,
  },
  en: {
    title: 'Fuel by ground',
    ground: 'Ground',
    distance: 'Distance',
    per100Km: 'L/100 km',
    litres: 'Litres',
    total: 'Total',
    none: 'No consumption of this vehicle is known on this way.',
    help: 'Where these figures come from',
    method:
      'Length on each ground × what the vehicle takes on that ground, as set in Roads, Settings. The ground is that of the map; “unknown” where it does not say. Load, slopes, wet ground and an engine that runs while standing are not counted, nor the stretches off the road: allow a margin.',
    ownFigures: 'Original figures of the vehicle (in French):',
    setFigures: 'Figures set here for the vehicle:',
    whole: (litres: string) => `Fuel: ${litres}, without load, slopes or wet ground.`,
    onGround: (ground: string) => `ground: ${ground}`,
  },
})
