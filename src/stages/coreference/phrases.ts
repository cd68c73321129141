import type { Name, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import type { Context } from './context.ts'
import { completionOf, compoundForm } from './context.ts'
import { leftEdge, nameAttribute, rightEdge } from './edges.ts'

/** A stretch of words that may refer to something, before it is known to what. Words `first` (inclusive) to `last` (exclusive). */
export interface Phrase {
  readonly first: number
  readonly last: number
  /** The word that carries it: the noun of *Präsident Putin*, the word of a name that others attach to. */
  readonly head: number
  readonly kind: 'name' | 'description' | 'pronoun' | 'possessive' | 'adverb' | 'coordination'
  /** The name that it holds as its own (*Präsident Putin* holds *Putin*). */
  readonly name?: Name
  /** The common noun of it: *Präsident*, *Hafenstadt*, *Treffen*. */
  readonly noun?: number
  /** Heads of the phrases that it coordinates (*Kim und Putin*). */
  readonly conjuncts?: readonly number[]
}

const NOMINAL = [
  'nsubj',
  'obj',
  'iobj',
  'obl',
  'nmod',
  'conj',
  'appos',
  'root',
  'parataxis',
  'orphan',
  'ccomp',
  'dislocated',
]

/** Whether the tree coordinates two phrases, or both are names of one type. */
const isCoordinated = (words: readonly Word[], phrase: Phrase, next: Phrase): boolean =>
  hasRelation(words[next.head] as Word, 'conj') ||
  (phrase.name !== undefined && phrase.name.type === next.name?.type && words[phrase.last]?.upos === 'CCONJ')

/** The word of a name that the rest of the sentence attaches to. */
export function headOfName(words: readonly Word[], name: Name): number {
  let best = -1
  for (let at = name.first; at < name.last; at++) {
    const word = words[at]
    if (!word || word.upos === 'PUNCT' || word.upos === 'ADP' || word.upos === 'DET') continue
    const outside = word.head < name.first || word.head >= name.last
    if (outside && !hasRelation(word, 'punct', 'case', 'det', 'cc')) return at
    if (best < 0) best = at
  }
  return best < 0 ? name.first : best
}

/** All phrases of the words that may refer, in text order: every noun phrase, pronoun, possessive and *dort*. */
export function findPhrases(context: Context): Phrase[] {
  const { words, nameAt } = context
  const phrases: Phrase[] = []
  const taken = new Set<Name>()
  const single = singleNames(nameAt, words)
  for (const word of words) {
    const name = nameAt[word.index]
    if (name) {
      if (!taken.has(name)) phrases.push(ofName(context, name))
      taken.add(name)
      const inner = nestedName(context, word, name, single)
      if (inner) phrases.push(inner)
      continue
    }
    const pronoun = ofPronoun(context, word)
    if (pronoun) phrases.push(pronoun)
    else if (isHeadNoun(context, word)) {
      const attribute = nameAttribute(context, word.index)
      if (attribute) taken.add(attribute)
      phrases.push(ofNoun(context, word, attribute))
      // *Landgericht Bremen* is one name, Bremen another.
      if (attribute && isNamedAfter(context, word, attribute)) phrases.push(ofName(context, attribute))
    }
  }
  return [...phrases, ...coordinations(context, phrases)].sort(
    (a, b) => a.first - b.first || b.last - a.last || a.head - b.head,
  )
}

/** Names of one word, by that word. */
function singleNames(nameAt: Context['nameAt'], words: Context['words']): ReadonlyMap<string, Name> {
  const names = new Map<string, Name>()
  nameAt.forEach((name, at) => {
    if (name && name.last - name.first === 1 && name.type === 'LOC') names.set((words[at] as Word).form, name)
  })
  return names
}

/** *ARD-Studio Moskau*: a place that the article names by itself, as last word of a longer name. */
function nestedName(
  { words, lexicon }: Context,
  word: Word,
  name: Name,
  single: ReadonlyMap<string, Name>,
): Phrase | undefined {
  if (name.type === 'PER' || name.last - name.first < 2 || word.index !== name.last - 1) return undefined
  const place = single.get(word.form)
  const before = words[word.index - 1]
  if (!place || before?.form === '-' || before?.upos === 'ADJ' || lexicon.alias(word.form) !== undefined)
    return undefined
  const { index } = word
  const own = { ...place, first: index, last: index + 1, start: word.start, end: word.end }
  return { first: index, last: index + 1, head: index, kind: 'name', name: own }
}

/** Runs of noun phrases that commas and a conjunction join and the tree coordinates, each as one phrase. */
function coordinations({ words }: Context, phrases: readonly Phrase[]): Phrase[] {
  const nominal = phrases.filter((phrase) => phrase.kind === 'name' || phrase.kind === 'description')
  const startingAt = new Map<number, Phrase>()
  for (const phrase of nominal) {
    const other = startingAt.get(phrase.first)
    if (!other || other.last < phrase.last) startingAt.set(phrase.first, phrase)
  }
  const found: Phrase[] = []
  const inner = new Set<Phrase>()
  for (const phrase of [...nominal].sort((a, b) => a.first - b.first)) {
    if (inner.has(phrase)) continue
    const run = [phrase]
    let closed = false
    for (
      let next = nextConjunct(words, phrase, startingAt);
      next && !closed;
      next = nextConjunct(words, next.phrase, startingAt)
    ) {
      run.push(next.phrase)
      closed = next.closed
    }
    if (!closed || run.length < 2) continue
    for (const part of run) inner.add(part)
    const last = run.at(-1) as Phrase
    found.push({
      first: phrase.first,
      last: last.last,
      head: phrase.head,
      kind: 'coordination',
      conjuncts: run.map((part) => part.head),
    })
  }
  return found
}

/** The phrase that follows after a comma or conjunction and hangs as conjunct on a word of this one or beside it. */
function nextConjunct(
  words: readonly Word[],
  phrase: Phrase,
  startingAt: ReadonlyMap<number, Phrase>,
): { readonly phrase: Phrase; readonly closed: boolean } | undefined {
  const joint = words[phrase.last]
  if (!joint || joint.sentence !== words[phrase.head]?.sentence) return undefined
  if (joint.upos !== 'CCONJ' && joint.form !== ',') return undefined
  let at = phrase.last + 1
  while (words[at]?.upos === 'ADP' || (words[at]?.contraction?.place === 1 && words[at]?.upos === 'DET')) at++
  const next = startingAt.get(at)
  if (!next || !isCoordinated(words, phrase, next)) return undefined
  return { phrase: next, closed: joint.upos === 'CCONJ' }
}

function ofName(context: Context, name: Name): Phrase {
  const head = headOfName(context.words, name)
  const first = leftEdge(context, name.first, head, name)
  const last = name.type === 'PER' ? name.last : Math.max(name.last, rightEdge(context, head, name.last))
  return { first, last, head, kind: 'name', name }
}

function ofNoun(context: Context, word: Word, attribute: Name | undefined): Phrase {
  const { words } = context
  const start = context.compoundStart[word.index] as number
  const truncated = completionOf(context, start - 3) === word.index ? start - 3 : undefined
  const first = leftEdge(context, truncated ?? start, word.index)
  if (!attribute) {
    const last = rightEdge(context, word.index, word.index + 1)
    // The tree hangs the noun on the truncated one that it is coordinated with.
    const head = truncated !== undefined && word.head === truncated ? truncated : word.index
    return { first, last, head, kind: 'description', noun: word.index }
  }
  const nameHead = headOfName(words, attribute)
  const name = isNamedAfter(context, word, attribute) ? wholeName(context, word, attribute) : attribute
  const head = word.head >= attribute.first && word.head < attribute.last ? nameHead : word.index
  let last = attribute.type === 'PER' ? attribute.last : rightEdge(context, nameHead, attribute.last)
  const quote = words[attribute.last]
  if (
    last === attribute.last &&
    quote?.upos === 'PUNCT' &&
    /["“”»«’']/.test(quote.form) &&
    attribute.first > word.index + 1
  )
    last++
  return { first, last, head, kind: 'name', name, noun: word.index }
}

/** *Flughafen Brüssel*, *Familie Chrobog*: whether a noun and the name after it name something else than the name alone. */
function isNamedAfter({ lexicon, places, text }: Context, word: Word, name: Name): boolean {
  const type = lexicon.typeOf(word.lemma, word.form)
  if (name.type === 'PER') return type === 'Group'
  // *die Gemeinde Klausen* is Klausen.
  if (type === 'Group' && lexicon.generic(word.lemma, word.form)) return false
  const named = type === 'Organization' || type === 'Facility' || type === 'Event' || type === 'Group'
  return named && places.place(text.slice(name.start, name.end)) !== null
}

/** The name that a noun and the name after it make together. */
function wholeName({ words, compoundStart, lexicon }: Context, noun: Word, name: Name): Name {
  const first = compoundStart[noun.index] as number
  const type = lexicon.typeOf(noun.lemma, noun.form) === 'Facility' ? 'LOC' : name.type === 'PER' ? 'OTH' : 'ORG'
  return { ...name, type, first, start: (words[first] as Word).start }
}

/** Whether a word heads a noun phrase of its own. */
function isHeadNoun(context: Context, word: Word): boolean {
  const { words, inTime, compoundEnd } = context
  if (inTime[word.index] || compoundEnd[word.index] !== word.index) return false
  if (word.upos === 'NOUN' || word.upos === 'PROPN') {
    if (!/^\p{Lu}|\d/u.test(compoundForm(context, word.index)) || isTitle(context, word)) return false
    return completionOf(context, word.index) === undefined && !isModifier(context, word) && !isFixed(context, word)
  }
  if (!hasRelation(word, ...NOMINAL)) return false
  if (word.upos === 'ADJ') {
    if (!/^\p{Lu}\p{Ll}/u.test(word.form)) return false
    const before = words[word.index - 1]
    const next = words[word.index + 1]
    if (next && (next.upos === 'NOUN' || next.upos === 'PROPN')) return false
    return (
      before?.sentence === word.sentence && (before.upos === 'DET' || before.upos === 'ADJ' || before.upos === 'NUM')
    )
  }
  if (word.upos === 'NUM') return hasPartitive(context, word)
  return false
}

/** *Dr.* before a name, part of what it stands before. */
const isTitle = ({ words, nameAt, lexicon }: Context, word: Word): boolean =>
  lexicon.namePart(word.form) === 'title' &&
  !lexicon.isListed(word.form) &&
  nameAt[word.index + 1] !== undefined &&
  words[word.index + 1]?.sentence === word.sentence

/** *zum Beispiel*: a noun that is part of a fixed adverbial phrase and refers to nothing. */
function isFixed({ words, lexicon }: Context, word: Word): boolean {
  let before = words[word.index - 1]
  while (before?.upos === 'DET') before = words[before.index - 1]
  return before?.upos === 'ADP' && lexicon.isFixed(before.form, word.form)
}

/** *10 der 15 Staaten*: a number with a genitive of what is counted. */
function hasPartitive({ words }: Context, word: Word): boolean {
  const next = words[word.index + 1]
  return next !== undefined && next.upos === 'DET' && next.head > word.index && words[next.head]?.head === word.index
}

/** The first part of a compound that is written apart (*Social Media*), an element of a noun that follows at once. */
function isModifier({ words, nameAt, lexicon }: Context, word: Word): boolean {
  if (!hasRelation(word, 'compound', 'flat')) return false
  // *Verwaltungsratspräsident Marcel Ospel* is a noun for him.
  if (nameAt[word.index + 1]?.type === 'PER' && lexicon.typeOf(word.lemma, word.form) === 'Person') return false
  const head = words[word.head]
  if (!head || head.sentence !== word.sentence || head.index === word.index) return false
  if (head.upos !== 'NOUN' && head.upos !== 'PROPN') return false
  const [from, to] = head.index < word.index ? [head.index, word.index] : [word.index, head.index]
  for (let at = from + 1; at < to; at++) {
    const between = words[at]
    if (between && between.upos !== 'NOUN' && between.upos !== 'PROPN' && between.form !== '-') return false
  }
  return true
}

function ofPronoun(context: Context, word: Word): Phrase | undefined {
  const { words, lexicon } = context
  if (word.contraction || word.upos === 'VERB' || word.upos === 'AUX' || word.upos === 'ADP') return undefined
  const before = words[word.index - 1]?.sentence === word.sentence ? words[word.index - 1] : undefined
  const next = words[word.index + 1]?.sentence === word.sentence ? words[word.index + 1] : undefined
  const make = (kind: Phrase['kind'], first = word.index): Phrase => {
    const last = kind === 'pronoun' && next && lexicon.isIntensifier(next.form) ? next.index + 1 : word.index + 1
    return { first, last, head: word.index, kind }
  }
  for (const entry of lexicon.pronoun(word.form)) {
    switch (entry.kind) {
      case 'local':
        if (word.upos === 'ADV') return make('adverb')
        break
      case 'genitive':
        if (opensRelativeClause(context, word)) break
        if (hasRelation(word, 'det', 'nmod') && word.head > word.index) return make('possessive')
        break
      case 'possessive':
        if (word.upos !== 'ADV' && hasRelation(word, 'det', 'nmod') && word.head > word.index) return make('possessive')
        break
      case 'personal':
        if (word.upos === 'PRON' && word.feats.Reflex !== 'Yes' && !hasRelation(word, 'expl')) return make('pronoun')
        break
      case 'both':
      case 'ordinal': {
        if (next && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.upos)) break
        const article = before?.upos === 'DET' && !before.contraction
        return make('pronoun', article ? before.index : word.index)
      }
      case 'demonstrative':
      case 'clausal':
        if (hasRelation(word, 'nsubj', 'obj', 'iobj', 'obl') && !opensRelativeClause(context, word))
          return make('pronoun')
    }
  }
  return undefined
}

/** Whether a demonstrative stands where a relative clause begins: after a comma, with at most a preposition between. */
export function opensRelativeClause({ words, trees }: Context, word: Word): boolean {
  let before = words[word.index - 1]
  if (before?.upos === 'ADP') before = words[before.index - 1]
  if (before?.sentence !== word.sentence) return false
  if (before.form === ',') return true
  return before.upos === 'CCONJ' && trees.ancestors(word.index).some((at) => words[at]?.deprel === 'acl:relcl')
}
