import type { Modality, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { subjectOf } from '../quotes/clauses.ts'
import { finiteWord, headsClause, isVerbal } from './clause.ts'
import { isWord, type StatusContext, weaker } from './context.ts'
import {
  beginsWithVerb,
  hasComplementizer,
  hasOwnFinite,
  isAgainst,
  isBareInfinitive,
  isConditional,
  isPerception,
  isRelative,
} from './forms.ts'
import { embeddingOf, governs, isVerbLike, judgementOf } from './governors.ts'
import type { Effect, Embedding } from './lexicon.ts'
import { clauseModality, clauseStatus, isCase, isOutcome, isOwnClaim, modifierOf, nounStatus } from './local.ts'
import { isNegatedClause, isNegatedNoun } from './negation.ts'
import { isAgent } from './speakers.ts'

/** What the place in the tree says of a word: whether it is denied, how sure it is, and the word that names who says so by a verb. */
export interface Reading {
  readonly negative: boolean
  readonly modality: Modality
  /** Index of the head of the phrase that names who says so, or null. */
  readonly sayer: number | null
  /** The highest word that was reached, and the verbs whose effect was counted. */
  readonly top: number
  readonly passed: ReadonlySet<number>
}

const nominal = ['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'appos']

/** Climbs from a word to the root and gathers what is said of it on the way. */
export class Climb {
  readonly #context: StatusContext
  readonly #matched: readonly number[]
  #negative = false
  #modality: Modality = 'actual'
  #sayer: number | null = null
  readonly #passed = new Set<number>()

  constructor(context: StatusContext, matched: readonly number[]) {
    this.#context = context
    this.#matched = matched
  }

  read(trigger: number): Reading {
    const start = this.#start(trigger)
    this.#own(start)
    let at: number | null = start
    let top = start
    for (let steps = 0; at !== null && steps < 30; steps++) {
      top = at
      at = this.#step(at)
    }
    return { negative: this.#negative, modality: this.#modality, sayer: this.#sayer, top, passed: this.#passed }
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
      if (effect?.modality === 'possible' && effect.of === null && !effect.says) this.#apply(effect)
    }
    this.#misplacedNoun(word)
    const entry = embeddingOf(context, trigger)
    if ((entry?.says && entry.frames.has('self')) || isOwnClaim(context, trigger)) this.#says(trigger)
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
    if (hasRelation(word, 'ccomp', 'csubj', 'xcomp') || (hasRelation(word, 'acl') && !isRelative(this.#context, word)))
      return this.#fromComplement(word)
    if (hasRelation(word, 'advcl') && hasComplementizer(this.#context, word)) return this.#fromComplement(word)
    if (hasRelation(word, 'advcl'))
      return trees.childBy(at, 'cc') === undefined ? this.#fromAdverbial(word) : this.#fromConjunct(word)
    if (hasRelation(word, ...nominal)) return this.#fromNominal(word)
    if (hasRelation(word, 'parataxis') && beginsWithVerb(this.#context, word) && isConditional(this.#context, word))
      this.#apply({ negative: false, modality: 'conditional' })
    return null
  }

  /** A conjunct shares its first's place; without a finite verb of its own also the auxiliaries. */
  #fromConjunct(word: Word): number | null {
    const context = this.#context
    const { head } = word
    this.#misplacedNoun(context.trees.word(head))
    if (headsClause(context, word.index) && isVerbal(context.trees.word(head)) && !hasOwnFinite(this.#context, word))
      this.#apply({ negative: false, modality: clauseModality(context, head) })
    if (!headsClause(context, word.index) && headsClause(context, head)) {
      this.#apply({ negative: false, modality: clauseModality(context, head) })
      return head
    }
    if (!headsClause(context, word.index) && !isAgainst(context, word.index))
      this.#apply({ negative: isNegatedNoun(context, head), modality: null })
    return head
  }

  /** A clause that a verb, noun or adjective governs. */
  #fromComplement(word: Word): number | null {
    const context = this.#context
    const governor = context.trees.word(word.head)
    if (beginsWithVerb(this.#context, word) && isConditional(this.#context, word)) {
      this.#apply({ negative: false, modality: 'conditional' })
      return null
    }
    this.#conjunction(word)
    if (!isVerbal(governor)) {
      const verb = this.#addresser(governor)
      return verb === undefined ? this.#governedByNoun(governor) : this.#fromComplement({ ...word, head: verb })
    }
    if (isBareInfinitive(this.#context, word) && !isPerception(context, governor)) return this.#besideGovernor(governor)
    const judgement = judgementOf(context, governor.index)
    if (judgement) return this.#judge(governor, judgement)
    const entry = embeddingOf(context, governor.index, word.index)
    if (entry?.frames.has('clause')) {
      this.#embed(governor.index, entry)
      return governor.index
    }
    const light = this.#lightNoun(word, governor)
    if (light !== undefined) return this.#governedByNoun(context.trees.word(light))
    // *Führte dazu, dass …*: what comes of a deed is as sure as the deed.
    const outcome = context.trees.children(governor.index).some((c) => isWord(context, 'effect', context.trees.word(c)))
    if (!hasRelation(word, 'xcomp') && !outcome) return null
    this.#apply(clauseStatus(context, governor.index, this.#matched))
    return governor.index
  }

  /** *es besteht die Gefahr, dass …*, *den Plan fassen, … zu …*: the noun that the clause belongs to, beside it below a verb. */
  #lightNoun(word: Word, governor: Word): number | undefined {
    const { trees, words } = this.#context
    if (isWord(this.#context, 'fulfilled', governor)) return undefined
    const first = trees.subtree(word.index).find((at) => trees.word(at).upos !== 'PUNCT') ?? word.index
    const finite = finiteWord(this.#context, word.index) !== undefined
    const { correlates } = this.#context.lexicon
    const isBetween = (between: Word): boolean =>
      between.upos === 'PUNCT' || isVerbal(between) || correlates.has(between.form.toLowerCase())
    return trees.childrenBy(governor.index, 'obj', 'nsubj', 'obl', 'xcomp').find((at) => {
      if (at >= first || !governs(this.#context, at, word.index)) return false
      let before = first - 1
      while (before > at && isBetween(words[before] as Word)) before--
      return !finite || before === at
    })
  }

  /** *bat die Gläubiger, … zu …*, *gab bekannt, …*: the verb, where the parser gives the clause to its object or to a separate part of it. */
  #addresser(noun: Word): number | undefined {
    const { lexicon } = this.#context
    const separate = noun.upos === 'ADJ' || noun.upos === 'ADV'
    if (separate && hasRelation(noun, 'xcomp', 'advmod', 'compound:prt') && !modifierOf(this.#context, noun))
      return isVerbal(this.#context.trees.word(noun.head)) ? noun.head : undefined
    if (!hasRelation(noun, 'obj', 'iobj', 'obl') || lexicon.nouns.has(noun.lemma)) return undefined
    return embeddingOf(this.#context, noun.head)?.frames.has('clause') ? noun.head : undefined
  }

  #besideGovernor(governor: Word): number {
    this.#apply({ negative: false, modality: clauseModality(this.#context, governor.index) })
    return governor.index
  }

  #embed(index: number, entry: Embedding): void {
    const context = this.#context
    this.#passed.add(index)
    const denied = isNegatedClause(context, index)
    if (entry.negation === 'flips' && denied && entry.negative) this.#apply({ negative: false, modality: 'possible' })
    else this.#apply({ modality: entry.modality, negative: entry.negative !== (entry.negation !== null && denied) })
    if (entry.says) {
      this.#says(index, entry.frames.has('exists'))
      if (entry.modality === null && entry.frames.has('clause') && this.#isUnclaimed(index))
        this.#apply({ negative: false, modality: 'possible' })
    } else if (entry.negation !== null && entry.modality === null)
      this.#apply({ negative: false, modality: clauseModality(context, index) })
  }

  /** *Ihm wird vorgeworfen, …*: a passive that does not tell who says so. */
  #isUnclaimed(index: number): boolean {
    const { trees } = this.#context
    return trees.childBy(index, 'aux:pass') !== undefined && trees.childBy(index, 'obl:agent') === undefined
  }

  /** The innermost who says so is kept. `agent`: only who can do so (*die Brücke droht einzustürzen*). */
  #says(index: number, agent = false): void {
    const { trees } = this.#context
    if (this.#sayer !== null) return
    const state = trees.word(index).upos === 'ADJ' && trees.childBy(index, 'cop') !== undefined
    const passive = state || trees.childBy(index, 'nsubj:pass', 'aux:pass') !== undefined
    const subject = passive ? trees.childBy(index, 'obl:agent') : subjectOf(trees, index)
    if (subject === undefined || trees.word(subject).feats.Person === '1' || trees.word(subject).upos === 'DET') return
    if (!agent || isAgent(this.#context, subject)) this.#sayer = subject
  }

  /** *hält es für ausgeschlossen, dass …*, *gilt als möglich* */
  #judge(verb: Word, effect: Effect): number {
    const context = this.#context
    this.#passed.add(verb.index)
    this.#deny(effect, isNegatedClause(context, verb.index))
    if (isWord(context, 'judging', verb)) this.#says(verb.index)
    return verb.index
  }

  /** An effect under a negation: what is not excluded is possible. */
  #deny(effect: Effect, denied: boolean): void {
    if (denied && effect.negative) this.#apply({ negative: false, modality: 'possible' })
    else this.#apply({ modality: effect.modality, negative: effect.negative !== denied })
  }

  /** *die Hoffnung, dass …*, *nicht die Absicht, … zu …*, *es ist möglich, dass …* */
  #governedByNoun(governor: Word): number | null {
    const context = this.#context
    const { trees, lexicon } = context
    const effect: Effect | undefined = lexicon.nouns.get(governor.lemma) ?? modifierOf(context, governor)
    if (!effect) return null
    if (governor.head >= 0 && isWord(context, 'fulfilled', trees.word(governor.head))) return null
    const argument = hasRelation(governor, 'obj', 'obl', 'nsubj', 'xcomp', 'advmod')
    const above = argument && governor.head >= 0 ? governor.head : -1
    const verb = above >= 0 && isVerbal(trees.word(above))
    const denied =
      isNegatedNoun(context, governor.index) ||
      (headsClause(context, governor.index) && isNegatedClause(context, governor.index)) ||
      (verb && isNegatedClause(context, above))
    const entry = verb ? embeddingOf(context, above, governor.index) : undefined
    const undone = entry?.negative && (entry.frames.has('outcome') || this.#isObject(governor, entry))
    if (entry && undone) this.#embed(above, entry)
    else this.#deny(effect, denied)
    this.#saysOwner(governor)
    if (verb && isWord(context, 'judging', trees.word(above))) this.#says(above)
    return null
  }

  /** *die Forderung der Opposition, …*: whoever the noun belongs to says so. */
  #saysOwner(noun: Word): void {
    const { lexicon, trees } = this.#context
    if (this.#sayer !== null || !lexicon.nouns.get(noun.lemma)?.says) return
    const owner = trees
      .childrenBy(noun.index, 'nmod', 'det:poss')
      .find((at) => trees.childBy(at, 'case') === undefined && isAgent(this.#context, at))
    if (owner !== undefined) this.#sayer = owner
  }

  /** *um … zu*, *ohne … zu*, *wenn …*, *sollte die UNO …* */
  #fromAdverbial(word: Word): number | null {
    if (!this.#conjunction(word) && beginsWithVerb(this.#context, word))
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
      const next = trees.words[child + 1]
      const pair = next?.head === word.index ? `${mark.form} ${next.form}`.toLowerCase() : ''
      const entries = lexicon.conjunctions.get(pair) ?? lexicon.conjunctions.get(mark.form.toLowerCase())
      if (mark.upos === 'SCONJ' || entries) found ||= hasRelation(mark, 'mark')
      if (hasRelation(mark, 'advmod') && mark.upos === 'ADV') continue
      const entry = entries?.find(({ with: use }) => use === 'any' || (use === 'finite') === finite)
      if (entry?.modality === 'desired') this.#modality = 'desired'
      else if (entry) this.#apply(entry)
    }
    return found
  }

  /** A noun as the argument of a verb that says whether it happens, or of a noun such as *Verdacht*. */
  #fromNominal(word: Word): number | null {
    const context = this.#context
    const governor = context.trees.word(word.head)
    if (!isVerbLike(context, governor)) return this.#ofNoun(word, governor)
    const entry = embeddingOf(context, governor.index, word.index)
    const passive = hasRelation(word, 'nsubj:pass')
    const subject = hasRelation(word, 'nsubj') && !passive
    if (isWord(context, 'become', governor) && hasRelation(word, 'xcomp', 'obj', 'nsubj', 'obl')) {
      this.#apply(clauseStatus(context, governor.index, this.#matched))
      return governor.index
    }
    const judgement = judgementOf(context, governor.index)
    if (judgement && (isWord(context, 'judging', governor) ? passive || hasRelation(word, 'obj') : subject))
      return this.#judge(governor, judgement)
    if (!entry) return this.#onward(governor, word)
    const happens =
      (entry.frames.has('exists') && (subject || passive || hasRelation(word, 'obj'))) ||
      (entry.frames.has('outcome') && subject && isOutcome(context, word))
    if (!happens && !subject && this.#isObject(word, entry)) {
      this.#embed(governor.index, entry)
      this.#apply({ negative: false, modality: clauseModality(context, governor.index) })
      return governor.index
    }
    const support =
      entry.frames.has('support') && (passive || hasRelation(word, 'obj') || (hasRelation(word, 'obl') && subject))
    if (!happens && !support) return this.#onward(governor, word)
    if (happens) this.#apply(entry)
    this.#apply(clauseStatus(context, governor.index, this.#matched))
    return governor.index
  }

  /** Whether a noun is what a verb governs, by the verb's frames. */
  #isObject(word: Word, { frames, particular }: Embedding): boolean {
    if (hasRelation(word, 'obl:agent')) return false
    const dative = hasRelation(word, 'iobj', 'obl:arg') || (hasRelation(word, 'obj') && word.feats.Case === 'Dat')
    if (frames.has('dative') && dative) return true
    if (hasRelation(word, 'iobj') || (this.#isCircumstance(word) && !particular)) return false
    return frames.has('object') || (frames.has('oblique') && hasRelation(word, 'obl'))
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
      const modifier = modifierOf(context, governor)
      const effect = modifier?.use === 'clause' ? undefined : modifier
      if (context.trees.childBy(governor.index, 'cop') === undefined) return null
      if (!effect && (governor.upos === 'NOUN' || governor.upos === 'PROPN')) {
        this.#apply(clauseStatus(context, governor.index, this.#matched))
        return governor.index
      }
      if (!effect) return null
      this.#deny(effect, isNegatedClause(context, governor.index))
      return null
    }
    if (hasRelation(word, 'appos')) return null
    if (isWord(context, 'case', governor)) {
      if (isCase(context, governor.index)) this.#apply({ negative: false, modality: 'conditional' })
      return null
    }
    const effect = lexicon.nouns.get(governor.lemma)
    if (!effect || !governs(context, governor.index, word.index)) return this.#onward(governor)
    this.#apply(effect)
    this.#saysOwner(governor)
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
    const indefinite =
      article === undefined ? word?.feats.Number === 'Plur' : context.trees.word(article).feats.Definite === 'Ind'
    if (!word || !indefinite || !hasRelation(word, 'obj', 'obl', 'nsubj:pass') || this.#isCircumstance(word))
      return null
    this.#apply({ negative: false, modality: clauseModality(context, governor.index) })
    return governor.index
  }
}
