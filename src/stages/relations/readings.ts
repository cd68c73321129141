import type { Document, Word } from '../../core/document.ts'
import { hasRelation, type Trees, treesOf } from '../../core/tree.ts'
import { CASES, GENDERS, NUMBERS, nominalCell, PAST_PARTICIPLE } from '../../lexicon/cells.ts'
import type { Lexicon } from '../../lexicon/index.ts'

/**
 * Words with those tags mended that the dictionary shows to be wrong: *besorgt* in *zeigte sich besorgt* as an adverb, *Olympiasieger* as a
 * name, *der Regierung* as an accusative, *wurde* in *wurde Meister* as a passive. Words that were given stay as they are.
 * @param copulas lemmas of the verbs that link a noun to the subject
 */
export function mendedWords(
  { words, names }: Document<'words' | 'names'>,
  lexicon: Lexicon,
  copulas: ReadonlySet<string>,
): readonly Word[] {
  const named = new Uint8Array(words.length)
  for (const { first, last } of names) named.fill(1, first, last)
  const trees = treesOf(words)
  return words.map((word) => {
    if (word.confidence === 1) return word
    if (word.upos === 'ADV') return withAdjective(word, lexicon)
    if (word.upos === 'PROPN') return named[word.index] ? word : withNoun(word, lexicon)
    if (word.upos === 'ADJ')
      return isCapitalised(word, words) && !hasRelation(word, 'amod') ? withNoun(word, lexicon) : word
    if (word.upos === 'AUX') return copulas.has(word.lemma) ? asCopula(word, trees, lexicon) : word
    return word.upos === 'NOUN' ? withCase(word, trees, lexicon) : word
  })
}

/** An adverb that the dictionary knows as an adjective or participle alone is that. */
function withAdjective(word: Word, lexicon: Lexicon): Word {
  const readings = lexicon.exact(word.form.toLowerCase())
  const participle = readings.some(({ upos, cells }) => upos === 'VERB' && (cells & PAST_PARTICIPLE) !== 0)
  if (!participle || readings.some(({ upos }) => upos !== 'VERB' && upos !== 'ADJ')) return word
  return { ...word, upos: 'ADJ' }
}

/** A proper noun that is in no name and that the dictionary knows as a noun is that. */
function withNoun(word: Word, lexicon: Lexicon): Word {
  const found = lexicon.exact(word.form).find(({ upos }) => upos === 'NOUN')
  return found ? { ...word, upos: 'NOUN', lemma: found.lemma } : word
}

/** Whether a word has a capital that the place of the word does not explain. */
const isCapitalised = ({ form, index, sentence }: Word, words: readonly Word[]): boolean =>
  /^\p{Lu}/u.test(form) && words[index - 1]?.sentence === sentence

/** An auxiliary on a noun or an adjective that is no participle links it to the subject; nothing else can be said of it by one. */
function asCopula(word: Word, trees: Trees, lexicon: Lexicon): Word {
  if (!hasRelation(word, 'aux') || word.head < 0 || trees.childBy(word.head, 'cop') !== undefined) return word
  const { upos, feats, form } = trees.word(word.head)
  if (feats.VerbForm !== undefined || (upos !== 'NOUN' && upos !== 'ADJ')) return word
  const verbal = upos === 'ADJ' && lexicon.exact(form.toLowerCase()).some((reading) => reading.upos === 'VERB')
  const finite = trees.childrenBy(word.head, 'aux').find((aux) => trees.word(aux).feats.VerbForm === 'Fin')
  // Of *wird höher werden* the infinitive is the copula.
  const other = finite === word.index && trees.childrenBy(word.head, 'aux').length > 1
  return verbal || other ? word : { ...word, deprel: 'cop' }
}

/** A noun whose article cannot be of its case (*wirft der Regierung vor*) is in the case that it can be of, the dative before the genitive. */
function withCase(word: Word, trees: Trees, lexicon: Lexicon): Word {
  const article = trees.childBy(word.index, 'det')
  const number = NUMBERS.indexOf(word.feats.Number as 'Sing')
  const gender = GENDERS.indexOf(word.feats.Gender as 'Masc')
  if (article === undefined || number < 0 || gender < 0 || !hasRelation(word, 'obj', 'nsubj', 'iobj', 'obl'))
    return word
  const readings = lexicon.exact(trees.word(article).form.toLowerCase()).filter(({ upos }) => upos === 'DET')
  const cells = readings.reduce((all, reading) => all | reading.cells, 0)
  const allows = (kase: string): boolean => (cells & nominalCell(CASES.indexOf(kase as 'Nom'), number, gender)) !== 0
  if (cells === 0 || word.feats.Case === undefined || allows(word.feats.Case)) return word
  const other = (['Dat', 'Gen'] as const).find(allows)
  return other === undefined || allows('Nom') || allows('Acc')
    ? word
    : { ...word, feats: { ...word.feats, Case: other } }
}
