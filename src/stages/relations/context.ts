import type { Document, Entity, EntityType, Predicate, Value } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import { hasRelation, type Trees, treesOf } from '../../core/tree.ts'
import type { Gazetteer } from '../../gazetteer/index.ts'
import type { Lexicon } from '../../lexicon/index.ts'
import { predicate } from '../../rdf/vocabulary.ts'
import { repairedWords } from '../morphology/positions.ts'
import { verbLemma } from '../morphology/verb-lemma.ts'
import { headedClauses } from './clauses.ts'
import type { RelationData } from './data.ts'
import { wordsOfDatelines } from './datelines.ts'
import { measures } from './measures.ts'
import { type Participle, participleOf } from './participles.ts'
import { repairedPhrases } from './phrases.ts'
import { Predications } from './predications.ts'
import { mendedWords } from './readings.ts'
import { amountAt } from './values.ts'

export type RelationLayers = 'sentences' | 'words' | 'names' | 'times' | 'quotes' | 'coreference'

/** Something that fills a subject's or object's place: an entity or a literal, with the word that stands there. */
export interface Filler {
  readonly head: number
  readonly entity: number | null
  readonly value: Value | null
}

/** What all rules look at: the document's layers, indexed. Built once a document. */
export class RelationContext {
  readonly document: Document<RelationLayers>
  readonly data: RelationData
  readonly trees: Trees
  readonly predications: Predications
  readonly #gazetteer: Gazetteer
  readonly #lexicon: Lexicon
  readonly #entityAt: Int32Array
  readonly #possessiveAt = new Map<number, number>()
  readonly #derivationAt = new Map<number, number>()
  readonly #timeAt: Int32Array
  readonly #sources = new Set<number>()
  readonly #cues: ReadonlySet<number>

  constructor(document: Document<RelationLayers>, data: RelationData, gazetteer: Gazetteer, lexicon: Lexicon) {
    const tagged = mendedWords(document, lexicon, data.copulas)
    const repaired = headedClauses(repairedWords(repairedPhrases(tagged), [measures(isMeasure(data))]))
    this.document = { ...document, words: repaired }
    this.data = data
    this.#gazetteer = gazetteer
    this.#lexicon = lexicon
    this.trees = treesOf(repaired)
    this.predications = new Predications(
      this.trees,
      data,
      (index) => this.#verbLemma(index),
      (index) => this.participleOf(index),
      (index) => this.#isActor(index),
    )
    const { words, times, coreference } = this.document
    this.#entityAt = new Int32Array(words.length).fill(-1)
    this.#timeAt = new Int32Array(words.length).fill(-1)
    this.#cues = new Set(document.quotes.flatMap(({ cue }) => (cue ? [cue.head] : [])))
    for (const { form, speaker, cue } of document.quotes)
      if (form === 'reported')
        for (const part of [speaker, cue]) if (part) for (const word of this.#wordsOf(part)) this.#sources.add(word)
    for (const [i, time] of times.entries()) this.#timeAt.fill(i, time.first, time.last)
    for (const mention of coreference.mentions) {
      if (mention.kind === 'derivation') this.#derivationAt.set(mention.head, mention.entity)
      else if (mention.kind === 'possessive') this.#possessiveAt.set(mention.head, mention.entity)
      else if (mention.kind !== 'coordination') this.#entityAt[mention.head] = mention.entity
    }
    for (const mention of coreference.mentions)
      if (mention.kind === 'name')
        for (let i = mention.first; i < mention.last; i++)
          if (this.#entityAt[i]! < 0) this.#entityAt[i] = mention.entity
    for (const word of words) {
      const relative = word.feats.PronType?.includes('Rel') || data.relativeAdverbs.has(word.form)
      if (!relative || this.#entityAt[word.index]! >= 0) continue
      const antecedent = this.#antecedent(word.index)
      if (antecedent !== undefined) this.#entityAt[word.index] = this.#entityAt[antecedent]!
    }
    for (const word of wordsOfDatelines(document)) this.#entityAt[word] = -1
    if (document.unrelatedSentences) return
    for (const word of words)
      if (data.eventAdverbs.has(word.form.toLowerCase()) && this.#entityAt[word.index]! < 0)
        this.#entityAt[word.index] = this.#eventBefore(word.index) ?? -1
  }

  /** The participle that an adjective is, where no wording knows it as an adjective. */
  participleOf(index: number): Participle | undefined {
    const { trees, data } = this
    if (data.frames.noun('pred', trees.word(index).form).frames.length > 0) return undefined
    return participleOf(trees, this.#lexicon, data.lexicalisedParticiples, index)
  }

  /** Words of a span, outwards from its head. */
  #wordsOf({ head, start, end }: Span & { readonly head: number }): number[] {
    const { words } = this.document
    let first = head
    let last = head
    while (first > 0 && words[first - 1]!.start >= start) first--
    while (last + 1 < words.length && words[last + 1]!.end <= end) last++
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }

  /** Whether the word stands for somebody, or for something that acts as one. */
  #isActor(index: number): boolean {
    const entity = this.entityAt(index)
    return entity !== undefined && this.hasType(entity, ['Person', 'Organization', 'Group'])
  }

  /** Dictionary form with the separable prefix joined; the end of *von Rom aus* is none. */
  #verbLemma(index: number): string {
    const { trees, data } = this
    const participle = this.participleOf(index)
    if (participle !== undefined) return participle.verb
    const prefixes = trees.childrenBy(index, 'compound:prt')
    // Of two (*wanderte zusammen mit ihm aus*) the one counts that makes a verb.
    if (prefixes.length > 1) {
      const { lemma } = trees.word(index)
      const joined = prefixes.map((p) => trees.word(p).form.toLowerCase() + lemma)
      const known = joined.find((verb) => this.#lexicon.exact(verb).some((reading) => reading.upos === 'VERB'))
      if (known !== undefined) return known
    }
    const prefix = prefixes[0]
    if (prefix === undefined) return this.#withAdjective(index) ?? verbLemma(trees, index)
    if (data.noPrefixes.has(trees.word(prefix).form)) return trees.word(index).lemma
    if (prefix > 0) {
      const opens = data.circumpositions.get(trees.word(prefix).form)
      const opening = trees.childrenBy(prefix - 1, 'case').some((c) => trees.word(c).form.toLowerCase() === opens)
      if (opening && data.frames.verb(verbLemma(trees, index)).length === 0) return trees.word(index).lemma
    }
    return verbLemma(trees, index)
  }

  /** *Sicherstellen* of *stellte die Beute sicher*: a verb that the dictionary writes with the adjective at the end of its clause. */
  #withAdjective(index: number): string | undefined {
    const { trees } = this
    const { lemma, feats } = trees.word(index)
    const last = trees.childrenBy(index, 'xcomp', 'advmod').findLast((child) => child > index)
    if (feats.VerbForm !== 'Fin' || last === undefined || !['ADJ', 'ADV'].includes(trees.word(last).upos))
      return undefined
    const next = trees.words[last + 1]
    if (next !== undefined && next.upos !== 'PUNCT' && next.upos !== 'CCONJ') return undefined
    const verb = trees.word(last).form.toLowerCase() + lemma
    return this.#lexicon.exact(verb).some(({ upos, lemma: own }) => upos === 'VERB' && own === verb) ? verb : undefined
  }

  /** Whether the word says that something is said (*sagte*, *zitiert*). */
  isCue(word: number): boolean {
    return this.#cues.has(word)
  }

  /** Whether the word names who is the source of a quotation, so that it is no part of what is said. */
  isSource(word: number): boolean {
    return this.#sources.has(word)
  }

  /** The event that *dabei* refers to: the last one spoken of before, a subject rather than another. */
  #eventBefore(adverb: number): number | undefined {
    const { words, coreference } = this.document
    let found: number | undefined
    for (const mention of coreference.mentions) {
      if (mention.head >= adverb || this.entity(mention.entity).type !== 'Event' || mention.kind === 'derivation')
        continue
      if (words[mention.head]!.sentence < words[adverb]!.sentence - 1) continue
      const subject = hasRelation(words[mention.head]!, 'nsubj')
      if (found === undefined || subject || !hasRelation(words[coreference.mentions[found]!.head]!, 'nsubj'))
        found = coreference.mentions.indexOf(mention)
    }
    return found === undefined ? undefined : coreference.mentions[found]!.entity
  }

  /**
   * The noun that a relative pronoun stands for: the one that its clause hangs on, or, where gender or number speak against that, the
   * nearest before the clause that agrees.
   */
  #antecedent(pronoun: number): number | undefined {
    const { trees } = this
    const clause = [pronoun, ...trees.ancestors(pronoun)].find(
      (a) => hasRelation(trees.word(a), 'acl') && trees.word(a).head < pronoun,
    )
    if (clause === undefined) return undefined
    const { head } = trees.word(clause)
    if (head < 0) return undefined
    const last = this.conjuncts(head).findLast((conjunct) => conjunct < pronoun) ?? head
    const single = this.#numberOf(pronoun) === 'Sing'
    if (this.#agrees(pronoun, single ? last : head)) return single ? last : head
    const { sentence } = trees.word(pronoun)
    for (let at = pronoun - 1; at >= 0 && trees.word(at).sentence === sentence; at--)
      if (this.#entityAt[at]! >= 0 && trees.word(at).upos !== 'PRON' && this.#agrees(pronoun, at)) return at
    return head
  }

  /** Number of a relative pronoun: of *die* as a subject its verb knows better. */
  #numberOf(pronoun: number): string | undefined {
    const { trees } = this
    const word = trees.word(pronoun)
    if (!hasRelation(word, 'nsubj') || word.head < 0) return word.feats.Number
    const finite = [word.head, ...trees.childrenBy(word.head, 'aux', 'cop')]
      .map((index) => trees.word(index).feats)
      .find((feats) => feats.VerbForm === 'Fin')
    return finite?.Number ?? word.feats.Number
  }

  #agrees(pronoun: number, noun: number): boolean {
    const [a, b] = [this.trees.word(pronoun).feats, this.trees.word(noun).feats]
    const number = this.#numberOf(pronoun)
    if (number && b.Number && number !== b.Number && this.conjuncts(noun).length === 1) return false
    return number === 'Plur' || !a.Gender || !b.Gender || a.Gender === b.Gender
  }

  /** A relation of the ontology as a predicate, stated by `lemma`. The lexicon was checked against the ontology when it was loaded. */
  predicate(name: string, lemma: string): Predicate {
    const record = this.data.vocabulary.relation(name)
    if (!record) throw new RangeError(`RelationContext.predicate: no relation "${name}"`)
    return predicate(record, lemma)
  }

  entity(index: number): Entity {
    return this.document.coreference.entities[index]!
  }

  /** Index of the entity that the word stands for, or undefined. */
  entityAt(word: number): number | undefined {
    const entity = this.#entityAt[word]
    return entity === undefined || entity < 0 ? undefined : entity
  }

  possessorAt(word: number): number | undefined {
    return this.#possessiveAt.get(word)
  }

  /** The entity that an adjective or a compound's first part is made of (*russisch*, *US-Präsident*). */
  derivationAt(word: number): number | undefined {
    return this.#derivationAt.get(word)
  }

  /** Whether the word is the adjective of a city (*Moskauer*). */
  isCityAdjective(word: number): boolean {
    return this.#gazetteer.adjective(this.trees.word(word).form)?.kind === 'city'
  }

  #demonym(word: number): string | undefined {
    const { form, lemma } = this.trees.word(word)
    return (this.#gazetteer.demonym(form) ?? this.#gazetteer.demonym(lemma))?.place
  }

  /** Whether the noun says where somebody comes from (*der Spanier*). */
  isDemonym(word: number): boolean {
    return this.#demonym(word) !== undefined
  }

  /** The country that a noun says somebody comes from, where the text speaks of it. */
  peopleOf(word: number): Filler | undefined {
    const label = this.#demonym(word)
    const { entities } = this.document.coreference
    const entity = label === undefined ? -1 : entities.findIndex((e) => e.type === 'Place' && e.label === label)
    return entity < 0 ? undefined : { head: word, entity, value: null }
  }

  isCountry(entity: number): boolean {
    return this.entity(entity).named && this.#gazetteer.country(this.entity(entity).label) !== null
  }

  /** Whether the word begins the name of a city of two words (*Wiener Neustadt*). */
  beginsCity(word: number): boolean {
    const next = this.trees.words[word + 1]
    return next !== undefined && this.#gazetteer.isCity(`${this.trees.word(word).form} ${next.form}`)
  }

  /** Index of the time expression that the word belongs to, or undefined. */
  timeAt(word: number): number | undefined {
    const time = this.#timeAt[word]
    return time === undefined || time < 0 ? undefined : time
  }

  /** Whether the entity is known by more than pronouns and may stand in a claim. */
  isReferent(entity: number): boolean {
    return this.entity(entity).names.length > 0
  }

  hasType(entity: number, types: readonly EntityType[] | null): boolean {
    return types === null || types.includes(this.entity(entity).type)
  }

  /** The nominals coordinated with a head, itself first, denied ones left out; without any conjunction between them they are appositions. */
  conjuncts(head: number): number[] {
    const first = this.#listed(head)
    const out = [first]
    let joined = false
    for (let i = 0; i < out.length; i++)
      for (const child of this.#conjoined(out[i]!))
        if (child > out[i]! && !out.includes(child) && this.#isNominal(child) && !this.#isDenied(child)) {
          out.push(child)
          joined ||= this.trees.childBy(child, 'cc') !== undefined
        }
    return joined ? out : [first]
  }

  /** What is coordinated with a nominal, or with the name beside it (*der Physiker Hans Huber und der Ingenieur Karl Maier*). */
  #conjoined(head: number): number[] {
    const { trees } = this
    const name = trees.childrenBy(head, 'appos', 'flat').find((c) => c === head + 1 && trees.word(c).upos === 'PROPN')
    return [head, ...(name === undefined ? [] : [name])].flatMap((at) => trees.childrenBy(at, 'conj'))
  }

  /** *nicht das Tribunal*, but not *nicht zuletzt das Tribunal*. */
  #isDenied(conjunct: number): boolean {
    return this.trees.childrenBy(conjunct, 'advmod').some((child) => {
      const { upos, feats } = this.trees.word(child)
      return (
        child < conjunct && upos === 'PART' && feats.Polarity === 'Neg' && this.trees.word(child + 1).upos !== 'ADV'
      )
    })
  }

  /** Of *die Städte Adschdabiya und Misrata* the first name, which the others are coordinated with; else the head itself. */
  #listed(head: number): number {
    const name =
      this.trees.childBy(head, 'appos', 'flat') ??
      // Treebanks waver between apposition and modifier for the bare name beside its noun.
      this.trees
        .childrenBy(head, 'nmod')
        .find(
          (c) =>
            c === head + 1 &&
            this.trees.word(c).upos === 'PROPN' &&
            this.trees.word(c).lemma === this.trees.word(c).form,
        )
    const plural = this.trees.word(head).feats.Number === 'Plur' && this.trees.word(head).upos === 'NOUN'
    if (!plural || name === undefined || this.trees.childBy(name, 'conj') === undefined) return head
    // *Die Bauern aus dem Gebirge (Axams und Grinzens)* are not called so.
    const between = this.trees.words.slice(head + 1, name)
    return between.some(({ form }) => form === '(') ? head : name
  }

  #isNominal(index: number): boolean {
    const word = this.trees.word(index)
    if (word.upos === 'VERB' || word.upos === 'AUX' || word.upos === 'ADV') return false
    return this.entityAt(index) !== undefined || word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'NUM'
  }

  /** Entities at a head and at what is coordinated with it; an entity that stands for several gives its members. */
  entitiesAt(head: number): Filler[] {
    const out: Filler[] = []
    for (const word of this.conjuncts(head)) {
      const entity = this.entityAt(word)
      if (entity === undefined) continue
      const members = this.entity(entity).members
      for (const one of members.length > 0 ? members : [entity])
        if (!out.some((f) => f.entity === one)) out.push({ head: word, entity: one, value: null })
    }
    return out
  }

  /** Whether an adjective (*ehemalig*, *stellvertretend*) or a prefix (*Ex-*) says that the role is not held, or not now. */
  isNoHolder(noun: number): boolean {
    return this.noHolderMark(noun) !== undefined
  }

  /** Index of the word that says so. */
  noHolderMark(noun: number): number | undefined {
    const { trees, data } = this
    if (data.noHolderMarks.has(trees.word(noun).form.split('-')[0]!)) return noun
    const prefix = noun - 2
    if (prefix >= 0 && data.noHolderMarks.has(trees.word(prefix).form) && !trees.word(noun).spaceBefore) return prefix
    return trees.children(noun).find((child) => child < noun && data.noHolderMarks.has(trees.word(child).lemma))
  }

  /** Whether the word says who comes how far (*auf dem dritten Platz*). */
  isRank(noun: number): boolean {
    const { trees, data } = this
    return (
      data.ranks.has(trees.word(noun).lemma) &&
      trees.childrenBy(noun, 'amod', 'nummod', 'flat', 'appos').some((child) => {
        const { feats, upos } = trees.word(child)
        return feats.NumType !== undefined || upos === 'NUM' || data.numbers.has(trees.word(child).form)
      })
    )
  }

  amountsAt(head: number): Filler[] {
    const value = amountAt(this.trees, this.document.text, head, this.data)
    return value ? [{ head, entity: null, value }] : []
  }
}

/** *Tonnen*, *Prozent*; a stretch of time only as what somebody is sentenced to (*zu acht Jahren Haft*), as it may stand for itself. */
const isMeasure =
  ({ measures, timeMeasures, eventGoal }: RelationData) =>
  (trees: Trees, noun: number): boolean => {
    const { lemma } = trees.word(noun)
    const sentenced = trees.childrenBy(noun, 'case').some((c) => trees.word(c).form === eventGoal)
    return measures.has(lemma) || (timeMeasures.has(lemma) && sentenced)
  }
