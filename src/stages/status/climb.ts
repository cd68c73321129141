import type { Modality, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { verbLemma } from '../morphology/verb-lemma.ts'
import { subjectOf } from '../quotes/clauses.ts'
import { isWord, type StatusContext, weaker } from './context.ts'
import type { Effect, Embedding } from './lexicon.ts'
import {
  clauseModality,
  clauseStatus,
  finiteWord,
  headsClause,
  isCase,
  isNegatedClause,
  isNegatedNoun,
  isVerbal,
  nounStatus,
} from './local.ts'

/** What the place in the tree says of a word: whether it is denied, how sure it is, and the word that names who says so by a verb. */
export interface Reading {
  readonly negative: boolean
  readonly modality: Modality
  /** Index of the head of the phrase that names who says so, or null. */
  readonly sayer: number | null
}

const nominal = ['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'appos']

/** Climbs from a word to the root and gathers what is said of it on the way. */
export class Climb {
  readonly #context: StatusContext
  readonly #matched: readonly number[]
  #negative = false
  #modality: Modality = 'actual'
  #sayer: number | null = null

  constructor(context: StatusContext, matched: readonly number[]) {
    this.#context = context
    this.#matched = matched
  }

  read(trigger: number): Reading {
    const start = this.#start(trigger)
    this.#own(start)
    let at: number | null = start
    for (let steps = 0; at !== null && steps < 30; steps++) at = this.#step(at)
    return { negative: this.#negative, modality: this.#modality, sayer: this.#sayer }
  }

  #apply(effect: { readonly negative: boolean; readonly modality: Modality | null }): void {
    if (effect.negative) this.#negative = !this.#negative
    if (effect.modality) this.#modality = weaker(this.#modality, effect.modality)
  }

  /** A preposition states what the noun or verb before it does, an auxiliary what its verb does. */
  #start(trigger: number): number {
    const { trees } = this.#context
    const word = trees.word(trigger)
    if (word.head < 0) return trigger
    if (hasRelation(word, 'aux')) return word.head
    if (!hasRelation(word, 'case')) return trigger
    const noun = trees.word(word.head)
    return noun.head >= 0 && hasRelation(noun, 'nmod', 'obl') ? noun.head : noun.index
  }

  /** The words around the trigger itself. */
  #own(trigger: number): void {
    const context = this.#context
    if (headsClause(context, trigger)) this.#apply(clauseStatus(context, trigger, this.#matched))
    const word = context.trees.word(trigger)
    if (!isVerbal(word)) {
      const { negative, modality } = nounStatus(context, trigger)
      this.#apply({ negative: negative && !headsClause(context, trigger), modality })
      const effect = context.lexicon.nouns.get(word.lemma)
      if (effect && effect.modality === 'possible') this.#apply(effect)
    }
    this.#misplacedNoun(word)
    const entry = this.#embedding(trigger)
    if (entry?.says && entry.frames.has('self')) this.#says(trigger)
  }

  /** *die Absicht, Truppen abzuziehen*, where the parser makes the noun an object of the infinitive: it stands before a comma. */
  #misplacedNoun(word: Word): void {
    const { lexicon, trees, words } = this.#context
    if (!isVerbal(word) || word.feats.VerbForm !== 'Inf') return
    for (const child of trees.childrenBy(word.index, 'obj', 'obl', 'nsubj')) {
      const effect =
        child < word.index && words[child + 1]?.form === ',' ? lexicon.nouns.get(trees.word(child).lemma) : undefined
      if (effect) this.#apply(effect)
    }
  }

  /** One step up; the next place, or null where what stands above says nothing of the word. */
  #step(at: number): number | null {
    const { trees } = this.#context
    const word = trees.word(at)
    if (word.head < 0) return null
    if (hasRelation(word, 'conj')) return this.#fromConjunct(word)
    if (hasRelation(word, 'ccomp', 'csubj', 'xcomp') || (hasRelation(word, 'acl') && !hasRelation(word, 'acl:relcl')))
      return this.#fromComplement(word)
    if (hasRelation(word, 'advcl'))
      return trees.childBy(at, 'cc') === undefined ? this.#fromAdverbial(word) : this.#fromConjunct(word)
    if (hasRelation(word, ...nominal)) return this.#fromNominal(word)
    if (hasRelation(word, 'parataxis') && this.#beginsWithVerb(word) && this.#isConditional(word))
      this.#apply({ negative: false, modality: 'conditional' })
    return null
  }

  /** A conjunct shares its first's place; without a finite verb of its own also the auxiliaries. */
  #fromConjunct(word: Word): number | null {
    const context = this.#context
    const { head } = word
    this.#misplacedNoun(context.trees.word(head))
    if (headsClause(context, word.index) && isVerbal(context.trees.word(head)) && !this.#hasOwnFinite(word))
      this.#apply({ negative: false, modality: clauseModality(context, head) })
    if (!headsClause(context, word.index) && headsClause(context, head)) {
      this.#apply({ negative: false, modality: clauseModality(context, head) })
      return head
    }
    if (!headsClause(context, word.index) && !isAgainst(context, word.index))
      this.#apply({ negative: isNegatedNoun(context, head), modality: null })
    return head
  }

  /** Whether a conjunct is finite; one that looks like its infinitive after an infinitive is not (*nicht ersetzen, sondern ergänzen*). */
  #hasOwnFinite(word: Word): boolean {
    const finite = finiteWord(this.#context, word.index)
    if (!finite) return false
    const first = this.#context.trees.word(word.head)
    const alike = first.feats.VerbForm === 'Inf' && finite.index === word.index && word.form === word.lemma
    return !(alike && this.#context.trees.childBy(word.index, 'nsubj') === undefined)
  }

  #embedding(index: number): Embedding | undefined {
    const word = this.#context.trees.word(index)
    if (!isVerbal(word)) return undefined
    const { lexicon, trees } = this.#context
    const entry = lexicon.embedding.get(verbLemma(trees, index))
    for (const child of trees.childrenBy(index, 'advmod', 'xcomp', 'obl', 'compound:prt')) {
      const joined = lexicon.embedding.get(trees.word(child).form.toLowerCase() + word.lemma)
      if (joined) return joined
    }
    return entry
  }

  /** A clause that a verb, noun or adjective governs. */
  #fromComplement(word: Word): number | null {
    const context = this.#context
    const governor = context.trees.word(word.head)
    if (this.#beginsWithVerb(word) && this.#isConditional(word)) {
      this.#apply({ negative: false, modality: 'conditional' })
      return null
    }
    this.#conjunction(word)
    if (!isVerbal(governor)) {
      const verb = this.#addresser(governor)
      return verb === undefined ? this.#governedByNoun(governor) : this.#fromComplement({ ...word, head: verb })
    }
    if (this.#isBareInfinitive(word) && !isPerception(context, governor)) return this.#besideGovernor(governor)
    const entry = this.#embedding(governor.index)
    if (entry?.frames.has('clause')) {
      this.#embed(governor.index, entry)
      return governor.index
    }
    const light = context.trees
      .childrenBy(governor.index, 'obj', 'nsubj', 'obl', 'xcomp')
      .find((at) => at !== word.index && at < word.index && context.lexicon.nouns.has(context.trees.word(at).lemma))
    if (light !== undefined && !finiteWord(context, word.index)) return this.#governedByNoun(context.trees.word(light))
    if (!hasRelation(word, 'xcomp')) return null
    this.#apply(clauseStatus(context, governor.index, this.#matched))
    return governor.index
  }

  /** *bat die Gläubiger, … zu …*: the verb, where the parser gives the clause to its object. */
  #addresser(noun: Word): number | undefined {
    const { lexicon } = this.#context
    if (!hasRelation(noun, 'obj', 'iobj', 'obl') || lexicon.nouns.has(noun.lemma)) return undefined
    return this.#embedding(noun.head)?.frames.has('clause') ? noun.head : undefined
  }

  /** An infinitive without *zu* is no complement of a full verb, whatever the parser says, but stands beside it (*will A tun und B lassen*). */
  #isBareInfinitive(word: Word): boolean {
    const { trees, words } = this.#context
    if (word.feats.VerbForm !== 'Inf' || hasRelation(word, 'acl')) return false
    const zu = trees.childrenBy(word.index, 'mark', 'advmod').some((at) => isWord(this.#context, 'zu', trees.word(at)))
    if (zu || isWord(this.#context, 'zu', words[word.index - 1])) return false
    return word.form === word.lemma
  }

  #besideGovernor(governor: Word): number {
    this.#apply({ negative: false, modality: clauseModality(this.#context, governor.index) })
    return governor.index
  }

  #embed(index: number, entry: Embedding): void {
    const context = this.#context
    const denied = isNegatedClause(context, index)
    if (entry.negation === 'flips' && denied && entry.negative) this.#apply({ negative: false, modality: 'possible' })
    else this.#apply({ modality: entry.modality, negative: entry.negative !== (entry.negation !== null && denied) })
    if (entry.says) this.#says(index)
    else if (entry.negation === 'passes' && entry.modality === null)
      this.#apply({ negative: false, modality: clauseModality(context, index) })
  }

  /** The innermost who says so is kept. */
  #says(index: number): void {
    const { trees } = this.#context
    if (this.#sayer !== null) return
    const passive = trees.childBy(index, 'nsubj:pass', 'aux:pass') !== undefined
    const subject = passive ? trees.childBy(index, 'obl:agent') : subjectOf(trees, index)
    if (subject !== undefined && trees.word(subject).feats.Person !== '1') this.#sayer = subject
  }

  /** *die Hoffnung, dass …*, *nicht die Absicht, … zu …*, *es ist möglich, dass …* */
  #governedByNoun(governor: Word): number | null {
    const context = this.#context
    const { trees, lexicon } = context
    const effect: Effect | undefined =
      lexicon.nouns.get(governor.lemma) ?? lexicon.modifiers.get(governor.lemma.toLowerCase())
    if (effect) {
      const above = hasRelation(governor, 'obj', 'obl', 'nsubj', 'xcomp') && governor.head >= 0 ? governor.head : -1
      const denied =
        isNegatedNoun(context, governor.index) ||
        (headsClause(context, governor.index) && isNegatedClause(context, governor.index)) ||
        (above >= 0 && isVerbal(trees.word(above)) && isNegatedClause(context, above))
      if (denied && effect.negative) this.#apply({ negative: false, modality: 'possible' })
      else this.#apply({ modality: effect.modality, negative: effect.negative !== denied })
    }
    return null
  }

  /** *um … zu*, *ohne … zu*, *wenn …*, *sollte die UNO …* */
  #fromAdverbial(word: Word): number | null {
    if (!this.#conjunction(word) && this.#beginsWithVerb(word))
      this.#apply({ negative: false, modality: 'conditional' })
    return null
  }

  /** What the conjunctions of a clause make of it; whether there is one. */
  #conjunction(word: Word): boolean {
    const { trees, lexicon } = this.#context
    const finite = finiteWord(this.#context, word.index) !== undefined
    let found = false
    for (const child of trees.childrenBy(word.index, 'mark', 'advmod', 'cc')) {
      const mark = trees.word(child)
      const entries = lexicon.conjunctions.get(mark.form.toLowerCase())
      if (mark.upos === 'SCONJ' || entries) found ||= hasRelation(mark, 'mark')
      if (hasRelation(mark, 'advmod') && mark.upos === 'ADV') continue
      const entry = entries?.find(({ with: use }) => use === 'any' || (use === 'finite') === finite)
      if (entry?.modality === 'desired') this.#modality = 'desired'
      else if (entry) this.#apply(entry)
    }
    return found
  }

  /** *sollte die UNO …*, *wäre er …* with the verb first. */
  #isConditional(word: Word): boolean {
    const finite = finiteWord(this.#context, word.index)
    if (!finite) return false
    const hypothetical = finite.feats.Mood === 'Sub' && finite.feats.Tense === 'Past'
    return hypothetical || (isWord(this.#context, 'ought', finite) && finite.feats.Tense === 'Past')
  }

  #beginsWithVerb(word: Word): boolean {
    const { trees } = this.#context
    const finite = finiteWord(this.#context, word.index)
    if (!finite) return false
    const first = trees.subtree(word.index).find((at) => trees.word(at).upos !== 'PUNCT')
    return first === finite.index
  }

  /** A noun as the argument of a verb that says whether it happens, or of a noun such as *Verdacht*. */
  #fromNominal(word: Word): number | null {
    const context = this.#context
    const governor = context.trees.word(word.head)
    if (!isVerbal(governor)) return this.#ofNoun(word, governor)
    const entry = this.#embedding(governor.index)
    const passive = hasRelation(word, 'nsubj:pass')
    const subject = hasRelation(word, 'nsubj') && !passive
    if (isWord(context, 'become', governor) && hasRelation(word, 'xcomp', 'obj', 'nsubj', 'obl')) {
      this.#apply(clauseStatus(context, governor.index, this.#matched))
      return governor.index
    }
    if (!entry) return this.#onward(governor, word)
    if (
      (entry.frames.has('object') || (entry.frames.has('oblique') && hasRelation(word, 'obl'))) &&
      !subject &&
      !hasRelation(word, 'obl:agent', 'iobj') &&
      !this.#isCircumstance(word)
    ) {
      this.#embed(governor.index, entry)
      this.#apply({ negative: false, modality: clauseModality(context, governor.index) })
      return governor.index
    }
    const happens = entry.frames.has('exists') && (subject || passive || hasRelation(word, 'obj'))
    const support =
      entry.frames.has('support') && (passive || hasRelation(word, 'obj') || (hasRelation(word, 'obl') && subject))
    if (!happens && !support) return this.#onward(governor, word)
    this.#apply(clauseStatus(context, governor.index, this.#matched))
    return governor.index
  }

  /** Whether an oblique noun tells when, where or how, not what: by its time, or by a preposition that verbs do not govern. */
  #isCircumstance(word: Word): boolean {
    const { times, trees } = this.#context
    if (!hasRelation(word, 'obl')) return false
    const cases = trees.childrenBy(word.index, 'case').map((at) => trees.word(at))
    if (cases.length > 0 && !cases.some((adposition) => isWord(this.#context, 'governed', adposition))) return true
    return times.some(({ first, last }) => first <= word.index && word.index < last)
  }

  #ofNoun(word: Word, governor: Word): number | null {
    const context = this.#context
    const { lexicon } = context
    if (hasRelation(word, 'nsubj')) {
      const effect =
        lexicon.modifiers.get(governor.lemma.toLowerCase()) ?? lexicon.modifiers.get(governor.form.toLowerCase())
      if (context.trees.childBy(governor.index, 'cop') === undefined) return null
      if (!effect && (governor.upos === 'NOUN' || governor.upos === 'PROPN')) {
        this.#apply(clauseStatus(context, governor.index, this.#matched))
        return governor.index
      }
      if (!effect) return null
      const denied = isNegatedClause(context, governor.index)
      if (denied && effect.negative) this.#apply({ negative: false, modality: 'possible' })
      else this.#apply({ modality: effect.modality, negative: effect.negative !== denied })
      return null
    }
    if (hasRelation(word, 'appos')) return null
    if (isWord(context, 'case', governor)) {
      if (isCase(context, governor.index)) this.#apply({ negative: false, modality: 'conditional' })
      return null
    }
    const effect = lexicon.nouns.get(governor.lemma)
    if (!effect) return this.#onward(governor)
    this.#apply(effect)
    return governor.index
  }

  /**
   * What is not a fact by its own words (*künftige Zusammenarbeit*) shares what is said of the clause that it stands in; so does what
   * that clause would first bring about (*will mit einer Beteiligung einsteigen*).
   */
  #onward(governor: Word, word?: Word): number | null {
    const context = this.#context
    if (this.#modality !== 'actual') return governor.index
    const article = word && context.trees.childBy(word.index, 'det')
    const indefinite = article !== undefined && context.trees.word(article).feats.Definite === 'Ind'
    if (!word || !indefinite || !hasRelation(word, 'obj', 'obl', 'nsubj:pass') || this.#isCircumstance(word))
      return null
    this.#apply({ negative: false, modality: clauseModality(context, governor.index) })
    return governor.index
  }
}

/** Whether a verb takes an infinitive without *zu* (*sah ihn kommen*). */
const isPerception = (context: StatusContext, word: Word): boolean => isWord(context, 'perception', word)

/** Whether a conjunct stands after *sondern*. */
const isAgainst = (context: StatusContext, index: number): boolean =>
  context.trees
    .childrenBy(index, 'cc')
    .some((at) => context.lexicon.negation.get(context.trees.word(at).form.toLowerCase()) === 'contrast')
