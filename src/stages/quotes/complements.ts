import type { Sentence, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import {
  type ClauseKind,
  finiteOf,
  isFiniteVerb,
  isPunctuation,
  parted,
  range,
  subjectOf,
  trim,
  withPunctuation,
} from './clauses.ts'
import {
  type Context,
  cuePhrase,
  cueVerb,
  type Draft,
  isRole,
  ownerOf,
  type Phrase,
  phraseOf,
  regionOf,
  speakerOf,
} from './draft.ts'
import { type CueVerb, nounAmong } from './lexicon.ts'

/** *sagte, dass …* · *sagte, er hoffe …* · *forderte, … zu …* · *die Forderung, …* · *ist überzeugt, dass …* */
export function complementQuotes(context: Context, sentence: Sentence): Draft[] {
  const out: Draft[] = []
  for (let index = sentence.first; index < sentence.last; index++) {
    const draft = byVerb(context, sentence, index) ?? byNoun(context, index) ?? byAdjective(context, sentence, index)
    if (draft) out.push(draft)
  }
  return out
}

function byVerb(context: Context, sentence: Sentence, index: number): Draft | undefined {
  const entry = cueVerb(context, index)
  if (!entry) return undefined
  if (entry.uses.has('speech') && isNegated(context, index)) return undefined
  const words = complementWords(context, sentence, index, entry)
  if (!words) return undefined
  return {
    form: 'indirect',
    words,
    speaker: speakerOf(context, index, entry),
    cue: cuePhrase(context, index),
    rule: 'complement of verb',
  }
}

/** *sagte nicht, dass …*: nobody says it. */
export const isNegated = (context: Context, index: number): boolean =>
  context.trees.children(index).some((child) => isRole(context, 'not', context.trees.word(child)) && child !== index)

/** The words of the clauses that `index` takes as what is said, or undefined. */
function complementWords(
  context: Context,
  sentence: Sentence,
  index: number,
  entry: Pick<CueVerb, 'uses'>,
): number[] | undefined {
  const heads = complementHeads(context, index).filter((head) => accepts(context, index, head, entry))
  const found =
    heads.length > 0
      ? heads.flatMap((head) => clauseWords(context, head, index))
      : afterComma(context, sentence, index, entry)
  const words = beforeQuotation(context, found)
  const last = words.at(-1) ?? 0
  if (last < index && found.some((at) => at > last && at < index && !isPunctuation(context.words[at]))) return undefined
  return words.filter((at) => !isPunctuation(context.words[at])).length >= 2 ? words : undefined
}

/** Words of a message in order, up to a quotation that a colon introduces, without a conjunction at the beginning. */
function beforeQuotation(context: Context, found: readonly number[]): number[] {
  const sorted = withPunctuation(
    context.words,
    [...new Set(found)].sort((a, b) => a - b),
  )
  const colon = sorted.findIndex(
    (at) => context.words[at]?.form === ':' && context.regions.some((region) => region.open === at + 1),
  )
  const words = trim(context.words, colon > 0 ? sorted.slice(0, colon) : sorted)
  return context.words[words[0] ?? -1]?.upos === 'CCONJ' ? words.slice(1) : words
}

/** Heads of clauses below `index`, and below words that point to such a clause (*darauf …, dass*). */
function complementHeads(context: Context, index: number): number[] {
  const { trees } = context
  const out: number[] = []
  for (const child of trees.children(index)) {
    const word = trees.word(child)
    if (isRole(context, 'correlate', word))
      out.push(
        ...trees
          .children(child)
          .filter((at) => hasRelation(trees.word(at), 'acl', 'ccomp', 'advcl', 'parataxis', 'xcomp', 'dep')),
      )
    else {
      out.push(child)
      if (hasRelation(word, 'obj', 'iobj') && !nounAmong(context.lexicon.clauseNouns, word.lemma))
        out.push(...trees.childrenBy(child, 'xcomp', 'ccomp').filter((at) => at > child))
    }
  }
  return out
}

/** How the clause headed by `head` is said. */
export function clauseKind(context: Context, head: number): ClauseKind {
  const { trees } = context
  const finite = finiteOf(trees, head)
  const marks = trees.childrenBy(head, 'mark').map((at) => trees.word(at))
  const complementizer = marks.find((mark) => isRole(context, 'complementizer', mark))
  if (complementizer) return isContrary(context, complementizer) ? 'other' : 'introduced'
  const clause = trees.subtree(
    head,
    (word) => hasRelation(word, 'acl', 'advcl', 'ccomp', 'parataxis') && word.head !== head,
  )
  const first = clause
    .map((at) => trees.word(at))
    .find((word) => !isPunctuation(word) && word.upos !== 'CCONJ' && word.upos !== 'ADP')
  if (finite === undefined) {
    const infinitive =
      trees.word(head).upos === 'VERB' && (marks.some((mark) => isRole(context, 'zu', mark)) || hasZu(context, head))
    return infinitive ? 'infinitive' : 'other'
  }
  if (first && first.deprel !== 'det' && isRole(context, 'question', first)) return 'question'
  if (marks.some((mark) => mark.upos === 'SCONJ')) return 'other'
  if (hasRelation(trees.word(head), 'acl:relcl') || (first && isRelative(context, first))) return 'relative'
  return 'main'
}

/** Whether a pronoun begins a relative clause: it may, and no finite verb follows it as in a main clause. */
const isRelative = (context: Context, word: Word): boolean => {
  const next = context.words[word.index + 1]
  return word.upos === 'PRON' && (word.feats.PronType ?? '').includes('Rel') && !(next && isFiniteVerb(next))
}

/** *so dass*, *ohne dass*: no clause that is said. */
const isContrary = (context: Context, complementizer: Word): boolean => {
  const before = context.words[complementizer.index - 1]
  return before !== undefined && before.sentence === complementizer.sentence && isRole(context, 'contrary', before)
}

/** Whether an infinitive holds *zu* (*einzuschreiten*) or has it before it. */
function hasZu(context: Context, head: number): boolean {
  const word = context.trees.word(head)
  if (isRole(context, 'zu', context.words[head - 1])) return true
  return [...context.lexicon.words.zu].some((zu) => {
    for (let at = word.form.indexOf(zu, 1); at > 0; at = word.form.indexOf(zu, at + 1))
      if (word.form.slice(0, at) + word.form.slice(at + zu.length) === word.lemma) return true
    return false
  })
}

function accepts(context: Context, index: number, head: number, entry: Pick<CueVerb, 'uses'>): boolean {
  const { trees, words } = context
  const word = trees.word(head)
  const kind = clauseKind(context, head)
  const apart = parted(words, index, firstOf(context, head)) || parted(words, index, head)
  switch (kind) {
    case 'introduced':
      return entry.uses.has('clause') && !hasRelation(word, 'nsubj', 'punct')
    case 'question':
      return entry.uses.has('clause') && apart && hasRelation(word, 'ccomp', 'csubj', 'xcomp', 'obj')
    case 'infinitive':
      return (
        entry.uses.has('infinitive') &&
        hasRelation(word, 'xcomp', 'ccomp', 'acl', 'csubj', 'obj', 'advcl') &&
        !isPurpose(context, head)
      )
    case 'main':
      if (!entry.uses.has('clause') || !apart) return false
      if (hasRelation(word, 'ccomp', 'csubj')) return true
      return (
        hasRelation(word, 'parataxis', 'conj', 'dep', 'xcomp', 'obj') &&
        isSubjunctive(context, head) &&
        trees.childBy(head, 'cc') === undefined
      )
    default:
      return false
  }
}

/** *um … zu*, *ohne … zu*: an adverbial clause, not what is said. */
const isPurpose = (context: Context, head: number): boolean =>
  context.trees
    .childrenBy(head, 'mark')
    .some((at) => context.trees.word(at).upos !== 'PART' && !isRole(context, 'zu', context.trees.word(at)))

export function isSubjunctive(context: Context, head: number): boolean {
  const finite = finiteOf(context.trees, head)
  return finite !== undefined && context.trees.word(finite).feats.Mood === 'Sub'
}

/** First word of a clause, the comma before it left out. */
const firstOf = (context: Context, head: number): number =>
  context.trees.subtree(head).find((at) => !isPunctuation(context.words[at])) ?? head

/** The words of a clause, on its side of the cue; without the cue's own words. */
function clauseWords(context: Context, head: number, cue: number): number[] {
  const { trees } = context
  const all = trees.subtree(
    head,
    (word) => hasRelation(word, 'conj') && word.head === head && goesOnAbove(context, word.index, head),
  )
  const right = head > cue
  return all.filter((at) => (right ? at > cue : at < cue))
}

/** A conjunct with a cue verb in the indicative, of a clause in the subjunctive, goes on with the cue's clause. */
const goesOnAbove = (context: Context, index: number, head: number): boolean =>
  isSubjunctive(context, head) &&
  !isSubjunctive(context, index) &&
  cueVerb(context, index) !== undefined &&
  finiteOf(context.trees, index) !== undefined

/**
 * Where the parser attached no clause to the cue: *…, dass …* or a main clause in the subjunctive that follows the cue's clause after
 * the next comma.
 */
function afterComma(context: Context, sentence: Sentence, index: number, entry: Pick<CueVerb, 'uses'>): number[] {
  const { words, trees } = context
  if (!entry.uses.has('clause')) return []
  let comma = index + 1
  while (
    comma < sentence.last &&
    !(words[comma]?.upos === 'PUNCT' && (words[comma]?.form === ',' || words[comma]?.form === ':'))
  ) {
    const word = words[comma] as Word
    if (isFiniteVerb(word) && comma !== index) return []
    comma++
  }
  const next = words[comma + 1]
  if (!next || comma + 1 >= sentence.last) return []
  const introduced = isRole(context, 'complementizer', next) && next.upos === 'SCONJ'
  if (!introduced) {
    if (isRelative(context, next)) return []
    if (next.upos === 'SCONJ' || next.upos === 'CCONJ') return []
    const finite = range(comma + 1, sentence.last).find((at) => isFiniteVerb(words[at] as Word))
    if (finite === undefined || words[finite]?.feats.Mood !== 'Sub') return []
    if (range(comma + 1, finite).some((at) => words[at]?.form === ',')) return []
    if (isFiniteVerb(words[finite + 1] as Word) || words[finite + 1]?.form === ',') return []
    if (subjectOf(trees, index) === undefined && speakerOf(context, index) === null) return []
  }
  return range(comma + 1, sentence.last)
}

function byNoun(context: Context, index: number): Draft | undefined {
  const { trees } = context
  const word = trees.word(index)
  if (word.upos !== 'NOUN' || !nounAmong(context.lexicon.clauseNouns, word.lemma)) return undefined
  const heads = trees
    .children(index)
    .filter(
      (at) =>
        at > index &&
        hasRelation(trees.word(at), 'acl', 'ccomp', 'csubj', 'advcl', 'parataxis', 'dep', 'xcomp', 'appos', 'conj'),
    )
    .filter(
      (at) =>
        ['introduced', 'infinitive', 'main'].includes(clauseKind(context, at)) &&
        !range(index + 1, firstOf(context, at)).some((other) => context.words[other]?.upos === 'VERB') &&
        parted(context.words, index, firstOf(context, at)),
    )
    .filter((at) => clauseKind(context, at) !== 'main' || isSubjunctive(context, at))
    .filter((at) => !isPurpose(context, at) || clauseKind(context, at) === 'introduced')
  const { head } = word
  const verb = head >= 0 && ['VERB', 'AUX'].includes(trees.word(head).upos) ? head : undefined
  if (heads.length === 0 && verb !== undefined && !cueVerb(context, verb))
    heads.push(
      ...trees
        .children(verb)
        .filter((at) => at > index && hasRelation(trees.word(at), 'ccomp', 'advcl', 'xcomp', 'parataxis', 'csubj'))
        .filter(
          (at) =>
            clauseKind(context, at) === 'introduced' ||
            (clauseKind(context, at) === 'main' && isSubjunctive(context, at)),
        ),
    )
  const copula = trees.childBy(index, 'cop')
  if (copula !== undefined)
    heads.push(
      ...trees
        .childrenBy(index, 'ccomp', 'csubj', 'parataxis')
        .filter((at) => at > index && !heads.includes(at) && clauseKind(context, at) !== 'relative'),
    )
  if (heads.length === 0) return undefined
  const found = clauseWords(context, Math.min(...heads), index)
  const words = trim(
    context.words,
    withPunctuation(
      context.words,
      [...new Set(found)].sort((a, b) => a - b),
    ),
  )
  if (words.length < 2 || regionOf(context, index) !== regionOf(context, words[0] as number)) return undefined
  return {
    form: 'indirect',
    words,
    speaker: nounSpeaker(context, index, verb),
    cue: { words: [index], head: index },
    rule: 'complement of noun',
  }
}

/** Whose saying a noun names: its genitive, *von* or possessive, else the subject of the clause that it is part of. */
export function nounSpeaker(context: Context, index: number, verb?: number): Phrase | null {
  const { trees } = context
  const owned = ownerOf(context, index)
  if (owned) return owned
  if (trees.childBy(index, 'cop') !== undefined) {
    const subject = subjectOf(trees, index)
    return subject === undefined || trees.word(subject).upos === 'VERB' ? null : phraseOf(context, subject)
  }
  if (verb === undefined) return null
  if (hasRelation(trees.word(index), 'nsubj')) return null
  return speakerOf(context, verb)
}

function byAdjective(context: Context, sentence: Sentence, index: number): Draft | undefined {
  const { trees, lexicon } = context
  const word = trees.word(index)
  if (word.upos !== 'ADJ' && word.upos !== 'VERB' && word.upos !== 'ADV') return undefined
  if (!lexicon.adjectives.has(word.lemma) && !lexicon.adjectives.has(word.form.toLowerCase())) return undefined
  const verb =
    hasRelation(word, 'xcomp', 'advmod', 'obj', 'obl') && word.head >= 0 && trees.word(word.head).upos === 'VERB'
      ? word.head
      : undefined
  const base = verb ?? index
  if (verb === undefined && trees.childBy(index, 'cop') === undefined && trees.childBy(index, 'aux:pass') === undefined)
    return undefined
  const words =
    complementWords(context, sentence, base, { uses: new Set(['clause', 'infinitive']) }) ??
    complementWords(context, sentence, index, { uses: new Set(['clause', 'infinitive']) })
  if (!words?.every((at) => at > index)) return undefined
  const subject = subjectOf(trees, base)
  if (subject === undefined || isRole(context, 'nobody', trees.word(subject)) || trees.word(subject).upos === 'VERB')
    return undefined
  return {
    form: 'indirect',
    words,
    speaker: phraseOf(context, subject),
    cue: { words: [index], head: index },
    rule: 'complement of adjective',
  }
}
