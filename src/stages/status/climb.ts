import type { Modality, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { verbLemma } from '../morphology/verb-lemma.ts'
import { isWord, type StatusContext, weaker } from './context.ts'
import type { Effect, Embedding } from './lexicon.ts'
import {
  clauseModality,
  clauseStatus,
  finiteWord,
  headsClause,
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
    this.#own(trigger)
    let at: number | null = trigger
    for (let steps = 0; at !== null && steps < 30; steps++) at = this.#step(at)
    return { negative: this.#negative, modality: this.#modality, sayer: this.#sayer }
  }

  #apply(effect: { readonly negative: boolean; readonly modality: Modality | null }): void {
    if (effect.negative) this.#negative = !this.#negative
    if (effect.modality) this.#modality = weaker(this.#modality, effect.modality)
  }

  /** The words around the trigger itself. */
  #own(trigger: number): void {
    const context = this.#context
    if (headsClause(context, trigger)) this.#apply(clauseStatus(context, trigger, this.#matched))
    if (!isVerbal(context.trees.word(trigger)))
      this.#apply({
        ...nounStatus(context, trigger),
        negative: !headsClause(context, trigger) && nounStatus(context, trigger).negative,
      })
    const entry = this.#embedding(trigger)
    if (entry?.says && entry.frames.has('self')) this.#says(trigger)
  }

  /** One step up; the next place, or null where what stands above says nothing of the word. */
  #step(at: number): number | null {
    const { trees } = this.#context
    const word = trees.word(at)
    if (word.head < 0) return null
    if (hasRelation(word, 'conj')) return this.#fromConjunct(word)
    if (hasRelation(word, 'ccomp', 'csubj', 'xcomp') || (hasRelation(word, 'acl') && !hasRelation(word, 'acl:relcl')))
      return this.#fromComplement(word)
    if (hasRelation(word, 'advcl')) return this.#fromAdverbial(word)
    if (hasRelation(word, ...nominal)) return this.#fromNominal(word)
    return null
  }

  /** A conjunct shares its first's place; without a finite verb of its own also the auxiliaries. */
  #fromConjunct(word: Word): number | null {
    const context = this.#context
    const { head } = word
    if (headsClause(context, word.index) && isVerbal(context.trees.word(head)) && !finiteWord(context, word.index))
      this.#apply({ negative: false, modality: clauseModality(context, head) })
    if (!headsClause(context, word.index) && headsClause(context, head)) {
      this.#apply({ negative: false, modality: clauseModality(context, head) })
      return head
    }
    if (!headsClause(context, word.index) && !isAgainst(context, word.index))
      this.#apply({ negative: isNegatedNoun(context, head), modality: null })
    return head
  }

  #embedding(index: number): Embedding | undefined {
    const word = this.#context.trees.word(index)
    if (!isVerbal(word)) return undefined
    return this.#context.lexicon.embedding.get(verbLemma(this.#context.trees, index))
  }

  /** A clause that a verb, noun or adjective governs. */
  #fromComplement(word: Word): number | null {
    const context = this.#context
    const governor = context.trees.word(word.head)
    this.#conjunction(word)
    if (!isVerbal(governor)) return this.#governedByNoun(governor)
    const entry = this.#embedding(governor.index)
    if (entry?.frames.has('clause')) {
      this.#embed(governor.index, entry)
      return governor.index
    }
    if (!hasRelation(word, 'xcomp')) return null
    this.#apply(clauseStatus(context, governor.index, this.#matched))
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
    let at = index
    for (let steps = 0; steps < 3; steps++) {
      const passive = trees.childBy(at, 'nsubj:pass') !== undefined || trees.childBy(at, 'aux:pass') !== undefined
      const subject = passive ? trees.childBy(at, 'obl:agent') : trees.childBy(at, 'nsubj')
      if (subject !== undefined) {
        this.#sayer = subject
        return
      }
      if (passive || !hasRelation(trees.word(at), 'conj', 'xcomp')) return
      at = trees.word(at).head
    }
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
      if (entry) this.#apply(entry)
    }
    return found
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
    if (!entry) return null
    if (
      entry.frames.has('object') &&
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
    if (!happens && !support) return null
    this.#apply(clauseStatus(context, governor.index, this.#matched))
    return governor.index
  }

  /** Whether an oblique noun tells when or where, not what. */
  #isCircumstance(word: Word): boolean {
    const { times } = this.#context
    return hasRelation(word, 'obl') && times.some(({ first, last }) => first <= word.index && word.index < last)
  }

  #ofNoun(word: Word, governor: Word): number | null {
    const context = this.#context
    const { lexicon } = context
    if (hasRelation(word, 'nsubj')) {
      const effect =
        lexicon.modifiers.get(governor.lemma.toLowerCase()) ?? lexicon.modifiers.get(governor.form.toLowerCase())
      if (!effect || context.trees.childBy(governor.index, 'cop') === undefined) return null
      const denied = isNegatedClause(context, governor.index)
      if (denied && effect.negative) this.#apply({ negative: false, modality: 'possible' })
      else this.#apply({ modality: effect.modality, negative: effect.negative !== denied })
      return null
    }
    if (hasRelation(word, 'appos')) return null
    const effect = lexicon.nouns.get(governor.lemma)
    if (!effect || isWord(context, 'case', governor)) {
      if (effect) this.#apply(effect)
      return null
    }
    this.#apply(effect)
    return governor.index
  }
}

/** Whether a conjunct stands after *sondern*. */
const isAgainst = (context: StatusContext, index: number): boolean =>
  context.trees
    .childrenBy(index, 'cc')
    .some((at) => context.lexicon.negation.get(context.trees.word(at).form.toLowerCase()) === 'contrast')
