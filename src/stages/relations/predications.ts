import type { Word } from '../../core/document.ts'
import { caseOf, hasRelation, type Trees } from '../../core/tree.ts'
import { type Argument, prepositionOf } from './arguments.ts'
import type { RelationData } from './data.ts'
import { deedNounOf, toldBy } from './deeds.ts'
import type { Participle } from './participles.ts'
import { hasArticle, settleDatives, settleSubjects } from './subjects.ts'
import { limitStart } from './values.ts'

/** A verb, or a noun or adjective that *sein* makes a predicate, with its arguments. */
export interface Predication {
  readonly anchor: number
  readonly lemma: string
  readonly arguments: readonly Argument[]
  readonly passive: boolean
  readonly reflexive: boolean
  /** Whether a participle leaves open if its noun, the last argument, is the subject or the object (*verendet*, *erobert*). */
  readonly ambiguous: boolean
}

const isNominal = (word: Word): boolean =>
  word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'PRON' || word.upos === 'NUM' || word.upos === 'X'

/** What may stand between verbs that are joined (*aufgebrochen, durchsucht und beschädigt*). */
const JOINTS: ReadonlySet<string> = new Set(['CCONJ', 'PUNCT', 'PART', 'VERB'])

/** *Den Wert beziffert der Focus*: an article that can only be accusative outweighs the parser. */
function hasAccusativeDeterminer(trees: Trees, noun: number): boolean {
  const article = trees.childBy(noun, 'det')
  return article !== undefined && trees.word(article).feats.Case === 'Acc' && trees.word(noun).feats.Gender === 'Masc'
}

/** Predications of a document's trees, computed on demand and kept. */
export class Predications {
  readonly #trees: Trees
  readonly #data: RelationData
  readonly #lemmaOf: (index: number) => string
  readonly #participleOf: (index: number) => Participle | undefined
  readonly #isActor: (index: number) => boolean
  readonly #known = new Map<number, Predication>()

  /**
   * @param lemmaOf dictionary form of a verb
   * @param participleOf the participle that an adjective is, if it counts as a verb
   * @param isActor whether a word stands for somebody who acts
   */
  constructor(
    trees: Trees,
    data: RelationData,
    lemmaOf: (index: number) => string,
    participleOf: (index: number) => Participle | undefined,
    isActor: (index: number) => boolean,
  ) {
    this.#participleOf = participleOf
    this.#isActor = isActor
    this.#trees = trees
    this.#data = data
    this.#lemmaOf = lemmaOf
  }

  /** Whether the word is a verb (not an auxiliary), or a participle before a noun with dependents of its own. */
  isPredicate(index: number): boolean {
    const word = this.#trees.word(index)
    if (word.upos === 'VERB') return true
    if (this.#trees.childBy(index, 'cop') !== undefined) return word.upos !== 'AUX'
    return this.isParticiple(index) && this.#trees.childBy(index, 'obl', 'nsubj', 'obj', 'nmod') !== undefined
  }

  isParticiple(index: number): boolean {
    const word = this.#trees.word(index)
    if ((word.upos !== 'ADJ' && word.upos !== 'VERB') || !hasRelation(word, 'amod')) return false
    return word.feats.VerbForm === 'Part' || this.#participleOf(index) !== undefined
  }

  /**
   * Whether a verb is in the passive: *werden* with a participle. *Sein* with a participle may be a perfect (*ist eingetroffen*) or a state
   * (*ist abgeriegelt*), whatever the parser calls it: `open`.
   */
  #voiceOf(index: number): 'active' | 'passive' | 'open' {
    const trees = this.#trees
    const word = trees.word(index)
    const verbal = word.upos === 'ADJ' && this.#participleOf(index) !== undefined
    if ((word.upos !== 'VERB' && !verbal) || word.feats.VerbForm === 'Inf') return 'active'
    const participle = verbal || word.feats.VerbForm === 'Part'
    const auxiliaries = this.#auxiliariesOf(index).map((a) => trees.word(a))
    if (auxiliaries.some((a) => a.lemma === this.#data.passiveAuxiliary))
      return participle || word.feats.VerbForm === undefined ? 'passive' : 'active'
    const state = participle && auxiliaries.some((a) => this.#data.copulas.has(a.lemma))
    return state && trees.childBy(index, 'obj') === undefined ? 'open' : 'active'
  }

  /** Its own auxiliaries; of coordinated participles, those of the one that has them (*wurde gestoppt und der Rest umgeleitet*). */
  #auxiliariesOf(index: number): number[] {
    const trees = this.#trees
    const own = trees.childrenBy(index, 'aux', 'cop')
    const word = trees.word(index)
    if (own.length > 0 || word.feats.VerbForm !== 'Part') return own
    const partners = hasRelation(word, 'conj') ? [word.head] : trees.childrenBy(index, 'conj')
    return (
      partners
        .filter((one) => trees.word(one).feats.VerbForm === 'Part')
        .map((one) => trees.childrenBy(one, 'aux'))
        .find((shared) => shared.length > 0) ?? own
    )
  }

  of(index: number): Predication {
    let found = this.#known.get(index)
    if (!found) {
      found = this.#compute(index)
      this.#known.set(index, found)
    }
    return found
  }

  #compute(index: number): Predication {
    const trees = this.#trees
    const voice = this.#voiceOf(index)
    const passive = voice === 'passive'
    const attributive = this.isParticiple(index)
    let reflexive = false
    const found: Argument[] = []
    for (const child of trees.children(index)) {
      const word = trees.word(child)
      if (word.feats.Reflex === 'Yes' || word.lemma === this.#data.reflexive) {
        // *Bei sich* makes no verb reflexive.
        reflexive ||= trees.childBy(child, 'case') === undefined
        continue
      }
      if (this.#isAmountPhrase(child)) continue
      const role = this.#roleOf(index, word, passive)
      if (role) found.push({ role, head: child })
      // So do phrases on a predicate that is no clause of its own (*steht punktgleich vor Kroatien*).
      const adverbial =
        hasRelation(word, 'xcomp') && word.feats.VerbForm !== 'Inf' && trees.childBy(child, 'mark') === undefined
      // Parsers hang phrases on an adverb before them (*fliegt weiter zum Gipfel*) that belong to the verb.
      if (adverbial || (word.upos === 'ADV' && hasRelation(word, 'advmod')))
        for (const inner of trees.childrenBy(child, 'obl', 'nmod')) {
          const preposition = prepositionOf(trees, inner, this.#data.particles)
          if (preposition) found.push({ role: preposition, head: inner })
        }
    }
    // *gewährt der Firma Porsche einen Kredit*: what stands before the object's own article is no genitive of it but the dative.
    for (const { head } of found.filter((a) => a.role === 'obj')) {
      const article = trees.childBy(head, 'det')
      for (const child of trees.childrenBy(head, 'nmod'))
        if (
          article !== undefined &&
          child < article &&
          child > index &&
          caseOf(trees, child) !== 'Acc' &&
          prepositionOf(trees, child, this.#data.particles) === undefined
        )
          found.push({ role: 'dat', head: child })
    }
    const shared = this.#sharedObject(index)
    if (shared !== undefined && !found.some((a) => a.role === 'obj' || a.role === 'clause'))
      found.push({ role: 'obj', head: shared })
    settleSubjects(trees, index, found)
    if (!passive) settleDatives(trees, this.#data.frames.verb(this.#lemmaOf(index)), found)
    const agent = passive || attributive ? found.find((a) => this.#mayAct(index, a)) : undefined
    if (agent) found.push({ role: 'subj', head: agent.head })
    if (!found.some((a) => a.role === (passive ? 'obj' : 'subj'))) {
      const subject = this.surfaceSubject(index)
      if (subject !== undefined && !found.some((a) => a.head === subject))
        found.push({ role: passive ? 'obj' : 'subj', head: subject })
    }
    // *Die von ihm geführte Partei* has an agent, so that the noun is the object.
    if (attributive) found.push({ role: agent ? 'obj' : 'subj', head: trees.word(index).head })
    const subject = found.findIndex((a) => a.role === 'subj')
    if (voice === 'open' && subject >= 0) found.push(...found.splice(subject, 1))
    return {
      anchor: index,
      lemma: this.#lemmaOf(index),
      arguments: found,
      passive,
      reflexive,
      ambiguous: attributive && !agent && this.#participleOf(index)?.present !== true,
    }
  }

  /** *Hat das Tor aufgebrochen und beschädigt*: what stands before verbs joined at the end of a clause is the object of each. */
  #sharedObject(index: number): number | undefined {
    const trees = this.#trees
    const word = trees.word(index)
    if (word.upos !== 'VERB' || !hasRelation(word, 'conj') || word.head < 0 || word.head > index) return undefined
    if (trees.childBy(index, 'aux', 'nsubj', 'compound:prt') !== undefined) return undefined
    const first = trees.word(word.head)
    // *Hat Anzeige erstattet und bedauert es*: a bare noun is one expression with its own verb.
    const object = this.of(first.index).arguments.find((a) => a.role === 'obj' && a.head < first.index)?.head
    if (object === undefined || this.#isBare(object)) return undefined
    if (first.upos !== 'VERB' || first.feats.VerbForm !== word.feats.VerbForm) return undefined
    for (let at = first.index + 1; at < index; at++) if (!JOINTS.has(trees.word(at).upos)) return undefined
    return object
  }

  #isBare(noun: number): boolean {
    const { upos, feats } = this.#trees.word(noun)
    return (
      upos === 'NOUN' &&
      feats.Number !== 'Plur' &&
      this.#trees.childBy(noun, 'det', 'amod', 'nummod', 'nmod', 'appos', 'flat') === undefined
    )
  }

  /** Whether a phrase names who or what does what a passive says, not where something is taken from (*vom Zettel gestrichen*). */
  #mayAct(index: number, argument: Argument): boolean {
    const { role, head } = argument
    const { agentPrepositions, sourceVerbs } = this.#data
    if (this.#isOfCapacity(argument)) return false
    return agentPrepositions.has(role) && (!sourceVerbs.has(this.#lemmaOf(index)) || this.#isActor(head))
  }

  /** Whether all that stands before a number like a preposition is its limit (*bis zu 800 Stellen*). */
  #isLimited(index: number): boolean {
    const trees = this.#trees
    const number = trees.childBy(index, 'nummod')
    const cases = trees.childrenBy(index, 'case')
    if (number === undefined || cases.length === 0) return false
    const start = limitStart(trees, number, this.#data)
    return start < number && cases.every((at) => at >= start)
  }

  /** *Von Hans Huber* right after *als Nachfolger* belongs to that noun. */
  #isOfCapacity({ role, head }: Argument): boolean {
    const trees = this.#trees
    const before = (trees.childBy(head, 'case') ?? 0) - 1
    if (before < 0 || trees.word(before).upos !== 'NOUN' || !this.#data.genitivePrepositions.has(role)) return false
    return trees.children(before).some((c) => c < before && this.#data.capacities.has(trees.word(c).form.toLowerCase()))
  }

  /** A noun that a full verb has beside its subject (*Fotos, die Verletzte zeigten*) is no predicate of it but its object. */
  #isBareObject(anchor: number, word: Word): boolean {
    const trees = this.#trees
    return (
      (word.upos === 'NOUN' || word.upos === 'PROPN') &&
      trees.word(anchor).upos === 'VERB' &&
      !this.#linksPredicate(anchor) &&
      !this.#data.copulas.has(trees.word(anchor).lemma) &&
      trees.childBy(anchor, 'nsubj') !== undefined &&
      trees.childBy(anchor, 'obj', 'cop') === undefined &&
      trees.childBy(word.index, 'case', 'mark', 'cc') === undefined
    )
  }

  /** Whether a verb links a predicate to its subject (*bleibt Präsident*, *zeigt sich besorgt*) and takes no object here. */
  #linksPredicate(verb: number): boolean {
    const trees = this.#trees
    const { lemma } = trees.word(verb)
    if (!this.#data.quasiCopulas.has(lemma)) return false
    const transitive = this.#data.frames
      .verb(lemma)
      .some(({ reflexive, object }) => !reflexive && object.some(({ role }) => role === 'obj'))
    return !transitive || trees.children(verb).some((c) => trees.word(c).lemma === this.#data.reflexive)
  }

  /** *In Höhe* or *von 50 Millionen* of *eine Abfindung in Höhe von 50 Millionen*, which says something of the noun, not of the verb. */
  #isAmountPhrase(index: number): boolean {
    const trees = this.#trees
    const [preposition] = trees.childrenBy(index, 'case')
    if (preposition === undefined) return false
    if (this.#data.amountPhrases.has(trees.word(index).lemma)) return preposition === index - 1
    const before = preposition - 1
    return before >= 0 && this.#data.amountPhrases.has(trees.word(before).lemma)
  }

  /** *Gehen davon aus, dass …*: a clause that an adverb stands for, whatever parsers call it. */
  #isAnnounced(anchor: number, word: Word): boolean {
    const trees = this.#trees
    if (!hasRelation(word, 'advcl') || word.index < anchor) return false
    const marked = trees.childrenBy(word.index, 'mark').some((c) => this.#data.complementizers.has(trees.word(c).form))
    const { adverbPrepositions } = this.#data
    return (
      marked && trees.childrenBy(anchor, 'advmod').some((c) => adverbPrepositions.has(trees.word(c).form.toLowerCase()))
    )
  }

  #roleOf(anchor: number, word: Word, passive: boolean): string | undefined {
    const trees = this.#trees
    if (this.#isLimited(word.index) && hasRelation(word, 'obl'))
      return trees.childBy(anchor, 'obj') === undefined ? 'obj' : undefined
    // *Für Österreich* is neither subject nor object; *über 100 Menschen* may be.
    if (hasRelation(word, 'nsubj', 'obj', 'iobj') && trees.childBy(word.index, 'nummod') === undefined) {
      const preposition = prepositionOf(trees, word.index, this.#data.particles)
      if (preposition !== undefined) return preposition
    }
    if (hasRelation(word, 'nsubj'))
      return passive || hasAccusativeDeterminer(trees, word.index) || this.#isBareInfinitive(anchor) ? 'obj' : 'subj'
    if (hasRelation(word, 'csubj', 'ccomp') || this.#isAnnounced(anchor, word)) return 'clause'
    if (hasRelation(word, 'xcomp')) {
      const participle = word.feats.VerbForm === 'Part' && this.#data.quasiCopulas.has(trees.word(anchor).lemma)
      if ((word.upos === 'VERB' || word.upos === 'AUX') && !participle) return 'clause'
      return this.#isBareObject(anchor, word) ? 'obj' : 'pred'
    }
    if (hasRelation(word, 'obj')) return caseOf(trees, word.index) === 'Dat' && word.upos !== 'PROPN' ? 'dat' : 'obj'
    if (hasRelation(word, 'iobj')) return 'dat'
    if (hasRelation(word, 'obl', 'nmod') || (hasRelation(word, 'advmod', 'dep') && isNominal(word))) {
      const preposition = prepositionOf(trees, word.index, this.#data.particles)
      if (preposition) return preposition
      // *Als Vorwand* and *wie ein Freund* say in what capacity, and are neither object nor subject.
      const cases = trees.childrenBy(word.index, 'case').map((c) => trees.word(c).form.toLowerCase())
      if (cases.some((form) => this.#data.capacities.has(form))) return undefined
      if (word.deprel === 'obl:arg' && caseOf(trees, word.index) === 'Acc') return 'obj'
      const kase = caseOf(trees, word.index)
      if (kase === 'Dat') return 'dat'
      // The feminine shows no difference, and verbs with a genitive are rare (*wirft der Regierung vor, …*).
      const { Gender, Number: number } = word.feats
      if (kase === 'Gen' && word.deprel === 'obl:arg' && Gender === 'Fem' && number === 'Sing') return 'dat'
      if (kase === 'Gen') return 'gen'
      const other = trees.childBy(anchor, 'nsubj')
      if (kase === 'Nom' && (other === undefined || hasArticle(trees, other, 'Acc'))) return passive ? 'obj' : 'subj'
      return kase === 'Acc' ? 'acc' : undefined
    }
    if (hasRelation(word, 'advmod') && word.upos === 'ADJ' && this.#data.quasiCopulas.has(trees.word(anchor).lemma))
      return 'pred'
    if (hasRelation(word, 'advmod')) return this.#data.adverbPrepositions.get(word.form.toLowerCase())
    return undefined
  }

  /**
   * The word that is the grammatical subject: its own, that of the verb it is coordinated with, or, of an infinitive, the subject
   * (after verbs of telling: the object) of the verb that governs it.
   */
  surfaceSubject(index: number, depth = 0): number | undefined {
    const trees = this.#trees
    const own = trees.childBy(index, 'nsubj')
    if (own !== undefined) return own
    const word = trees.word(index)
    if (word.head < 0 || depth > 6) return undefined
    if (hasRelation(word, 'conj') || this.#continues(word)) return this.surfaceSubject(word.head, depth + 1)
    const infinitive = word.feats.VerbForm === 'Inf' || trees.children(index).some((c) => this.#isInfinitiveMark(c))
    if (!infinitive || !hasRelation(word, 'xcomp', 'ccomp', 'advcl', 'acl', 'csubj')) return undefined
    const noun = deedNounOf(trees, this.#data, word)
    const deed = noun === undefined ? undefined : this.#data.deedNouns.get(trees.word(noun).lemma)
    const owner =
      deed === 'own' ? trees.childrenBy(noun!, 'nmod').find((c) => trees.childBy(c, 'case') === undefined) : undefined
    if (owner !== undefined) return owner
    // Of *verkauft mit der Auflage, zu bauen* it is open who is to build.
    const phrase =
      noun !== undefined && trees.childBy(noun, 'case') !== undefined && trees.childBy(noun, 'cop') === undefined
    if (deed === 'others' || phrase) return undefined
    const governor = this.#governor(word.head)
    // *Wird gelockert, um den Betrug aufzudecken* does not say by whom.
    const purpose = hasRelation(word, 'advcl') && this.#voiceOf(index) === 'active'
    if (purpose && governor !== undefined && this.#voiceOf(governor) === 'passive') return undefined
    if (governor === undefined || this.#data.causatives.has(this.#lemmaOf(governor))) return undefined
    // *Den Staaten steht es frei, zu handeln*: the dative is who acts where only *es* is the subject.
    const impersonal = trees.childBy(governor, 'expl') !== undefined && trees.childBy(governor, 'nsubj') === undefined
    const dative = trees.childrenBy(governor, 'iobj', 'obl:arg', 'obj').find((c) => caseOf(trees, c) === 'Dat')
    if (impersonal && dative !== undefined) return dative
    if (this.#data.objectControl.has(this.#lemmaOf(governor))) {
      const object = toldBy(trees, governor)
      if (object !== undefined) return object
    }
    // *Fordert, den Plan zu loben* does not say from whom.
    const demands = this.#data.othersControl.has(this.#lemmaOf(governor)) && this.#voiceOf(governor) === 'active'
    if (demands) return toldBy(trees, governor)
    return this.surfaceSubject(governor, depth + 1)
  }

  /** A second predicate after a comma without subject of its own (*hatte gewarnt, war dann gegangen*): parsers call it a parataxis. */
  #continues(word: Word): boolean {
    if (!hasRelation(word, 'parataxis') || word.upos !== 'VERB' || word.head > word.index) return false
    const auxiliary = this.#trees.childBy(word.index, 'aux')
    return word.feats.VerbForm === 'Part' && auxiliary !== undefined && this.#trees.word(auxiliary - 1).form === ','
  }

  /** An infinitive with *zu* (*um sie auseinanderzuhalten*) has no subject of its own: what the parser takes for one is the object. */
  #isBareInfinitive(index: number): boolean {
    const trees = this.#trees
    const word = trees.word(index)
    if (word.feats.VerbForm !== 'Inf' || trees.childBy(index, 'aux', 'cop') !== undefined) return false
    return (
      trees.children(index).some((c) => this.#isInfinitiveMark(c)) ||
      (word.form !== word.lemma && hasRelation(word, 'xcomp', 'advcl', 'acl', 'ccomp'))
    )
  }

  #isInfinitiveMark(child: number): boolean {
    const word = this.#trees.word(child)
    return word.upos === 'PART' && hasRelation(word, 'mark')
  }

  /** The predicate at or above a word: of *Absicht* in *hat die Absicht*, the verb. */
  #governor(index: number): number | undefined {
    let at = index
    for (let steps = 0; steps < 4 && at >= 0; steps++) {
      const word = this.#trees.word(at)
      if (
        word.upos === 'VERB' ||
        this.#trees.childBy(at, 'cop') !== undefined ||
        this.#trees.childBy(at, 'nsubj') !== undefined
      )
        return at
      at = word.head
    }
    return undefined
  }
}
