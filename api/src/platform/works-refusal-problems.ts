import type { WorksRefusalCode } from '@borne/geodata/works/results'

/** Why an event may not be recorded, one code for each rule of geodata: a part of the one catalogue. */
export const WORKS_REFUSAL_PROBLEMS = {
  // Its day and what it names
  'works-not-a-day': refused(
    '« {day} » n’est pas un jour du calendrier.',
    '“{day}” is no day of the calendar.',
  ),
  'works-future-day': refused(
    'Le {day} n’est pas encore venu (aujourd’hui : {today}).',
    '{day} has not come yet (today: {today}).',
  ),
  'works-unknown-event': refused(
    'Ce qui est nommé n’est pas sur ce marché, ou n’y était pas encore ce jour-là.',
    'What is named is not on this contract, or was not yet on that day.',
  ),
  'works-replaces-other-kind': refused(
    'Une correction est de même nature : « {kind} » ne remplace pas « {replaced} ».',
    'A correction is of the same kind: “{kind}” does not replace “{replaced}”.',
  ),
  'works-already-replaced': refused(
    'Ceci a déjà été corrigé ou retiré : rechargez le marché.',
    'This was corrected or withdrawn already: reload the contract.',
  ),
  'works-breaks-later-event': refused(
    '« {kind} » du {on} ne tiendrait plus : {because}',
    '“{kind}” of {on} would no longer hold: {because}',
  ),
  'works-before-what-it-answers': refused(
    'Le {day} est avant ce à quoi ceci répond ({on}).',
    '{day} is before what this answers ({on}).',
  ),
  'works-same-person': refused(
    'Il faut une seconde personne : ce qu’on a déclaré, un autre le vérifie.',
    'It takes a second person: what one stated, another checks.',
  ),
  'works-photo-missing': refused('Il faut une photo comme preuve.', 'It takes a photo as a proof.'),
  'works-duplicate-code': refused(
    'Le code « {code} » est déjà à la ligne {firstRow}.',
    'The code “{code}” is on row {firstRow} already.',
  ),
  'works-unknown-package': refused(
    'Il n’y a pas de lot « {packageCode} ».',
    'There is no package “{packageCode}”.',
  ),
  'works-unknown-item': refused(
    'Il n’y a pas de poste « {itemCode} » au bordereau.',
    'There is no item “{itemCode}” in the bill.',
  ),
  'works-no-bill': refused(
    'Le marché n’a pas encore de bordereau ce jour-là.',
    'The contract has no bill of quantities yet on that day.',
  ),

  // The legal chain
  'works-not-started': refused(
    'L’ordre de service de démarrage n’est pas donné ce jour-là.',
    'The start order is not given on that day.',
  ),
  'works-contract-closed': refused(
    'Le marché est clos pour cela : « {step} » le {on}.',
    'The contract is closed for this: “{step}” on {on}.',
  ),
  'works-chain-order': refused(
    '« {step} » n’est pas à sa place dans la chaîne : {order} « {other} ».',
    '“{step}” is not in its place in the chain: {order} “{other}”.',
  ),
  'works-chain-repeated': refused('« {step} » est déjà daté du {on}.', '“{step}” has the date {on} already.'),
  'works-acceptance-before-start': refused(
    'Pas de réception avant l’ordre de service de démarrage.',
    'No acceptance before the start order.',
  ),
  'works-overlapping-suspension': refused(
    'Les travaux sont déjà arrêtés depuis le {since}.',
    'The works are stopped already, since {since}.',
  ),
  'works-resume-without-stop': refused(
    'Les travaux ne sont pas arrêtés ce jour-là.',
    'The works are not stopped on that day.',
  ),
  'works-open-blocking-punch-items': refused(
    'Réserves bloquantes non levées : {count}.',
    'Blocking réserves that are not lifted: {count}.',
  ),
  'works-amendment-number-order': refused(
    'L’avenant {number} n’est pas le suivant : c’est le {expected}.',
    'Amendment {number} is not the next one: that is {expected}.',
  ),
  'works-amendment-duration-none': refused(
    'Le délai deviendrait de {durationDays} jours.',
    'The duration would become {durationDays} days.',
  ),
  'works-amount-below-certified': refused(
    'Le montant deviendrait {amountMinor}, en dessous de ce qui est certifié ({certifiedMinor}).',
    'The amount would become {amountMinor}, below what is certified ({certifiedMinor}).',
  ),

  // The bill and the plan
  'works-amount-too-large': refused(
    'Poste « {code} » du bordereau : quantité et prix font un montant trop grand.',
    'Item “{code}”: quantity and price make too large an amount.',
  ),
  'works-bill-total-mismatch': refused(
    'Le total du bordereau est {totalMinor}, le montant du marché {amountMinor}.',
    'The total of the bill is {totalMinor}, the amount of the contract {amountMinor}.',
  ),
  'works-bill-below-certified': refused(
    'Poste « {itemCode} » : {quantityMilli} au bordereau, {certifiedMilli} déjà certifiés.',
    'Item “{itemCode}”: {quantityMilli} in the bill, {certifiedMilli} certified already.',
  ),
  'works-weights-mixed': refused(
    'Le lot « {code} » n’a pas de pondération alors que d’autres en ont.',
    'The package “{code}” has no weight while others have one.',
  ),
  'works-weights-not-a-million': refused(
    'Les pondérations des lots font {sumPpm} millionièmes ; il en faut 1 000 000.',
    'The weights of the packages make {sumPpm} millionths; it takes 1,000,000.',
  ),
  'works-plan-cycle': refused(
    'Les dépendances tournent en rond : {cycle}.',
    'The dependencies run in a circle: {cycle}.',
  ),
  'works-plan-duration': refused(
    'Tâche « {code} » : {durationDays} n’est pas une durée en jours ouvrés.',
    'Activity “{code}”: {durationDays} is no duration in working days.',
  ),
  'works-plan-lag': refused(
    'Tâche « {code} » : le décalage après « {predecessor} » n’est pas un nombre entier de jours.',
    'Activity “{code}”: the lag after “{predecessor}” is no whole number of days.',
  ),
  'works-unknown-predecessor': refused(
    'Tâche « {code} » : il n’y a pas de tâche « {predecessor} ».',
    'Activity “{code}”: there is no activity “{predecessor}”.',
  ),

  // Progress
  'works-percent-out-of-range': refused(
    'Lot « {packageCode} » : {percent} % n’est pas entre 0 et 100.',
    'Package “{packageCode}”: {percent} % is not between 0 and 100.',
  ),
  'works-quantity-over-bill': refused(
    'Poste « {itemCode} » : {quantityMilli}, plus que le bordereau ({billMilli}).',
    'Item “{itemCode}”: {quantityMilli}, more than the bill ({billMilli}).',
  ),
  'works-quantity-below-certified': refused(
    'Poste « {itemCode} » du bordereau : {quantityMilli}, moins que ce qui est certifié ({certifiedMilli}) ; donnez la raison.',
    'Item “{itemCode}”: {quantityMilli}, less than what is certified ({certifiedMilli}); state the reason.',
  ),
  'works-progress-falls': refused(
    '« {what} » passerait de {before} à {now} : une baisse demande sa raison.',
    '“{what}” would go from {before} to {now}: a fall needs its reason.',
  ),
  'works-already-decided': refused(
    'Le rapport est déjà {state} ({on}).',
    'The report is already {state} ({on}).',
  ),

  // Money
  'works-guarantee-expires-before': refused(
    'La garantie expire le {expiresOn}, avant son propre jour ({on}).',
    'The guarantee expires on {expiresOn}, before its own day ({on}).',
  ),
  'works-already-released': refused(
    'La mainlevée de la garantie est donnée depuis le {on}.',
    'The guarantee was released on {on}.',
  ),
  'works-certificate-number-order': refused(
    'Le décompte {number} n’est pas le suivant : c’est le {expected}.',
    'Certificate {number} is not the next one: that is {expected}.',
  ),
  'works-certificate-after-final': refused(
    'Le décompte final est déjà établi.',
    'The final certificate is made already.',
  ),
  'works-certificate-over-amount': refused(
    'Les quantités valent {grossMinor}, plus que le montant du marché ({amountMinor}).',
    'The quantities are worth {grossMinor}, more than the amount of the contract ({amountMinor}).',
  ),
  'works-certificate-below-last': refused(
    'Poste « {itemCode} » du bordereau : {quantityMilli} à ce jour, moins que le décompte précédent ({certifiedMilli}).',
    'Item “{itemCode}”: {quantityMilli} to date, less than the certificate before ({certifiedMilli}).',
  ),
  'works-penalties-over-cap': refused(
    'Les pénalités feraient {penaltiesMinor}, plus que leur plafond ({capMinor}).',
    'The penalties would make {penaltiesMinor}, more than their cap ({capMinor}).',
  ),
  'works-advance-repeated': refused(
    'L’avance a déjà son décompte.',
    'The advance has its certificate already.',
  ),
  'works-advance-none': refused('Ce marché ne prévoit pas d’avance.', 'This contract has no advance.'),
  'works-advance-with-quantities': refused(
    'Le décompte d’avance ne porte pas de quantités.',
    'The certificate of the advance has no quantities.',
  ),
  'works-amount-not-positive': refused(
    'Le montant doit être au-dessus de zéro.',
    'The amount has to be above zero.',
  ),
  'works-payment-over-net': refused(
    'Décompte {number} : {amountMinor}, plus que ce qui reste à payer ({outstandingMinor} sur {netMinor}).',
    'Certificate {number}: {amountMinor}, more than what is left to pay ({outstandingMinor} of {netMinor}).',
  ),
  'works-release-before-acceptance': refused(
    'La retenue se libère après la réception provisoire.',
    'The retention is released after the provisional acceptance.',
  ),
  'works-release-over-held': refused(
    '{amountMinor}, plus que la retenue ({heldMinor}).',
    '{amountMinor}, more than the retention ({heldMinor}).',
  ),

  // Quality
  'works-punch-wrong-state': refused(
    '« {step} » ne suit pas l’état « {state} ».',
    '“{step}” does not follow the state “{state}”.',
  ),
} as const satisfies Record<`works-${WorksRefusalCode}`, unknown>

function refused(fr: string, en: string) {
  return {
    status: 422,
    fr: { title: 'Règle non respectée', detail: fr },
    en: { title: 'Rule not met', detail: en },
  }
}
