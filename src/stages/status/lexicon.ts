import type { Modality } from '../../core/document.ts'
import { type Resource, type Resources, readTable } from '../../core/resources.ts'

export type NegationKind =
  | 'particle'
  | 'determiner'
  | 'pronoun'
  | 'pair'
  | 'second'
  | 'almost'
  | 'without'
  | 'contrast'
  | 'only'

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
  /** Whether it holds only with one preposition or noun. */
  readonly particular: boolean
}

/** What an auxiliary brings; `hearsay` and `claim` are decided by what follows. */
export type ModalForm = Modality | 'hearsay' | 'claim'

/** What an auxiliary brings, by tense and mood of its form. */
export interface ModalForms {
  readonly present: ModalForm | null
  readonly past: ModalForm | null
  readonly subjunctive1: ModalForm | null
  readonly subjunctive2: ModalForm | null
}

/** An adverb or adjective, and the places where it has its effect. */
export interface Modifier extends Effect {
  readonly use: 'any' | 'attribute' | 'predicate' | 'outcome' | 'clause'
}

/** A noun that makes something of what it governs. */
export interface Governor extends Effect {
  /** Whether it is what somebody says. */
  readonly says: boolean
  /** What it must govern, `clause` or a preposition, or null where any noun and clause will do. */
  readonly of: ReadonlySet<string> | null
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
  | 'complementizer'
  | 'judging'
  | 'seeming'
  | 'as'
  | 'have'
  | 'outcome'
  | 'fulfilled'
  | 'effect'
  | 'showing'
  | 'hearsay'
  | 'statement'

/** The words of a language that say whether something is so. */
export interface StatusLexicon {
  readonly negation: ReadonlyMap<string, NegationKind>
  readonly modals: ReadonlyMap<string, ModalForms>
  readonly modifiers: ReadonlyMap<string, Modifier>
  readonly embedding: ReadonlyMap<string, Embedding>
  readonly nouns: ReadonlyMap<string, Governor>
  readonly conjunctions: ReadonlyMap<string, readonly Conjunction[]>
  /** Prepositions by the words that stand for a clause with them (*dafür*). */
  readonly correlates: ReadonlyMap<string, string>
  /** Nouns of what says something itself: a source, what is written (*Bericht*), and who speaks for others (*Korrespondent*). */
  readonly sources: ReadonlySet<string>
  /** Nouns of what is said or thought and says nothing itself (*Wunsch*). */
  readonly contents: ReadonlySet<string>
  readonly words: Readonly<Record<WordRole, ReadonlySet<string>>>
}

const modality = (cell: string | undefined): Modality | null =>
  cell === undefined || cell === '-' ? null : (cell as Modality)

const modal = (cell: string | undefined): ModalForm | null =>
  cell === undefined || cell === '-' ? null : (cell as ModalForm)

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
  'complementizer',
  'judging',
  'seeming',
  'as',
  'have',
  'outcome',
  'fulfilled',
  'effect',
  'showing',
  'hearsay',
  'statement',
]

async function load(resources: Resources): Promise<StatusLexicon> {
  const tables = await Promise.all(
    ['negation', 'modals', 'modifiers', 'embedding', 'nouns', 'conjunctions', 'words', 'correlates'].map((name) =>
      readTable(resources, `lang/de/status/${name}.tsv`),
    ),
  )
  const [negation = [], modals = [], modifiers = [], embedding = [], nouns = [], conjunctions = [], words = []] = tables
  const correlates = tables[7] ?? []
  const cueNouns = await readTable(resources, 'lang/de/quotes/cue-nouns.tsv')
  const nounsWith = (wanted: (uses: readonly string[]) => boolean): Set<string> =>
    new Set(cueNouns.filter(([, uses = '']) => wanted(uses.split(' '))).map(([noun = '']) => noun))
  const isSource = (uses: readonly string[]): boolean =>
    ['source', 'document', 'person'].some((use) => uses.includes(use))
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
          present: modal(present),
          past: modal(past),
          subjunctive1: modal(subjunctive1),
          subjunctive2: modal(subjunctive2),
        },
      ]),
    ),
    modifiers: new Map(
      modifiers.map(([word = '', status, use]) => [
        word,
        {
          modality: status === 'negative' ? null : modality(status),
          negative: status === 'negative',
          use: use as Modifier['use'],
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
          particular: verb.includes('+'),
        },
      ]),
    ),
    nouns: new Map(
      nouns.map(([noun = '', mode, polarity, says, of = '']) => [
        noun,
        {
          modality: modality(mode),
          negative: polarity === 'negative',
          says: says === 'yes',
          of: of === '' ? null : new Set(of.split(' ')),
        },
      ]),
    ),
    conjunctions: byConjunction,
    sources: nounsWith(isSource),
    contents: nounsWith((uses) => uses.includes('clause') && !isSource(uses)),
    correlates: new Map(correlates.map(([word = '', preposition = '']) => [word, preposition])),
    words: Object.fromEntries(
      wordRoles.map((role) => [
        role,
        new Set(words.filter(([name]) => name === role).map(([, word]) => word as string)),
      ]),
    ) as Record<WordRole, Set<string>>,
  }
}

export const statusLexicon: Resource<StatusLexicon> = { id: 'status/lexicon', load }
