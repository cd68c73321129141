import type { Word } from '../../core/document.ts'
import { hasRelation, type Trees } from '../../core/tree.ts'

/** What a word hangs on, and as what; how sure that is, where a repair is surer than the parser. */
export type Edge = Pick<Word, 'head' | 'deprel'> & Partial<Pick<Word, 'confidence'>>

const HYPHEN = /^[-‐‑]$/

/** Of the hyphenated words in PUD and GSD-dev so many have their last part for their only link to the sentence. */
const SURE_COMPOUND = 0.97

/** *Nordkorea-Experte des Instituts*: the parts of a hyphenated noun hang on its last one, on nothing outside. */
export function compounds(trees: Trees): Map<number, Edge> {
  const out = new Map<number, Edge>()
  const { words } = trees
  const isInside = (at: number): boolean => {
    const [hyphen, next] = [words[at], words[at + 1]]
    return hyphen !== undefined && HYPHEN.test(hyphen.form) && !hyphen.spaceBefore && next?.spaceBefore === false
  }
  for (let first = 0; first < words.length; first++) {
    let last = first
    while (isInside(last + 1) && trees.word(last + 2).sentence === trees.word(first).sentence) last += 2
    if (last === first) continue
    const noun = trees.word(last)
    const isOutside = (head: number): boolean => head < first || head > last
    if (noun.upos === 'NOUN' && isOutside(noun.head))
      for (let part = first; part < last; part += 2)
        if (isOutside(trees.word(part).head) && trees.word(part).head >= 0)
          out.set(part, { head: last, deprel: 'compound', confidence: SURE_COMPOUND })
    first = last
  }
  return out
}

/**
 * Between an article and its noun nothing but attributes stands: a phrase with a preposition there (*die in der Garage abgestellten
 * Autos*) belongs to the adjective or participle after it, whatever the parser hangs it on.
 */
export function attributes(trees: Trees): Map<number, Edge> {
  const out = new Map<number, Edge>()
  for (const article of trees.words) {
    const noun = article.head
    if (!hasRelation(article, 'det') || article.upos !== 'DET' || noun < article.index + 4) continue
    const field = trees.words.slice(article.index + 1, noun)
    if (field.some(({ form, feats, upos }) => form === ',' || feats.VerbForm === 'Fin' || upos === 'AUX')) continue
    const adjectives = field.filter((word) => word.head === noun && hasRelation(word, 'amod') && isInflected(word))
    for (const word of field) {
      if (word.upos !== 'NOUN' && word.upos !== 'PROPN') continue
      const preposition = trees.childBy(word.index, 'case')
      if (preposition === undefined || preposition <= article.index || preposition > word.index) continue
      const outside = word.head < article.index || word.head >= noun
      const adjective = adjectives.find(({ index }) => index > word.index)
      if (outside && adjective !== undefined) out.set(word.index, { head: adjective.index, deprel: 'obl' })
    }
  }
  for (const adjective of trees.words)
    if (hasRelation(adjective, 'amod') && isInflected(adjective)) releaseBefore(trees, adjective, out)
  return out
}

/** Nor does what stands before the article (*am Montag die in Linz geborene Autorin*) belong to the adjective after it. */
function releaseBefore(trees: Trees, adjective: Word, out: Map<number, Edge>): void {
  const noun = adjective.head
  if (noun < adjective.index) return
  const { head } = trees.word(noun)
  const article = [...trees.childrenBy(noun, 'det'), ...trees.childrenBy(adjective.index, 'det')].find(
    (det) => det < adjective.index,
  )
  if (article === undefined || head < 0) return
  for (const child of trees.childrenBy(adjective.index, 'obl', 'nmod', 'obj', 'advmod'))
    if (child < article && child !== head && !trees.ancestors(head).includes(child))
      out.set(child, { head, deprel: trees.word(child).deprel })
}

const isInflected = ({ upos }: Word): boolean => upos === 'ADJ' || upos === 'VERB'

/** A name alone in brackets (*das Teleskop der Europäischen Südsternwarte (ESO)*) is another name of the noun right before them. */
export function bracketedNames(trees: Trees): Map<number, Edge> {
  const out = new Map<number, Edge>()
  for (const { index, form, sentence } of trees.words) {
    const [inside, close] = [trees.words[index + 1], trees.words[index + 2]]
    const before = trees.words[index - 1]
    if (form !== '(' || close?.form !== ')' || close.sentence !== sentence || before?.sentence !== sentence) continue
    if (
      inside?.upos !== 'PROPN' ||
      !hasRelation(inside, 'appos') ||
      (before.upos !== 'NOUN' && before.upos !== 'PROPN')
    )
      continue
    const head = hasRelation(before, 'flat', 'compound') && before.head >= 0 ? before.head : before.index
    if (inside.head < head && head !== inside.index) out.set(inside.index, { head, deprel: 'appos' })
  }
  return out
}
