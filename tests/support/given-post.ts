import { createPost } from '../../api/src/features/posts/change-post.ts'
import type { BorderPostDetail, PostInput } from '../../api/src/features/posts/contract.ts'
import type { Db } from '../../api/src/platform/db.ts'

/** On the settlement of Sélibaby; far from the border, inside every source of boundaries. */
export const SELIBABY: [number, number] = [-12.18479, 15.15799]

/** A post as a person would enter it, with the given facts. */
export function postInput(facts: Partial<PostInput> = {}): PostInput {
  return {
    name: 'Poste d’essai',
    nameAr: null,
    aliases: [],
    kind: 'land',
    agency: 'gendarmerie',
    position: SELIBABY,
    positionConfidence: 'approximate',
    positionMethod: 'map',
    positionNote: '',
    uncertaintyMetres: null,
    facingPost: '',
    physicalHistory: [{ status: 'planned', validFrom: '2025-01-06', progressPercent: null, note: '' }],
    legalHistory: [],
    components: [],
    contacts: [],
    notes: '',
    ...facts,
  }
}

/** A post in the register, written as the product writes it. */
export function post(db: Db, facts: Partial<PostInput> = {}): Promise<BorderPostDetail> {
  return createPost(db, postInput(facts))
}
