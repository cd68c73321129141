import type { Document, Features, Upos, Word } from '../../core/document.ts'
import { defineStage } from '../../core/stage.ts'
import { Trees } from '../../core/tree.ts'
import { GENDERS, genderCells, PAST_PARTICIPLE, SINGULAR } from '../../lexicon/cells.ts'
import { type Cell, nominalFeatures, sortFeatures, verbalFeatures } from './features.ts'
import { type Grammar, grammarResource } from './grammar.ts'
import { isGenitiveName, readingFor } from './lemma.ts'
import { Nominals } from './nominals.ts'
import { REPAIRS, repairedWords } from './positions.ts'
import { repairTrees } from './repair.ts'
import { chooseVerb } from './verbs.ts'

export { verbLemma } from './verb-lemma.ts'

type Input = Document<'sentences' | 'tokens' | 'analysis'>

/** Lemma and features of one word. */
interface Annotation {
  readonly lemma: string
  readonly feats: Features
}

/** Words with the given columns, else the model's part of speech and tree; lemma and features still empty. */
function drafts(document: Input, { adverbialMarks }: Grammar): Word[] {
  const { tokens, analysis, given } = document
  const adverbial = new Set<number>()
  tokens.forEach(({ form }, index) => {
    if (analysis.deprels[index] === 'mark' && adverbialMarks.has(form.toLowerCase()))
      adverbial.add(analysis.heads[index] as number)
  })
  /** The model's relation, unless the clause's first word says that it is no object. */
  const relationOf = (index: number): string => {
    const relation = analysis.deprels[index] as string
    return adverbial.has(index) && (relation === 'xcomp' || relation === 'ccomp') ? 'advcl' : relation
  }
  return tokens.map((token, index) => {
    const head = given?.head[index] ?? null
    const deprel = given?.deprel[index] ?? null
    return {
      ...token,
      index,
      lemma: '',
      upos: given?.upos[index] ?? (analysis.upos[index] as Upos),
      feats: {},
      head: head ?? (analysis.heads[index] as number),
      deprel: deprel ?? relationOf(index),
      confidence: head !== null && deprel !== null ? 1 : (analysis.confidence[index] as number),
    }
  })
}

const INVARIABLE: ReadonlySet<Upos> = new Set<Upos>(['ADP', 'CCONJ', 'SCONJ', 'PART', 'ADV', 'INTJ'])

class Annotator {
  readonly #trees: Trees
  readonly #grammar: Grammar
  readonly #nominals: Nominals
  readonly #hints: readonly Features[]
  readonly #firsts: ReadonlySet<number>

  constructor(
    trees: Trees,
    grammar: Grammar,
    nominals: Nominals,
    hints: readonly Features[],
    firsts: ReadonlySet<number>,
  ) {
    this.#hints = hints
    this.#trees = trees
    this.#grammar = grammar
    this.#nominals = nominals
    this.#firsts = firsts
  }

  annotate(word: Word): Annotation {
    switch (word.upos) {
      case 'VERB':
      case 'AUX':
        return this.#verb(word)
      case 'NOUN':
      case 'PROPN':
        return this.#noun(word)
      case 'DET':
      case 'PRON':
        return this.#pronoun(word)
      case 'ADJ':
        return this.#adjective(word)
      case 'NUM':
        return this.#numeral(word)
      default:
        return this.#invariable(word)
    }
  }

  #verb(word: Word): Annotation {
    const cellsOf = (index: number): number => this.#nominals.cell(index)?.bit ?? this.#nominals.mask(index)
    const choice = chooseVerb(this.#trees, word.index, this.#grammar, cellsOf, this.#hints[word.index])
    if (!choice) return { lemma: word.form.toLowerCase(), feats: {} }
    return { lemma: choice.reading.lemma, feats: sortFeatures(verbalFeatures(choice.cell)) }
  }

  #noun(word: Word): Annotation {
    const cell = this.#nominals.cell(word.index)
    const features = cell ? nominalFeatures(cell, true) : {}
    if (word.upos === 'PROPN') {
      const genitive = isGenitiveName(this.#trees, word, this.#grammar)
      const lemma = genitive ? word.form.slice(0, -1) : this.#commonLemma(word, cell)
      return { lemma, feats: sortFeatures(genitive ? { ...features, Case: 'Gen' } : features) }
    }
    const { lexicon } = this.#grammar
    if (word.form === word.form.toLowerCase()) {
      const adjective = readingFor(
        lexicon.readings(word.form, 'ADJ').filter(({ feats }) => feats.Degree),
        cell,
      )
      if (adjective && lexicon.exact(adjective.lemma).some(({ upos }) => upos === 'ADJ'))
        return { lemma: adjective.lemma, feats: sortFeatures(features) }
      return { lemma: word.form, feats: sortFeatures(features) }
    }
    const readings = lexicon.readings(word.form, 'NOUN')
    return { lemma: readingFor(readings, cell)?.lemma ?? word.form, feats: sortFeatures(features) }
  }

  /** Lemma of a common noun that stands in a name (*des Staatlichen Instituts*); of other words of names the form. */
  #commonLemma(word: Word, cell: Cell | null): string {
    if (this.#trees.childBy(word.index, 'det', 'amod') === undefined) return word.form
    const nouns = this.#grammar.lexicon
      .exact(word.form)
      .filter(({ upos, cells }) => upos === 'NOUN' && (cells & SINGULAR) !== 0)
    if (nouns.length === 0 || nouns.some(({ lemma }) => lemma === word.form)) return word.form
    return readingFor(nouns, cell)?.lemma ?? word.form
  }

  #pronoun(word: Word): Annotation {
    const { lexicon } = this.#grammar
    const form = this.#firsts.has(word.index) ? word.form.toLowerCase() : word.form
    let readings = lexicon.readings(form, word.upos)
    if (readings.length === 0) readings = lexicon.readings(form, word.upos === 'DET' ? 'PRON' : 'DET')
    const cell = this.#nominals.cell(word.index)
    const reading = readingFor(readings, cell)
    const lemma = reading?.lemma ?? form.toLowerCase()
    if (!cell) return { lemma, feats: reading?.feats ?? {} }
    const feats = reading?.feats ?? {}
    const features = nominalFeatures(cell, showsGender(word.upos, feats, reading?.cells ?? 0, cell.numberIndex))
    if (feats.Reflex) delete features.Number
    return { lemma, feats: sortFeatures({ ...feats, ...features }) }
  }

  #adjective(word: Word): Annotation {
    const readings = this.#grammar.lexicon.readings(word.form, 'ADJ')
    const cell =
      word.deprel === 'amod' || word.deprel === 'conj' || readings.every(({ cells }) => cells !== 0)
        ? this.#nominals.cell(word.index)
        : null
    const reading = cell ? readingFor(readings, cell) : (readings.find(({ cells }) => cells === 0) ?? readings[0])
    const feats = reading?.feats ?? {}
    return {
      lemma: (cell ? null : this.#verbOfParticiple(word)) ?? reading?.lemma ?? word.form,
      feats: sortFeatures(cell ? { ...feats, ...nominalFeatures(cell, true) } : { ...feats }),
    }
  }

  /** The verb of a participle that is the predicate (*ist eingeladen*); participles that have become adjectives have none. */
  #verbOfParticiple(word: Word): string | null {
    const { lexicon, lexicalisedParticiples } = this.#grammar
    const form = word.form.toLowerCase()
    if (word.deprel === 'amod' || word.deprel === 'advmod' || lexicalisedParticiples.has(form)) return null
    const verb = lexicon.exact(form).find(({ upos, cells }) => upos === 'VERB' && (cells & PAST_PARTICIPLE) !== 0)
    return verb?.lemma ?? null
  }

  #numeral(word: Word): Annotation {
    const [reading] = this.#grammar.lexicon.readings(word.form, 'NUM')
    return { lemma: reading?.lemma ?? word.form.toLowerCase(), feats: reading?.feats ?? { NumType: 'Card' } }
  }

  #invariable(word: Word): Annotation {
    if (!INVARIABLE.has(word.upos)) return { lemma: word.form, feats: {} }
    const [reading] = this.#grammar.lexicon.readings(word.form, word.upos)
    return { lemma: reading?.lemma ?? word.form.toLowerCase(), feats: reading?.feats ?? {} }
  }
}

/** Whether German UD writes the gender: not of the plural of articles and pronouns, not of persons that have none. */
function showsGender(upos: Upos, feats: Features, cells: number, numberIndex: number): boolean {
  if (numberIndex === 1) return upos === 'DET' && feats.PronType !== 'Art'
  const ambiguous = GENDERS.every((_, gender) => (cells & SINGULAR & genderCells(gender)) !== 0)
  return !(upos === 'PRON' && (ambiguous || feats.Person === '1' || feats.Person === '2' || feats.Reflex === 'Yes'))
}

const isMark = (upos: string | undefined): boolean => upos === 'PUNCT' || upos === 'SYM'

/** Lemma and features of every word, from the lexicon and the tree; columns that were given stay as they are. */
export const morphology = defineStage(
  'morphology',
  ['sentences', 'tokens', 'analysis'],
  ['words'],
  async (document, resources) => {
    const grammar = await resources.use(grammarResource)
    const { given, analysis } = document
    const firsts = new Set<number>()
    for (const { first, last } of document.sentences) {
      let at = first
      while (at < last && isMark(given?.upos[at] ?? analysis.upos[at])) at++
      firsts.add(at)
    }
    const hints = analysis.feats ?? []
    const fixed = (index: number): boolean => (given?.head[index] ?? given?.deprel[index] ?? null) !== null
    const predicted = drafts(document, grammar)
    const forms = new Nominals(new Trees(predicted), grammar, analysis.nameTags, hints, firsts)
    const words = repairTrees(predicted, grammar, (index) => forms.mask(index), fixed)
    const trees = new Trees(words)
    const nominals = new Nominals(trees, grammar, analysis.nameTags, hints, firsts)
    const annotator = new Annotator(trees, grammar, nominals, hints, firsts)
    const annotated = words.map((word, index) => {
      const lemma = given?.lemma[index] ?? null
      const feats = given?.feats[index] ?? null
      if (lemma !== null && feats !== null) return { ...word, lemma, feats }
      const made = annotator.annotate(word)
      return { ...word, lemma: lemma ?? made.lemma, feats: feats ?? made.feats }
    })
    return { words: repairedWords(annotated, REPAIRS, fixed) }
  },
)
