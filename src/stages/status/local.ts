import type { Modality, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { isWord, type StatusContext, weaker } from './context.ts'
import type { ModalForms } from './lexicon.ts'

/** What the words around one head say of it. */
export interface Local {
  readonly negative: boolean
  readonly modality: Modality
}

export const isVerbal = (word: Word): boolean => word.upos === 'VERB' || word.upos === 'AUX'

/** Whether a word heads a clause: a verb, or a predicate with copula or subject. */
export function headsClause(context: StatusContext, index: number): boolean {
  const { trees } = context
  const word = trees.word(index)
  if (hasRelation(word, 'amod')) return false
  return isVerbal(word) || trees.childBy(index, 'cop', 'nsubj', 'aux') !== undefined
}

/** The finite word of a clause. */
export function finiteWord(context: StatusContext, index: number): Word | undefined {
  const { trees } = context
  const candidates = [index, ...trees.childrenBy(index, 'aux', 'cop')]
  return candidates
    .map((at) => trees.word(at))
    .find((word) => isVerbal(word) && (word.feats.Mood !== undefined || word.feats.VerbForm === 'Fin'))
}

/** Negation and modality of the clause that `index` heads; `matched` are the words that a relation is made of. */
export function clauseStatus(context: StatusContext, index: number, matched: readonly number[]): Local {
  return { negative: isNegatedClause(context, index, matched), modality: clauseModality(context, index) }
}

/** Modality of a clause by its auxiliaries, adverbs, mood, question mark and time. */
export function clauseModality(context: StatusContext, index: number): Modality {
  const { trees } = context
  let modality: Modality = 'actual'
  for (const child of trees.children(index)) {
    const word = trees.word(child)
    if (isSecondFinite(context, index, word)) continue
    if (hasRelation(word, 'aux', 'cop') || (isVerbal(word) && hasRelation(word, 'compound')))
      modality = weaker(modality, auxiliaryModality(context, index, word))
    else if (hasRelation(word, 'advmod', 'discourse') || word.upos === 'ADV') {
      for (const at of [child, ...trees.childrenBy(child, 'advmod')])
        modality = weaker(modality, modifierModality(context, at, 'predicate'))
    }
  }
  modality = weaker(modality, ownMood(context, index))
  modality = weaker(modality, infinitiveWithBe(context, index))
  modality = weaker(modality, conditionOf(context, index, modality))
  if (isQuestion(context, index)) modality = weaker(modality, 'possible')
  if (modality === 'actual' && isLater(context, index)) modality = 'future'
  if (modality === 'actual' && isHearsay(context, index)) modality = 'possible'
  return modality
}

/** Whether an auxiliary is finite beside a finite verb: the parser took it from another clause. */
const isSecondFinite = (context: StatusContext, index: number, auxiliary: Word): boolean => {
  const verb = context.trees.word(index)
  return (
    hasRelation(auxiliary, 'aux') &&
    auxiliary.feats.Mood !== undefined &&
    isVerbal(verb) &&
    verb.feats.Mood !== undefined &&
    verb.form !== verb.lemma
  )
}

/** What an adverb or adjective says of how sure something is, unless it does so only in the place `not`. */
function modifierModality(context: StatusContext, index: number, not: 'attribute' | 'predicate'): Modality {
  const { modifiers } = context.lexicon
  const word = context.trees.word(index)
  const effect = modifiers.get(word.lemma.toLowerCase()) ?? modifiers.get(word.form.toLowerCase())
  return effect?.modality && effect.use !== not ? effect.modality : 'actual'
}

const formOf = (word: Word): keyof ModalForms => {
  const { Mood, Tense } = word.feats
  if (Mood === 'Sub') return Tense === 'Past' ? 'subjunctive2' : 'subjunctive1'
  return Tense === 'Past' ? 'past' : 'present'
}

/** What an auxiliary says of the verb it serves. */
function auxiliaryModality(context: StatusContext, index: number, auxiliary: Word): Modality {
  const { trees, lexicon } = context
  const forms = lexicon.modals.get(auxiliary.lemma)
  if (!forms) return 'actual'
  if (isWord(context, 'become', auxiliary) && !isFuture(context, index, auxiliary)) return 'actual'
  const found = forms[formOf(auxiliary)]
  if (found === null) return 'actual'
  if (
    found === 'desired' &&
    isWord(context, 'must', auxiliary) &&
    trees.subtree(index).some((at) => isWord(context, 'still', trees.word(at)))
  )
    return 'future'
  if (found !== 'hearsay') return found
  const perfect = trees
    .childrenBy(index, 'aux', 'cop')
    .some((at) => isWord(context, 'perfect', trees.word(at)) && trees.word(at).feats.VerbForm === 'Inf')
  const copula = trees.childBy(index, 'cop') !== undefined
  const past = trees.word(index).feats.VerbForm === 'Part' && perfect
  if (past && !copula) return hasLaterTime(context, index) ? 'future' : 'possible'
  const subject = trees.childBy(index, 'nsubj')
  if (copula && subject !== undefined && isWord(context, 'it', trees.word(subject))) return 'possible'
  return 'future'
}

/** Whether *werden* makes a future here: with an infinitive, not with the participle of a passive. */
function isFuture(context: StatusContext, index: number, auxiliary: Word): boolean {
  const { trees } = context
  if (auxiliary.feats.VerbForm === 'Inf' || auxiliary.feats.VerbForm === 'Part') return false
  if (trees.word(index).feats.VerbForm === 'Inf') return true
  if (hasRelation(auxiliary, 'aux:pass')) return false
  if (hasRelation(auxiliary, 'cop'))
    return isWord(context, 'become', auxiliary) && auxiliary.feats.Tense !== 'Past' && becomesSomebody(context, index)
  const infinitive = (at: number): boolean =>
    trees.word(at).feats.VerbForm === 'Inf' ||
    (isVerbal(trees.word(at)) &&
      !('Mood' in trees.word(at).feats) &&
      trees.word(at).form.endsWith('n') &&
      trees.word(at).feats.VerbForm !== 'Part')
  return (
    infinitive(index) || trees.childrenBy(index, 'aux', 'cop').some((at) => at !== auxiliary.index && infinitive(at))
  )
}

/** *Nachfolger wird Michael Macht*: a person takes a role, which is announced. */
function becomesSomebody(context: StatusContext, index: number): boolean {
  const { trees, coreference } = context
  const places = [index, ...trees.childrenBy(index, 'nsubj')]
  return places.some((at) =>
    (context.mentionsAt.get(at) ?? []).some((index) => {
      const mention = coreference.mentions[index]
      return (
        mention !== undefined &&
        coreference.entities[mention.entity]?.type === 'Person' &&
        mention.last - mention.first < 5
      )
    }),
  )
}

/** Mood of the verb itself, and a main verb *werden*. */
function ownMood(context: StatusContext, index: number): Modality {
  const { trees } = context
  const finite = finiteWord(context, index)
  if (!finite) return 'actual'
  if (
    isWord(context, 'become', finite) &&
    finite.index === index &&
    finite.feats.Tense !== 'Past' &&
    trees.childBy(index, 'aux') === undefined
  ) {
    const predicate = trees.childrenBy(index, 'xcomp', 'obj', 'nsubj', 'obl').some((at) => becomesSomebody(context, at))
    if (predicate) return finite.feats.Mood === 'Sub' && finite.feats.Tense === 'Past' ? 'conditional' : 'future'
  }
  if (finite.feats.Mood === 'Imp') return 'desired'
  if (finite.feats.Mood !== 'Sub') return 'actual'
  if (finite.feats.Tense !== 'Past') return 'actual'
  if (context.lexicon.modals.has(finite.lemma) && finite.index !== index) return 'actual'
  const quote = context.quotes[context.quoteAt[index] as number]
  return quote && quote.form !== 'direct' ? 'actual' : 'conditional'
}

/** A main clause in subjunctive I outside all quotes: somebody says so, but nobody is named. */
function isHearsay(context: StatusContext, index: number): boolean {
  const finite = finiteWord(context, index)
  if (finite?.feats.Mood !== 'Sub' || finite.feats.Tense !== 'Pres') return false
  return (context.quoteAt[index] as number) < 0 && context.trees.word(index).head < 0
}

/** *ist zu rechnen*, *sind zu schützen*, but *waren zu sehen*. */
function infinitiveWithBe(context: StatusContext, index: number): Modality {
  const { trees } = context
  const word = trees.word(index)
  if (!isVerbal(word) || word.feats.Mood !== undefined) return 'actual'
  const zu = trees.childrenBy(index, 'mark', 'advmod').some((at) => isWord(context, 'zu', trees.word(at)))
  const be = [...trees.childrenBy(index, 'aux', 'cop'), word.head].some((at) => {
    const other = context.words[at]
    return (
      other !== undefined &&
      isWord(context, 'be', other) &&
      other.feats.VerbForm !== 'Inf' &&
      other.feats.VerbForm !== 'Part' &&
      (other.head === index || hasRelation(word, 'xcomp'))
    )
  })
  if (!zu || !be || isWord(context, 'perception', word)) return 'actual'
  return isWord(context, 'expected', word) ? 'possible' : 'desired'
}

/** *im Falle einer Niederlage*, but not *in vielen Fällen*, *auf keinen Fall*. */
export function isCase(context: StatusContext, index: number): boolean {
  const { trees } = context
  const word = trees.word(index)
  if (!isWord(context, 'case', word) || word.feats.Number === 'Plur') return false
  const inside = trees.childrenBy(index, 'case').some((at) => isWord(context, 'in', trees.word(at)))
  return inside && trees.childBy(index, 'nmod', 'acl', 'ccomp') !== undefined
}

/** Whether what is said holds only under a condition: *wenn …, könnte …*, *im Falle von …*. */
function conditionOf(context: StatusContext, index: number, modality: Modality): Modality {
  const { trees, words } = context
  if (trees.childrenBy(index, 'obl', 'nmod').some((child) => isCase(context, child))) return 'conditional'
  const finite = finiteWord(context, index)
  if (!finite || modality === 'actual') return 'actual'
  const sentence = context.sentences[finite.sentence]
  if (!sentence) return 'actual'
  const hypothetical = finite.feats.Mood === 'Sub' && finite.feats.Tense === 'Past'
  const clause = trees
    .childrenBy(index, 'advcl')
    .some((at) => trees.childrenBy(at, 'mark').some((mark) => isWord(context, 'conditional', trees.word(mark))))
  if (clause) return 'conditional'
  if (!hypothetical) return 'actual'
  for (let at = sentence.first; at < sentence.last; at++)
    if (words[at]?.upos === 'SCONJ' && isWord(context, 'conditional', words[at])) return 'conditional'
  return 'actual'
}

function isQuestion(context: StatusContext, index: number): boolean {
  const { trees, words } = context
  const word = trees.word(index)
  if (word.head >= 0 && !hasRelation(word, 'conj', 'parataxis')) return false
  const sentence = context.sentences[word.sentence]
  if (!sentence) return false
  for (let at = sentence.last - 1; at >= sentence.first && words[at]?.upos === 'PUNCT'; at--)
    if (words[at]?.form === '?') return true
  return false
}

/** Whether the clause is in the present and carries a time after the article's date. */
function isLater(context: StatusContext, index: number): boolean {
  const finite = finiteWord(context, index)
  if (finite && finite.feats.Tense !== 'Pres') return false
  return finite !== undefined && hasLaterTime(context, index)
}

function hasLaterTime(context: StatusContext, index: number): boolean {
  const { date, times, trees } = context
  for (const child of trees.children(index)) {
    const time = times.find(({ first, last }) => first <= child && child < last)
    if (!time || time.type === 'DURATION' || time.type === 'SET') continue
    if (time.value === 'FUTURE_REF') return true
    const day = /^\d{4}(-\d\d(-\d\d)?)?/.exec(time.value)?.[0]
    if (!day || !date) continue
    const length = Math.min(day.length, date.length)
    if (day.slice(0, length) > date.slice(0, length)) return true
  }
  return false
}

/** Whether the clause that `index` heads is denied: by a particle, or by an argument that is nobody or nothing. */
export function isNegatedClause(context: StatusContext, index: number, matched: readonly number[] = []): boolean {
  const { trees } = context
  let negative = false
  for (const child of trees.children(index)) {
    const word = trees.word(child)
    const kind = kindOf(context, word)
    if (kind === 'particle' || kind === 'pair') {
      if (isOnly(context, child)) continue
      const gap = gapped(context, index, child)
      if (gap !== undefined && !matched.includes(gap)) continue
      const part = contrasted(context, index, child)
      if (part === undefined || matched.includes(part)) negative = !negative
    } else if (hasRelation(word, 'advmod', 'xcomp') && isNegatedAdverb(context, child)) negative = !negative
    else if (hasRelation(word, 'nsubj', 'obj', 'iobj', 'obl', 'obl:arg')) {
      if (kind === 'pronoun' || isNegatedNoun(context, child)) negative = !negative
    }
  }
  const own = isNegatedNoun(context, index)
  return own ? !negative : negative
}

const kindOf = (context: StatusContext, word: Word): string | undefined =>
  context.lexicon.negation.get(word.form.toLowerCase()) ?? context.lexicon.negation.get(word.lemma.toLowerCase())

/** *kein Notsignal*, *weder A noch B* */
export function isNegatedNoun(context: StatusContext, index: number): boolean {
  const { trees } = context
  return trees.children(index).some((child) => {
    const word = trees.word(child)
    const kind = kindOf(context, word)
    if (kind === 'determiner') return hasRelation(word, 'det', 'advmod', 'amod', 'nummod')
    if (kind === 'pair') return true
    return (
      kind === 'particle' &&
      !isOnly(context, child) &&
      !isVerbal(trees.word(index)) &&
      trees.childBy(index, 'cop') === undefined &&
      child === index - 1
    )
  })
}

/** *nicht sehr gut*, *noch nicht lange*: the denied adverb denies its verb. */
const isNegatedAdverb = (context: StatusContext, index: number): boolean =>
  !isVerbal(context.trees.word(index)) &&
  context.trees.childrenBy(index, 'advmod').some((at) => {
    if (at > index) return false
    return kindOf(context, context.trees.word(at)) === 'particle' ? !isOnly(context, at) : isNegatedAdverb(context, at)
  })

/** *nicht nur* */
const isOnly = (context: StatusContext, index: number): boolean => {
  const next = context.words[index + 1]
  return next !== undefined && kindOf(context, next) === 'only'
}

/** *A hatte dies unterstützt, B nicht*: the noun that alone is denied, if the particle stands after it behind a comma. */
function gapped(context: StatusContext, clause: number, particle: number): number | undefined {
  const { words } = context
  if (particle < clause) return undefined
  let at = particle - 1
  const noun = words[at]
  if (!noun || (noun.upos !== 'NOUN' && noun.upos !== 'PROPN')) return undefined
  while (words[at] && ['NOUN', 'PROPN', 'DET', 'ADJ'].includes(words[at]?.upos ?? '')) at--
  return words[at]?.form === ',' && at > clause ? noun.index : undefined
}

/** *traf nicht A, sondern B*: the part that alone is denied, if the particle belongs to one. */
function contrasted(context: StatusContext, clause: number, particle: number): number | undefined {
  const { trees } = context
  for (const child of trees.children(clause)) {
    if (child <= particle || hasRelation(trees.word(child), 'conj')) continue
    const against = trees
      .childrenBy(child, 'conj')
      .some((at) => trees.childrenBy(at, 'cc').some((cc) => kindOf(context, trees.word(cc)) === 'contrast'))
    if (against) return child
  }
  return undefined
}

/** What a noun's own attributes say of it: *kein*, *mutmaßlich*, *geplant*, *vermutlich terroristisch*. */
export function nounStatus(context: StatusContext, index: number): Local {
  const { trees } = context
  let modality: Modality = 'actual'
  for (const child of trees.childrenBy(index, 'amod', 'advmod', 'acl')) {
    for (const at of [child, ...trees.childrenBy(child, 'advmod')])
      modality = weaker(modality, modifierModality(context, at, 'predicate'))
  }
  const without = trees.childrenBy(index, 'case').some((at) => kindOf(context, trees.word(at)) === 'without')
  return { negative: isNegatedNoun(context, index) !== without, modality }
}
