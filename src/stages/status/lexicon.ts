import type { Modality } from '../../core/document.ts'
import { type Resource, type Resources, readTable } from '../../core/resources.ts'

export type NegationKind = 'particle' | 'determiner' | 'pronoun' | 'pair' | 'without' | 'contrast' | 'only'

/** What a word does to the status of what it modifies or governs. */
export interface Effect {
  readonly modality: Modality | null
  readonly negative: boolean
}

export interface Embedding extends Effect {
  readonly frames: ReadonlySet<string>
  /** Whether its subject is who says so. */
  readonly says: boolean
  /** What becomes of the verb's own negation. */
  readonly negation: 'passes' | 'flips' | null
}

/** Modality that an auxiliary brings, by tense and mood of its form; `hearsay` is decided by what follows. */
export interface ModalForms {
  readonly present: Modality | 'hearsay' | null
  readonly past: Modality | 'hearsay' | null
  readonly subjunctive1: Modality | 'hearsay' | null
  readonly subjunctive2: Modality | 'hearsay' | null
}

export interface Conjunction extends Effect {
  readonly with: 'any' | 'infinitive' | 'finite'
}

export type WordRole =
  | 'own'
  | 'zu'
  | 'case'
  | 'perception'
  | 'expected'
  | 'factive'
  | 'conditional'
  | 'perfect'
  | 'become'
  | 'be'
  | 'it'
  | 'must'
  | 'still'
  | 'ought'
  | 'governed'
  | 'in'

/** The words of a language that say whether something is so. */
export interface StatusLexicon {
  readonly negation: ReadonlyMap<string, NegationKind>
  readonly modals: ReadonlyMap<string, ModalForms>
  readonly modifiers: ReadonlyMap<string, Effect & { readonly use: 'any' | 'attribute' | 'predicate' }>
  readonly embedding: ReadonlyMap<string, Embedding>
  readonly nouns: ReadonlyMap<string, Effect & { readonly says: boolean }>
  readonly conjunctions: ReadonlyMap<string, readonly Conjunction[]>
  readonly words: Readonly<Record<WordRole, ReadonlySet<string>>>
}

const modality = (cell: string | undefined): Modality | null =>
  cell === undefined || cell === '-' ? null : (cell as Modality)

const wordRoles: readonly WordRole[] = [
  'own',
  'zu',
  'case',
  'perception',
  'expected',
  'factive',
  'conditional',
  'perfect',
  'become',
  'be',
  'it',
  'must',
  'still',
  'ought',
  'governed',
  'in',
]

async function load(resources: Resources): Promise<StatusLexicon> {
  const tables = await Promise.all(
    ['negation', 'modals', 'modifiers', 'embedding', 'nouns', 'conjunctions', 'words'].map((name) =>
      readTable(resources, `lang/de/status/${name}.tsv`),
    ),
  )
  const [negation = [], modals = [], modifiers = [], embedding = [], nouns = [], conjunctions = [], words = []] = tables
  const byConjunction = new Map<string, Conjunction[]>()
  for (const [word = '', mode, polarity, use] of conjunctions) {
    const list = byConjunction.get(word) ?? []
    list.push({ modality: modality(mode), negative: polarity === 'negative', with: use as Conjunction['with'] })
    byConjunction.set(word, list)
  }
  return {
    negation: new Map(negation.map(([word = '', kind]) => [word, kind as NegationKind])),
    modals: new Map(
      modals.map(([lemma = '', present, past, subjunctive1, subjunctive2]) => [
        lemma,
        {
          present: modality(present),
          past: modality(past),
          subjunctive1: modality(subjunctive1),
          subjunctive2: modality(subjunctive2),
        },
      ]),
    ),
    modifiers: new Map(
      modifiers.map(([word = '', status, use]) => [
        word,
        {
          modality: status === 'negative' ? null : modality(status),
          negative: status === 'negative',
          use: use as 'any' | 'attribute' | 'predicate',
        },
      ]),
    ),
    embedding: new Map(
      embedding.map(([verb = '', frames = '', mode, polarity, says, passing]) => [
        verb,
        {
          frames: new Set(frames.split(' ')),
          modality: modality(mode),
          negative: polarity === 'negative',
          says: says === 'subject',
          negation: passing === 'passes' || passing === 'flips' ? passing : null,
        },
      ]),
    ),
    nouns: new Map(
      nouns.map(([noun = '', mode, polarity, says]) => [
        noun,
        { modality: modality(mode), negative: polarity === 'negative', says: says === 'yes' },
      ]),
    ),
    conjunctions: byConjunction,
    words: Object.fromEntries(
      wordRoles.map((role) => [
        role,
        new Set(words.filter(([name]) => name === role).map(([, word]) => word as string)),
      ]),
    ) as Record<WordRole, Set<string>>,
  }
}

export const statusLexicon: Resource<StatusLexicon> = { id: 'status/lexicon', load }
