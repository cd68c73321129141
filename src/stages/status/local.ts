import type { Modality, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { finiteWord, isVerbal } from './clause.ts'
import { isWord, type StatusContext, weaker } from './context.ts'
import { hasLaterTime, isLater } from './later.ts'
import type { ModalForm, ModalForms, Modifier } from './lexicon.ts'
import { isAlmost, isNegatedClause, isNegatedNoun, isWithout } from './negation.ts'

/** What the words around one head say of it. */
export interface Local {
  readonly negative: boolean
  readonly modality: Modality
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
        modality = weaker(modality, adverbModality(context, at))
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

/**
 * Whether an auxiliary is finite beside a finite verb: the parser took it from another clause. Before an infinitive of the perfect
 * (*könnte bedingt haben*) what is tagged as finite is a participle.
 */
const isSecondFinite = (context: StatusContext, index: number, auxiliary: Word): boolean => {
  const verb = context.trees.word(index)
  const perfect = context.trees.childrenBy(index, 'aux').some((at) => {
    const { form, lemma } = context.trees.word(at)
    return at === index + 1 && at !== auxiliary.index && form === lemma
  })
  return (
    !perfect &&
    hasRelation(auxiliary, 'aux') &&
    auxiliary.feats.Mood !== undefined &&
    isVerbal(verb) &&
    verb.feats.Mood !== undefined &&
    verb.form !== verb.lemma
  )
}

/** The entry of an adverb or adjective. */
export const modifierOf = ({ lexicon }: StatusContext, word: Word): Modifier | undefined =>
  lexicon.modifiers.get(word.lemma.toLowerCase()) ?? lexicon.modifiers.get(word.form.toLowerCase())

/** What an adverb says of how sure a clause is. */
function adverbModality(context: StatusContext, index: number): Modality {
  const entry = modifierOf(context, context.trees.word(index))
  return entry?.modality && entry.use === 'any' ? entry.modality : 'actual'
}

const formOf = (word: Word): keyof ModalForms => {
  const { Mood, Tense } = word.feats
  if (Mood === 'Sub') return Tense === 'Past' ? 'subjunctive2' : 'subjunctive1'
  return Tense === 'Past' ? 'past' : 'present'
}

/** The form that counts: of an infinitive that stands for a participle (*habe senken müssen*) the perfect that *haben* makes of it. */
function formIn(context: StatusContext, index: number, auxiliary: Word): keyof ModalForms {
  const { trees } = context
  const perfect =
    auxiliary.feats.Mood === undefined && auxiliary.form === auxiliary.lemma
      ? trees
          .childrenBy(index, 'aux')
          .map((at) => trees.word(at))
          .find((word) => isWord(context, 'have', word) && word.feats.Mood !== undefined)
      : undefined
  if (perfect === undefined) return formOf(auxiliary)
  return formOf(perfect) === 'subjunctive2' ? 'subjunctive2' : 'past'
}

/** What an auxiliary says of the verb it serves. */
function auxiliaryModality(context: StatusContext, index: number, auxiliary: Word): Modality {
  const { trees, lexicon } = context
  const forms = lexicon.modals.get(auxiliary.lemma)
  if (!forms) return 'actual'
  if (isWord(context, 'become', auxiliary) && !isFuture(context, index, auxiliary)) return 'actual'
  if (isWord(context, 'become', auxiliary) && isReplacement(context, index, auxiliary)) return 'actual'
  const found: ModalForm | null = forms[formIn(context, index, auxiliary)]
  if (found === null) return 'actual'
  if (
    found === 'desired' &&
    isWord(context, 'must', auxiliary) &&
    trees.subtree(index).some((at) => isWord(context, 'still', trees.word(at)))
  )
    return 'future'
  if (found !== 'hearsay' && found !== 'claim') return found
  const past = isPast(context, index, auxiliary)
  if (found === 'claim') return past && !hasLaterTime(context, index) ? 'actual' : 'desired'
  const copula = trees.childBy(index, 'cop') !== undefined
  if (past && !copula) return hasLaterTime(context, index) ? 'future' : 'possible'
  const subject = trees.childBy(index, 'nsubj')
  if (copula && (past || (subject !== undefined && isWord(context, 'it', trees.word(subject))))) return 'possible'
  return 'future'
}

/** Whether a modal verb governs an infinitive of the perfect (*gesehen haben*, *Mitglied gewesen sein*). */
function isPast(context: StatusContext, index: number, auxiliary: Word): boolean {
  const { trees } = context
  const others = trees.childrenBy(index, 'aux', 'cop').filter((at) => at !== auxiliary.index)
  const perfect = others
    .map((at) => trees.word(at))
    .find((word) => isWord(context, 'perfect', word) && word.form === word.lemma)
  if (!perfect) return false
  // After *haben* what is tagged as an adjective is a participle too.
  if (isWord(context, 'have', perfect) && trees.word(index).upos === 'ADJ') return true
  return [index, ...others].some((at) => trees.word(at).feats.VerbForm === 'Part')
}

/** *Der Zeuge will … gesehen haben*: whether the subject says so itself. */
export function isOwnClaim(context: StatusContext, index: number): boolean {
  const { trees, lexicon } = context
  return trees.childrenBy(index, 'aux').some((at) => {
    const auxiliary = trees.word(at)
    const claims = lexicon.modals.get(auxiliary.lemma)?.[formOf(auxiliary)] === 'claim'
    return claims && isPast(context, index, auxiliary) && !hasLaterTime(context, index)
  })
}

/** *…, sie würden das Urteil anerkennen*: in reported speech the plural stands for a subjunctive that is no different from the indicative. */
function isReplacement(context: StatusContext, index: number, { feats }: Word): boolean {
  if (feats.Mood !== 'Sub' || feats.Tense !== 'Past' || feats.Number !== 'Plur') return false
  const quote = context.quotes[context.quoteAt[index] as number]
  return quote !== undefined && quote.form !== 'direct' && context.trees.childBy(index, 'advcl') === undefined
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
  if (finite.feats.Mood === 'Imp' || isCall(context, index, finite)) return 'desired'
  if (finite.feats.Mood !== 'Sub') return 'actual'
  if (finite.feats.Tense !== 'Past') return 'actual'
  if (context.lexicon.modals.has(finite.lemma) && finite.index !== index) return 'actual'
  if (trees.children(index).some((at) => isAlmost(context, index, at))) return 'actual'
  // *Hätte die Preise senken müssen* is what the modal verb says.
  const modal = trees.childrenBy(index, 'aux').some((at) => {
    const { form, lemma } = trees.word(at)
    return at !== finite.index && form === lemma && (context.lexicon.modals.get(lemma)?.subjunctive2 ?? null) !== null
  })
  if (modal && isWord(context, 'have', finite)) return 'actual'
  const quote = context.quotes[context.quoteAt[index] as number]
  return quote && quote.form !== 'direct' ? 'actual' : 'conditional'
}

/** *Stoppt den Krieg!*: the verb first, no subject, an exclamation mark. */
function isCall(context: StatusContext, index: number, finite: Word): boolean {
  const { trees, words } = context
  const sentence = context.sentences[finite.sentence]
  if (!sentence || finite.index !== index || finite.head >= 0 || trees.childBy(index, 'nsubj') !== undefined)
    return false
  for (let at = sentence.first; at < index; at++) if (words[at]?.upos !== 'PUNCT') return false
  return endsWith(context, finite, '!')
}

/** Whether a mark is among those that end the sentence of a word. */
function endsWith(context: StatusContext, word: Word, mark: string): boolean {
  const { words } = context
  const sentence = context.sentences[word.sentence]
  if (!sentence) return false
  for (let at = sentence.last - 1; at >= sentence.first && words[at]?.upos === 'PUNCT'; at--)
    if (words[at]?.form === mark) return true
  return false
}

/** A main clause in subjunctive I outside all quotes: somebody says so, but nobody is named. */
function isHearsay(context: StatusContext, index: number): boolean {
  const finite = finiteWord(context, index)
  if (finite?.feats.Mood !== 'Sub' || finite.feats.Tense !== 'Pres') return false
  return (context.quoteAt[index] as number) < 0 && context.trees.word(index).head < 0
}

/** *ist zu rechnen*, *sind zu schützen*, *hat zu zahlen*, but *waren zu sehen*. */
function infinitiveWithBe(context: StatusContext, index: number): Modality {
  const { trees } = context
  const word = trees.word(index)
  if (!isVerbal(word) || word.feats.Mood !== undefined) return 'actual'
  const zu = trees.childrenBy(index, 'mark', 'advmod').some((at) => isWord(context, 'zu', trees.word(at)))
  const be = [...trees.childrenBy(index, 'aux', 'cop'), word.head].some((at) => {
    const other = context.words[at]
    return (
      other !== undefined &&
      (isWord(context, 'be', other) || (isWord(context, 'have', other) && word.feats.VerbForm === 'Inf')) &&
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
  const word = context.trees.word(index)
  if (word.head >= 0 && !hasRelation(word, 'conj', 'parataxis')) return false
  return endsWith(context, word, '?')
}

/** What a noun's own attributes say of it: *kein*, *mutmaßlich*, *geplant*, *vereitelt*, *vermutlich terroristisch*. */
export function nounStatus(context: StatusContext, index: number): Local {
  const { trees } = context
  let modality: Modality = 'actual'
  let negative = isNegatedNoun(context, index) !== isWithout(context, index)
  for (const child of trees.childrenBy(index, 'amod', 'advmod', 'acl')) {
    for (const at of [child, ...trees.childrenBy(child, 'advmod')]) {
      const entry = modifierOf(context, trees.word(at))
      if (!entry || entry.use === 'predicate' || entry.use === 'clause') continue
      if (entry.use === 'outcome' && !isOutcome(context, trees.word(index))) continue
      if (entry.modality) modality = weaker(modality, entry.modality)
      if (entry.negative && hasRelation(trees.word(at), 'amod')) negative = !negative
    }
  }
  return { negative, modality }
}

/** Whether a noun says what does not happen where it fails (*Übernahme*, but not *Verhandlung*). */
export function isOutcome({ lexicon }: StatusContext, { lemma }: Word): boolean {
  const noun = lemma.toLowerCase()
  return [...lexicon.words.outcome].some((other) => noun.endsWith(other))
}
