import type { Sentence, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { finiteOf, isFiniteVerb, isPunctuation, range, trim } from './clauses.ts'
import {
  type Context,
  type Draft,
  isRole,
  isSourceNoun,
  ownerOf,
  type Phrase,
  phraseOf,
  sentenceWords,
} from './draft.ts'
import { nounAmong } from './lexicon.ts'
import { isQuotationMark } from './marks.ts'

/** *laut X* · *nach Angaben von X* · *aus Sicht von X* · *X zufolge* · *meiner Meinung nach* · *Berichte, wonach …* */
export function sourceQuotes(context: Context, sentence: Sentence): Draft[] {
  const out: Draft[] = []
  for (let index = sentence.first; index < sentence.last; index++) {
    const draft = byPreposition(context, sentence, index) ?? byRelative(context, sentence, index)
    if (draft) out.push(draft)
  }
  return out
}

function byPreposition(context: Context, sentence: Sentence, index: number): Draft | undefined {
  const { lexicon, trees, words } = context
  const word = trees.word(index)
  const entry = lexicon.prepositions.get(word.form.toLowerCase())
  if (!entry || word.upos === 'VERB' || hasRelation(word, 'compound:prt')) return undefined
  const noun = governed(context, sentence, index, entry.place)
  if (noun === undefined) return undefined
  const isSource = isSourceNoun(context, noun)
  if (entry.noun === 'source' && !isSource && !nounAmong(lexicon.personNouns, trees.word(noun).lemma)) return undefined
  const isView = entry.noun === 'view'
  if (isView && !lexicon.viewNouns.has(trees.word(noun).lemma)) return undefined
  const phrase = phraseOf(context, noun)
  const owner = isSource || isView ? ownerOf(context, noun) : null
  if (isView && owner === null) return undefined
  const speaker: Phrase = owner ?? phrase
  const clause = clauseAround(context, noun)
  const source = sourceWords(context, index, noun, [...phrase.words, ...speaker.words])
  const said = trim(
    words,
    messageAround(context, sentence, clause, index).filter((at) => !source.has(at)),
  )
  if (said.filter((at) => !isPunctuation(words[at])).length < 2) return undefined
  return {
    form: 'reported',
    words: said,
    speaker,
    cue: { words: cueWords(index, noun, owner), head: index },
    rule: 'source',
  }
}

/** All words of the phrase that names the source: they are no part of what is said. */
function sourceWords(context: Context, index: number, noun: number, named: readonly number[]): ReadonlySet<number> {
  const { trees, words } = context
  const near = trees.childrenBy(noun, 'det', 'amod', 'case').filter((at) => Math.abs(at - noun) < 6)
  const from = Math.min(index, ...near, ...named)
  const to = Math.max(index, ...named)
  const inside = trees.subtree(noun).filter((at) => at >= from)
  return new Set([
    ...inside,
    ...named,
    ...range(from, to + 1).filter((at) => isPunctuation(words[at]) || words[at]?.upos === 'ADP'),
  ])
}

/** *nach Angaben* is the cue where somebody owns the noun, else *laut* alone. */
const cueWords = (index: number, noun: number, owner: Phrase | null): number[] =>
  owner ? [index, noun].sort((a, b) => a - b) : [index]

/** The noun that a preposition governs: by the tree, else the nearest noun phrase on the side where it may stand. */
function governed(
  context: Context,
  sentence: Sentence,
  index: number,
  place: 'before' | 'after' | 'both',
): number | undefined {
  const { trees, words } = context
  const word = trees.word(index)
  const nominal = (at: number): boolean => ['NOUN', 'PROPN', 'PRON', 'X'].includes(words[at]?.upos ?? '')
  const { head } = word
  if (
    hasRelation(word, 'case') &&
    head >= 0 &&
    nominal(head) &&
    (place === 'both' || head > index === (place === 'before'))
  ) {
    if (place === 'both' && head > index && range(index + 1, head).some((at) => words[at]?.form === ','))
      return undefined
    return head
  }
  if (place !== 'after') {
    for (let at = index + 1; at < Math.min(index + 8, sentence.last); at++) {
      if (nominal(at)) return upTo(context, at, index, sentence.last)
      if (isPunctuation(words[at]) && !/["„“»«]/u.test(words[at]?.form ?? '')) break
      if (words[at]?.upos === 'VERB' || words[at]?.upos === 'ADP') break
    }
  }
  if (place !== 'before') {
    let at = index - 1
    while (at > sentence.first && isQuotationMark(words[at]?.form ?? '')) at--
    if (at >= sentence.first && nominal(at)) return upTo(context, at, sentence.first - 1, index)
  }
  return undefined
}

/** Climbs from a noun to the noun that governs it, within the given bounds. */
function upTo(context: Context, noun: number, after: number, before: number): number {
  let at = noun
  for (;;) {
    const word = context.trees.word(at)
    const above = context.words[word.head]
    if (
      !above ||
      word.head <= after ||
      word.head >= before ||
      !['NOUN', 'PROPN'].includes(above.upos) ||
      !hasRelation(word, 'nmod', 'flat', 'appos', 'compound')
    )
      return at
    at = word.head
  }
}

/** Head of the clause that a word stands in. */
export function clauseAround(context: Context, index: number): number {
  const { trees } = context
  let at = index
  for (let steps = 0; steps < 40; steps++) {
    const { head } = trees.word(at)
    if (head < 0) return at
    at = head
    const word = trees.word(at)
    if (finiteOf(trees, at) !== undefined || word.upos === 'VERB' || hasRelation(word, 'amod', 'root')) return at
  }
  return at
}

/** The words that a source in the clause `clause` vouches for. */
function messageAround(context: Context, sentence: Sentence, clause: number, index: number): number[] {
  const { trees, words } = context
  const word = trees.word(clause)
  if (hasRelation(word, 'amod') && word.head >= 0) {
    const noun = trees.word(word.head)
    return [...new Set([...trees.subtree(clause), noun.index])].sort((a, b) => a - b)
  }
  if (isSubordinate(context, clause))
    return trees.subtree(clause).filter((at) => words[at]?.deprel !== 'mark' || !isPunctuation(words[at]))
  if (hasRelation(word, 'conj') && trees.childBy(clause, 'nsubj') !== undefined) {
    const own = trees.subtree(clause)
    if (index >= (own[0] ?? 0)) return own.filter((at) => words[at]?.upos !== 'CCONJ' || at !== own[0])
  }
  return enclosure(context, sentence, index) ?? sentenceWords(sentence)
}

/** The words between two quotation marks, dashes or brackets, where a source stands with a clause of its own: it vouches for no others. */
function enclosure({ words }: Context, sentence: Sentence, index: number): number[] | undefined {
  const all = range(sentence.first, sentence.last)
  const form = (at: number): string => words[at]?.form ?? ''
  const isDash = (at: number): boolean =>
    /^\p{Pd}$/u.test(form(at)) && words[at]?.spaceBefore === true && words[at + 1]?.spaceBefore === true
  for (const marks of [
    all.filter((at) => isQuotationMark(form(at))),
    all.filter(isDash),
    all.filter((at) => form(at) === '(' || form(at) === ')'),
  ]) {
    if (marks.length % 2 === 1) continue
    const open = marks.findIndex((at, place) => place % 2 === 0 && at < index && (marks[place + 1] ?? 0) > index)
    if (open < 0) continue
    const inside = range((marks[open] as number) + 1, marks[open + 1] as number)
    if (inside.some((at) => isFiniteVerb(words[at] as Word))) return inside
  }
  return undefined
}

function isSubordinate(context: Context, clause: number): boolean {
  const { trees } = context
  for (let at = clause; at >= 0; at = trees.word(at).head) {
    const word = trees.word(at)
    if (hasRelation(word, 'acl', 'advcl')) return true
    if (hasRelation(word, 'ccomp') && trees.childBy(at, 'mark') !== undefined) return true
  }
  return false
}

/** *Meldungen, wonach UN-Inspektoren Zutritt verlangt hätten* */
function byRelative(context: Context, sentence: Sentence, index: number): Draft | undefined {
  const { trees, words } = context
  if (!isRole(context, 'whereof', trees.word(index)) || words[index - 1]?.form !== ',' || index - 1 <= sentence.first)
    return undefined
  const before = range(sentence.first, index - 1).reverse()
  const nouns = before.filter((at) => words[at]?.upos === 'NOUN')
  const noun =
    nouns.find(
      (at) =>
        nounAmong(context.lexicon.sourceNouns, words[at]?.lemma ?? '') ||
        nounAmong(context.lexicon.clauseNouns, words[at]?.lemma ?? ''),
    ) ?? nouns[0]
  const finite = range(index + 1, sentence.last).find((at) => isFiniteVerb(words[at] as Word))
  if (finite === undefined) return undefined
  const head = clauseAround(context, index)
  const tree = trees.subtree(head).filter((at) => at > index)
  const said = trim(words, tree.length > 2 && head > index ? tree : range(index + 1, sentence.last))
  const speaker = noun === undefined ? null : (ownerOf(context, noun) ?? phraseOf(context, noun))
  return { form: 'reported', words: said, speaker, cue: { words: [index], head: index }, rule: 'whereof' }
}
