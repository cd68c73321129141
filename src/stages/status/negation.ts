import type { Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { finiteWord, isVerbal } from './clause.ts'
import type { StatusContext } from './context.ts'

/** Whether the clause that `index` heads is denied: by a particle, or by an argument that is nobody or nothing. */
export function isNegatedClause(context: StatusContext, index: number, matched: readonly number[] = []): boolean {
  const { trees } = context
  let negative = false
  for (const child of trees.children(index)) {
    const word = trees.word(child)
    const kind = kindOf(context, word)
    if (isAlmost(context, index, child) || (kind === 'second' && isAfterPair(context, word))) negative = !negative
    else if (kind === 'particle' || kind === 'pair') {
      if (isOnly(context, child)) continue
      const gap = gapped(context, index, child)
      if (gap !== undefined && !matched.includes(gap)) continue
      const part = contrasted(context, index, child)
      if (part === undefined || matched.includes(part)) negative = !negative
    } else if (hasRelation(word, 'advmod', 'xcomp') && isNegatedAdverb(context, child)) negative = !negative
    else if (hasRelation(word, 'nsubj', 'obj', 'iobj', 'obl', 'obl:arg')) {
      if (kind === 'pronoun' || kind === 'determiner' || isNegatedNoun(context, child)) negative = !negative
    }
  }
  const own = isNegatedNoun(context, index)
  return own ? !negative : negative
}

/** *wäre beinahe abgestürzt*, *stürzte beinahe ab*, but not *fast alle stürzten ab*. */
export function isAlmost(context: StatusContext, clause: number, index: number): boolean {
  const { trees, words } = context
  const word = trees.word(index)
  if (kindOf(context, word) !== 'almost' || !hasRelation(word, 'advmod') || !isVerbal(trees.word(clause))) return false
  const finite = finiteWord(context, clause)
  if (finite?.feats.Mood === 'Sub' && finite.feats.Tense === 'Past') return true
  const next = words[index + 1]
  return next !== undefined && (next.index === clause || next.head === clause) && !isArgument(next)
}

const isArgument = (word: Word): boolean => !hasRelation(word, 'aux', 'compound:prt', 'punct')

/** *weder … noch*: whether *weder* stands before a word in its sentence. */
function isAfterPair(context: StatusContext, word: Word): boolean {
  const { words } = context
  for (let at = word.index - 1; words[at]?.sentence === word.sentence; at--)
    if (kindOf(context, words[at] as Word) === 'pair') return true
  return false
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

/** *ohne Zustimmung*, *mangels einer Einigung* */
export const isWithout = (context: StatusContext, index: number): boolean =>
  context.trees.childrenBy(index, 'case').some((at) => kindOf(context, context.trees.word(at)) === 'without')
