import { defineMessages } from '../../ui/language.tsx'

interface PartyWords {
  programmes: string
  addProgramme: string
  noProgramme: { title: string; text: string }
  programme: string
  projects: string
  addProject: string
  noProject: { title: string; text: string }
  needsProgramme: string
  currency: string
  contributions: string
  contributionsHint: string
  addContribution: string
  donor: string
  share: string
  promised: (currency: string) => string
  promisedHint: string
  contribution: (number: number) => string
  noContribution: string
  hidden: string
  donors: string
  donorMarks: string
  donorsIntro: string
  addDonor: string
  noDonor: { title: string; text: string }
  code: string
  codeHint: string
  paysNothing: string
  contractors: string
  addContractor: string
  noContractor: { title: string; text: string }
  contact: string
  contactHint: string
  noContact: string
}

export const partyMessages = defineMessages<PartyWords>({
  fr: {
    programmes: 'Programmes',
    addProgramme: 'Nouveau programme',
    noProgramme: {
      title: 'Pas encore de programme',
      text: 'Un programme rassemble des projets ; chaque projet dit qui paie, et porte des marchés. Commencez par le programme.',
    },
    programme: 'Programme',
    projects: 'Projets',
    addProject: 'Nouveau projet',
    noProject: {
      title: 'Pas encore de projet',
      text: 'Un projet dit qui paie et dans quelle monnaie. Chaque marché appartient à un projet.',
    },
    needsProgramme: 'Créez d’abord un programme.',
    currency: 'Monnaie',
    contributions: 'Contributions des bailleurs',
    contributionsHint: 'Part de chaque marché du projet ; ensemble 100 %, ou aucune.',
    addContribution: 'Ajouter un bailleur',
    donor: 'Bailleur',
    share: 'Part (%)',
    promised: (currency) => `Montant promis (${currency})`,
    promisedHint: 'Vide s’il n’est pas connu.',
    contribution: (number) => `la contribution ${number}`,
    noContribution: 'Aucun bailleur indiqué',
    hidden: 'Contributions non visibles pour votre rôle',
    donors: 'Bailleurs',
    donorMarks: 'Noms, logos, lignes de crédit et leur ordre',
    donorsIntro: 'Les parts et les montants promis se changent dans le projet.',
    addDonor: 'Nouveau bailleur',
    noDonor: {
      title: 'Pas encore de bailleur',
      text: 'Un bailleur finance des projets. Son code court figure dans les listes et les filtres.',
    },
    code: 'Code court',
    codeHint: 'Par exemple UE ; 20 caractères au plus.',
    paysNothing: 'Aucun projet',
    contractors: 'Entreprises',
    addContractor: 'Nouvelle entreprise',
    noContractor: {
      title: 'Pas encore d’entreprise',
      text: 'Une entreprise exécute des marchés. Un marché peut attendre la sienne : elle s’ajoute à l’attribution.',
    },
    contact: 'Contact',
    contactHint: 'Adresse ou téléphone du bureau ; visible de peu de rôles.',
    noContact: 'Contact non visible ou non renseigné',
  },
  en: {
    programmes: 'Programmes',
    addProgramme: 'New programme',
    noProgramme: {
      title: 'No programme yet',
      text: 'A programme holds projects; each project says who pays, and has contracts. Begin with the programme.',
    },
    programme: 'Programme',
    projects: 'Projects',
    addProject: 'New project',
    noProject: {
      title: 'No project yet',
      text: 'A project says who pays and in which currency. Each contract belongs to a project.',
    },
    needsProgramme: 'Create a programme first.',
    currency: 'Currency',
    contributions: 'Contributions of the donors',
    contributionsHint: 'Share of each contract of the project; 100% together, or none.',
    addContribution: 'Add a donor',
    donor: 'Donor',
    share: 'Share (%)',
    promised: (currency) => `Amount promised (${currency})`,
    promisedHint: 'Empty if it is not known.',
    contribution: (number) => `contribution ${number}`,
    noContribution: 'No donor stated',
    hidden: 'Contributions are not visible to your role',
    donors: 'Donors',
    donorMarks: 'Names, logos, credit lines and their order',
    donorsIntro: 'Shares and promised amounts are changed in the project.',
    addDonor: 'New donor',
    noDonor: {
      title: 'No donor yet',
      text: 'A donor funds projects. Its short code stands in lists and filters.',
    },
    code: 'Short code',
    codeHint: 'For example EU; 20 characters at most.',
    paysNothing: 'No project',
    contractors: 'Contractors',
    addContractor: 'New contractor',
    noContractor: {
      title: 'No contractor yet',
      text: 'A contractor carries out contracts. A contract may wait for its own: it is added at the award.',
    },
    contact: 'Contact',
    contactHint: 'Address or telephone of the office; visible to few roles.',
    noContact: 'Contact not visible or not stated',
  },
})
