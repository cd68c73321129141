import type { EntityType, Name, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import type { Context } from './context.ts'

const ATTRIBUTE = new Set(['ADJ', 'NUM', 'DET'])
const QUOTE = /^["“”„»«›‹‚‘']$/

/**
 * First word of the phrase whose noun or name begins at `start`: article, adjectives, numbers, attributes of participles, and a genitive
 * before it (*Russlands Präsident*). The words before decide first, the tree where they end without an article.
 */
export function leftEdge(context: Context, start: number, head: number, name?: Name): number {
  const { words } = context
  const word = words[head] as Word
  let first = start
  for (let at = start - 1; at >= 0; at--) {
    const before = words[at] as Word
    if (before.sentence !== word.sentence || context.inTime[at]) break
    if (context.nameAt[at] && context.compoundEnd[at] === at) break
    if (context.compoundEnd[at] !== at) {
      first = at
      continue
    }
    if (ATTRIBUTE.has(before.upos)) {
      if (name?.type === 'PER' && before.upos === 'DET' && first === start) break
      if (before.upos === 'DET' && isPronominal(before, head)) break
      first = at
      if (before.upos === 'DET' && isArticle(before) && !isArticle(words[at - 1]))
        return excludeContraction(context, first)
      continue
    }
    if (before.upos === 'ADV' && before.head > at && before.head < start && first === at + 1) {
      first = at
      continue
    }
    if (before.upos === 'VERB' && hasRelation(before, 'amod', 'acl') && isBelow(context, at, head)) {
      first = at
      continue
    }
    if ((QUOTE.test(before.form) || before.form === ',' || before.upos === 'CCONJ') && joinsAdjectives(context, at))
      continue
    break
  }
  const article = extendedArticle(context, first, head)
  if (article !== undefined) return excludeContraction(context, article)
  const genitive = words[first - 1]
  if (genitive && genitive.sentence === word.sentence) {
    const owner = context.nameAt[genitive.index]
    if (owner && isPrenominalGenitive(context, owner, head)) return leftEdge(context, owner.first, genitive.index)
  }
  return excludeContraction(context, first)
}

/** *im*, *zum*: the article is no word of the text by itself, so the phrase begins after it. */
const excludeContraction = ({ words }: Context, first: number): number =>
  words[first]?.contraction?.place === 1 ? first + 1 : first

const isArticle = (word: Word | undefined): boolean =>
  word !== undefined && word.upos === 'DET' && (hasRelation(word, 'det') || word.feats.PronType === 'Art')

/** A determiner that stands for a phrase itself and belongs to something else. */
const isPronominal = (word: Word, head: number): boolean =>
  hasRelation(word, 'nsubj', 'obj', 'iobj', 'obl') && word.head !== head

/** A comma, quotation mark or *und* between two attributes of one noun. */
function joinsAdjectives({ words }: Context, at: number): boolean {
  const mark = words[at] as Word
  const before = words[at - 1]
  const next = words[at + 1]
  if (!before || before.sentence !== mark.sentence || !next) return false
  const attribute = (word: Word): boolean =>
    word.upos === 'ADJ' || word.upos === 'NUM' || (word.upos === 'VERB' && hasRelation(word, 'amod'))
  if (QUOTE.test(mark.form)) return attribute(next) ? ATTRIBUTE.has(before.upos) : attribute(before)
  return attribute(before) && attribute(next)
}

function isBelow({ trees }: Context, at: number, head: number): boolean {
  return trees.ancestors(at).includes(head)
}

/** *dem in finanzielle Schwierigkeiten geratenen Sportwagenbauer*: the article that the tree gives to the noun, some words before. */
function extendedArticle({ words, trees }: Context, first: number, head: number): number | undefined {
  const near = words[first]
  if (!near || (near.upos !== 'ADJ' && near.upos !== 'VERB')) return undefined
  for (const child of trees.children(head)) {
    const word = words[child] as Word
    if (child >= first || first - child > 12 || word.upos !== 'DET' || !hasRelation(word, 'det')) continue
    let clause = false
    for (let at = child + 1; at < first; at++) {
      const between = words[at] as Word
      if (between.upos === 'AUX' || between.upos === 'SCONJ' || between.form === ',') clause = true
      if (between.upos === 'VERB' && between.feats.VerbForm === 'Fin') clause = true
    }
    if (!clause) return child
  }
  return undefined
}

/** Whether a name that stands right before a noun phrase without article is its owner (*Russlands Präsident*). */
function isPrenominalGenitive({ words, lexicon }: Context, owner: Name, head: number): boolean {
  let child = false
  for (let at = owner.first; at < owner.last; at++)
    if (words[at]?.head === head && hasRelation(words[at] as Word, 'nmod', 'dep', 'det', 'amod', 'compound'))
      child = true
  const last = words[owner.last - 1]
  if (!last || lexicon.namePart(last.form) === 'legal') return false
  return (child || words[head]?.upos === 'NOUN') && lexicon.endings.endsAsOwner(last.form)
}

const RIGHT = [
  'nmod',
  'appos',
  'flat',
  'case',
  'det',
  'amod',
  'nummod',
  'advmod',
  'punct',
  'compound',
  'cc',
  'conj',
  'obl',
  'obj',
  'acl',
]

/**
 * End (exclusive) of the phrase whose noun or name ends before `end`: the genitives and prepositional attributes that the tree hangs
 * on `head` and that follow without a break; no relative clause, no apposition after a comma, no second conjunct.
 */
export function rightEdge(context: Context, head: number, end: number): number {
  const { words } = context
  const word = words[head] as Word
  let last = end
  let open = false
  for (let at = end; at < words.length; at++) {
    const next = words[at] as Word
    if (next.sentence !== word.sentence) break
    if (!belongsRight(context, at, head)) break
    if (next.form === '(') open = true
    if (next.upos !== 'PUNCT' || (open && next.form === ')')) last = at + 1
  }
  while (
    last > end &&
    /^(?:CCONJ|ADP|PUNCT|DET|ADJ|ADV)$/.test((words[last - 1] as Word).upos) &&
    words[last - 1]?.form !== ')'
  )
    last--
  return last
}

function belongsRight(context: Context, at: number, head: number): boolean {
  const { words } = context
  let below = words[at] as Word
  for (let steps = 0; steps < 40; steps++) {
    if (below.index === head) return true
    if (below.head < 0) return false
    if (!hasRelation(below, ...RIGHT) || hasRelation(below, 'acl:relcl')) return false
    if (below.head === head && !attaches(context, below, head)) return false
    if (below.head !== head && hasRelation(below, 'appos') && afterComma(context, below)) return false
    below = words[below.head] as Word
  }
  return false
}

/** Whether a dependent of the head lies within the head's own phrase. */
function attaches(context: Context, child: Word, head: number): boolean {
  const { words } = context
  if (child.upos === 'PUNCT') return child.form === '(' || child.form === ')' || QUOTE.test(child.form)
  if (hasRelation(child, 'conj', 'cc', 'acl', 'obj')) return false
  if (hasRelation(child, 'obl')) return words[head]?.upos === 'NOUN'
  if (hasRelation(child, 'appos'))
    return (
      !afterComma(context, child) &&
      (child.upos === 'PROPN' || context.nameAt[child.index] !== undefined || words[child.index - 1]?.form === '(')
    )
  return child.index > head
}

/** Whether a comma or dash stands before the phrase of `word`. */
function afterComma({ words, trees }: Context, word: Word): boolean {
  const first = trees.subtree(word.index)[0] ?? word.index
  const own = words[first]
  const before = own?.upos === 'PUNCT' ? own : words[first - 1]
  return before !== undefined && before.upos === 'PUNCT' && !QUOTE.test(before.form) && before.form !== '('
}

/** The name that stands right after a noun and is called by it (*Präsident Putin*, *der Firma Porsche*, *Agentur „Interfax“*). */
export function nameAttribute(context: Context, noun: number): Name | undefined {
  const { words, nameAt, lexicon } = context
  const word = words[noun] as Word
  let at = noun + 1
  while (words[at] && lexicon.namePart((words[at] as Word).form) === 'title') at++
  const quoted = words[at] !== undefined && QUOTE.test((words[at] as Word).form)
  if (quoted) at++
  const name = nameAt[at]
  const start = words[at]
  if (!name || !start || name.first !== at || start.sentence !== word.sentence) return undefined
  const type = lexicon.typeOf(word.lemma, word.form)
  const nameHead =
    words.slice(name.first, name.last).find((part) => part.head < name.first || part.head >= name.last) ?? start
  const joined = nameHead.head === noun || (word.head >= name.first && word.head < name.last)
  const asName = joined && hasRelation(nameHead.head === noun ? nameHead : word, 'appos', 'flat', 'compound')
  const lastForm = (words[name.last - 1] as Word).form
  const mayBeGenitive = lexicon.endings.withoutGenitive(lastForm).length > 0
  if (isGenitive(context, lastForm)) return undefined
  if (type === 'Person') {
    const genitive = joined && hasRelation(nameHead, 'nmod') && name.last - name.first === 1 && mayBeGenitive
    return name.type === 'PER'
      ? genitive
        ? undefined
        : name
      : asName || quoted
        ? name
        : singularWithoutCase(word, name)
          ? name
          : undefined
  }
  if (name.type === 'PER' && type !== undefined && name.last - name.first > 1) return undefined
  if (name.type === 'PER' && type !== 'Organization') return asName && !mayBeGenitive ? name : undefined
  if (type === 'Organization' || type === 'Place' || type === 'Facility')
    return asName ||
      quoted ||
      (joined && !mayBeGenitive) ||
      (isOfType(name, type) && lexicon.generic(word.lemma, word.form))
      ? name
      : undefined
  if (type === 'Event' && !quoted && name.type !== 'OTH') return undefined
  return quoted || (asName && !mayBeGenitive) ? name : undefined
}

/** Whether a name's last word is one that the article or a gazetteer has without its *s*. */
function isGenitive({ nameWords, places, lexicon }: Context, form: string): boolean {
  return lexicon.endings.withoutGenitive(form).some((base) => nameWords.has(base) || places.place(form)?.label === base)
}

/** Whether a name is of the type that its noun gives. */
const isOfType = (name: Name, type: EntityType): boolean =>
  (name.type === 'LOC') === (type === 'Place' || type === 'Facility')

/** *Machthaber Kim*, where the model takes *Kim* for a place: a person's noun in the singular, with a name of one word. */
const singularWithoutCase = (word: Word, name: Name): boolean =>
  word.feats.Number !== 'Plur' && name.last - name.first === 1 && name.type !== 'ORG'
