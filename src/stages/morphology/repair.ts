import type { Word } from '../../core/document.ts'
import { hasRelation, Trees } from '../../core/tree.ts'
import { ALL_NOMINAL, caseCells } from '../../lexicon/cells.ts'
import type { Grammar } from './grammar.ts'

const NOMINATIVE = caseCells(0)
const ACCUSATIVE = caseCells(3)
const PAIR_MEMBERS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON'])
const BARE = ['obj', 'iobj', 'obl'] as const

type Mutable = { -readonly [Key in keyof Word]: Word[Key] }

/**
 * Brings a tree in line with what the grammar allows, where the model contradicts it: an adjective with a capital is its noun's, both members
 * that a preposition of pairs asks for (*zwischen A und B*) are joined, a name right after its noun and a nominal after a comma are appositions, a
 * relative clause belongs to a noun that its pronoun agrees with, and a bare nominal that can only be nominative is the subject.
 *
 * @param words drafts of words; those that are `fixed` (given by the caller) keep their place
 * @param maskOf nominal cells that a word's form may stand for
 */
export function repairTrees(
  words: readonly Word[],
  grammar: Grammar,
  maskOf: (index: number) => number,
  fixed: (index: number) => boolean,
): Word[] {
  const out: Mutable[] = words.map((word) => ({ ...word }))
  const attach = (word: Mutable, head: number, deprel: string): void => {
    if (fixed(word.index)) return
    word.head = head
    word.deprel = deprel
  }
  for (const word of out) if (!fixed(word.index)) readAdjective(word, out, grammar, maskOf)
  for (const word of out) if (grammar.pairPrepositions.has(word.form.toLowerCase())) joinPair(word, out, attach, fixed)
  const nominals = new Trees(out)
  for (const word of out) {
    attachName(word, out, attach)
    attachOwner(word, out, nominals, attach)
    readApposition(word, out, nominals, attach)
  }
  const relatives = new Relatives(new Trees(out), grammar, maskOf, attach)
  for (const word of out) relatives.attach(word)
  const clauses = new Trees(out)
  for (const word of out) if (word.upos === 'VERB') settleSubject(word, clauses, maskOf, attach)
  return out
}

type Attach = (word: Mutable, head: number, deprel: string) => void

/** *des Staatlichen Instituts*: a word with a capital right before its noun is that noun's adjective if it is one that agrees and no noun. */
function readAdjective(
  word: Mutable,
  words: readonly Mutable[],
  { lexicon }: Grammar,
  maskOf: (index: number) => number,
): void {
  const noun = words[word.index + 1]
  if (word.upos !== 'NOUN' && word.upos !== 'PROPN') return
  if (noun?.index !== word.head || (noun.upos !== 'NOUN' && noun.upos !== 'PROPN')) return
  if (!hasRelation(word, 'nmod', 'compound', 'amod')) return
  if (lexicon.exact(word.form).some(({ upos }) => upos === 'NOUN')) return
  const agreeing = maskOf(noun.index)
  if (!lexicon.exact(word.form.toLowerCase()).some(({ upos, cells }) => upos === 'ADJ' && (cells & agreeing) !== 0))
    return
  word.upos = 'ADJ'
  word.deprel = 'amod'
}

/** *das Treffen zwischen dem Präsidenten und dem Machthaber*: the second member hangs on the first, not on what is between them. */
function joinPair(
  preposition: Mutable,
  words: readonly Mutable[],
  attach: Attach,
  fixed: (index: number) => boolean,
): void {
  const first = words[preposition.head]
  if (preposition.deprel !== 'case' || !first || first.index < preposition.index || !PAIR_MEMBERS.has(first.upos))
    return
  const isConjoined = (word: Mutable): boolean => word.head === first.index && word.deprel === 'conj'
  const and = conjunctionAfter(first, words)
  const second = and && secondAfter(and, words)
  if (!second || isConjoined(second) || !PAIR_MEMBERS.has(second.upos) || fixed(first.index) || fixed(second.index))
    return
  if (first.head === second.index) {
    attach(first, second.head, second.deprel)
    attach(second, first.index, 'conj')
  } else if (second.deprel === 'conj' && second.head < and.index && !isBelow(first, second, words))
    attach(second, first.index, 'conj')
  else return
  attach(and, second.index, 'cc')
}

function isBelow(word: Mutable, top: Mutable, words: readonly Mutable[]): boolean {
  let steps = 0
  for (let at = word.head; at >= 0 && steps < words.length; at = (words[at] as Mutable).head, steps++)
    if (at === top.index) return true
  return false
}

/** The *und* that follows a nominal, its appositions and its relative clause. */
function conjunctionAfter(first: Mutable, words: readonly Mutable[]): Mutable | undefined {
  for (let at = first.index + 1; words[at]?.sentence === first.sentence; at++) {
    const word = words[at] as Mutable
    if (word.deprel === 'cc') return word
    const inside = word.head >= first.index && (words[word.head]?.index ?? -1) >= first.index
    if (!inside && word.upos !== 'PUNCT' && !word.deprel.startsWith('acl')) return undefined
  }
  return undefined
}

/** The nominal that a conjunction leads in; a name in the genitive before it belongs to it (*und Russlands Präsident*). */
function secondAfter(and: Mutable, words: readonly Mutable[]): Mutable | undefined {
  let second = words[and.head]
  while (second && second.index > and.index && second.deprel.startsWith('nmod')) {
    const owner: Mutable | undefined = words[second.head]
    if (owner?.index !== second.index + 1) break
    second = owner
  }
  return second && second.index > and.index ? second : undefined
}

/** *ist auch der Golfstaat Katar*: a name right after a noun of which it is said to be the subject is its apposition. */
function attachName(word: Mutable, words: readonly Mutable[], attach: Attach): void {
  const before = words[word.index - 1]
  if (word.upos !== 'PROPN' || word.deprel !== 'nsubj' || before?.upos !== 'NOUN' || word.head !== before.index) return
  attach(word, before.index, 'appos')
}

/** *die Uneinigkeit der beiden*: a nominal without preposition right after a noun is that noun's owner, not one of a noun further left. */
function attachOwner(word: Mutable, words: readonly Mutable[], trees: Trees, attach: Attach): void {
  if (word.deprel !== 'nmod' || word.head >= word.index) return
  const first = leftmost(trees, word.index)
  if (words[first]?.upos !== 'DET' || trees.childBy(word.index, 'case') !== undefined) return
  const before = words[first - 1]
  if (before?.upos !== 'NOUN' || before.index <= word.head || before.sentence !== word.sentence) return
  attach(word, before.index, 'nmod')
}

/** *mit ihrem Mann, dem Schriftsteller Wagner,*: a nominal without preposition after a comma owns nothing before it. */
function readApposition(word: Mutable, words: readonly Mutable[], trees: Trees, attach: Attach): void {
  if (
    word.deprel !== 'nmod' ||
    word.head < 0 ||
    word.head >= word.index ||
    trees.childBy(word.index, 'case') !== undefined
  )
    return
  const first = leftmost(trees, word.index)
  if (words[first]?.upos !== 'DET' || words[first - 1]?.form !== COMMA) return
  attach(word, word.head, 'appos')
}

/** First word below a word, punctuation aside; goes down to the left only, so that it ends in any graph. */
function leftmost(trees: Trees, index: number): number {
  for (let at = index; ; ) {
    const next = trees.children(at).find((child) => trees.word(child).upos !== 'PUNCT')
    if (next === undefined || next >= at) return at
    at = next
  }
}

const COMMA = ','
const NUMBER_AND_GENDER = 6

/** Cells of case × number × gender with the case left out: six bits. */
const withoutCase = (cells: number): number => {
  let merged = 0
  for (let at = 0; at < 4; at++) merged |= (cells >> (at * NUMBER_AND_GENDER)) & 0b111111
  return merged
}

/** Relative clauses that the model reads as other clauses: they belong to the nearest noun that their pronoun agrees with. */
class Relatives {
  readonly #trees: Trees
  readonly #grammar: Grammar
  readonly #maskOf: (index: number) => number
  readonly #attach: Attach

  constructor(trees: Trees, grammar: Grammar, maskOf: (index: number) => number, attach: Attach) {
    this.#trees = trees
    this.#grammar = grammar
    this.#maskOf = maskOf
    this.#attach = attach
  }

  attach(verb: Mutable): void {
    if (!hasRelation(verb, 'advcl', 'ccomp', 'parataxis')) return
    if (this.#trees.childBy(verb.index, 'mark') !== undefined) return
    const pronoun = this.#pronoun(verb)
    if (!pronoun || (verb.deprel !== 'advcl' && verb.head > pronoun.index)) return
    const cells = withoutCase(this.#maskOf(pronoun.index) & (pronoun.deprel === 'nsubj' ? NOMINATIVE : ALL_NOMINAL))
    for (let at = pronoun.index - 2; at >= 0; at--) {
      const noun = this.#trees.word(at)
      if (noun.sentence !== verb.sentence) return
      if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN') continue
      if (!this.#agrees(noun, cells) || this.#trees.ancestors(at).includes(verb.index)) continue
      const top = hasRelation(noun, 'appos', 'flat') ? noun.head : at
      this.#attach(verb, top, 'acl:relcl')
      return
    }
  }

  /** The relative pronoun after the comma that opens a verb-final clause. */
  #pronoun(verb: Word): Word | undefined {
    const first = this.#trees.word(leftmost(this.#trees, verb.index))
    const pronoun = first.upos === 'ADP' ? this.#trees.words[first.index + 1] : first
    if (pronoun?.upos !== 'PRON' || this.#trees.words[first.index - 1]?.form !== COMMA) return undefined
    const readings = this.#grammar.lexicon.readings(pronoun.form, 'PRON')
    if (!readings.some(({ feats }) => feats.PronType?.includes('Rel'))) return undefined
    const finite = Math.max(verb.index, ...this.#trees.childrenBy(verb.index, 'aux'))
    return finite > pronoun.index + 1 ? pronoun : undefined
  }

  #agrees(noun: Word, cells: number): boolean {
    let own = this.#maskOf(noun.index)
    for (const child of this.#trees.childrenBy(noun.index, 'det')) own &= this.#maskOf(child)
    return (withoutCase(own) & cells) !== 0
  }
}

/**
 * *Das gab der Kreml bekannt*: the bare nominal that can only be a nominative is the subject, and what was taken for it the object if it
 * may be an accusative.
 */
function settleSubject(verb: Word, trees: Trees, maskOf: (index: number) => number, attach: Attach): void {
  if (trees.childBy(verb.index, 'aux:pass', 'csubj', 'cop') !== undefined) return
  const bare = trees
    .children(verb.index)
    .map((child) => trees.word(child))
    .filter(
      (child) =>
        (PAIR_MEMBERS.has(child.upos) || child.upos === 'DET') &&
        child.deprel !== 'obl:tmod' &&
        hasRelation(child, 'nsubj', ...BARE) &&
        trees.childBy(child.index, 'case') === undefined,
    )
  const subjects = bare.filter((word) => hasRelation(word, 'nsubj'))
  const nominative = bare.filter(
    (word) => hasRelation(word, ...BARE) && word.upos !== 'PRON' && isNominative(word, trees, maskOf),
  )
  if (subjects.length > 1 || nominative.length !== 1 || bare.some(({ deprel }) => deprel === 'obj')) return
  const [subject] = subjects
  if (subject) {
    if ((maskOf(subject.index) & ACCUSATIVE) === 0 || isNominative(subject, trees, maskOf)) return
    attach(subject as Mutable, verb.index, 'obj')
  }
  attach(nominative[0] as Mutable, verb.index, 'nsubj')
}

/** Whether a noun with its determiner and adjectives can be nothing but a nominative. */
function isNominative(word: Word, trees: Trees, maskOf: (index: number) => number): boolean {
  let cells = maskOf(word.index)
  for (const child of trees.childrenBy(word.index, 'det', 'amod')) cells &= maskOf(child)
  return cells !== 0 && (cells & ~NOMINATIVE) === 0
}
