import type { Sentence, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { finiteOf, isDash, isFiniteVerb, isPunctuation, nounPhrase, range, subjectOf, trim } from './clauses.ts'
import { isWholeSentence } from './direct.ts'
import {
  type Context,
  cuePhrase,
  cueVerb,
  type Draft,
  isRole,
  type Phrase,
  phraseOf,
  regionOf,
  speakerOf,
} from './draft.ts'
import { isQuotationMark } from './marks.ts'

/** A clause beside what is said: *sagte X* · *so X* · *wie X mitteilte*. Words `start` (inclusive) to `end` (exclusive). */
export interface Inquit {
  readonly start: number
  readonly end: number
  readonly speaker: Phrase | null
  readonly cue: Phrase
}

/** The inquit that begins at word `start`, if one does. */
export function inquitAt(context: Context, sentence: Sentence, start: number): Inquit | undefined {
  const word = context.words[start]
  if (!word || start >= sentence.last) return undefined
  if (isRole(context, 'so', word)) return soInquit(context, sentence, start)
  if (isRole(context, 'as', word)) return asInquit(context, sentence, start)
  return start > sentence.first && isFiniteVerb(word) ? verbInquit(context, sentence, start) : undefined
}

/** `…, sagte X` with the finite verb first and the subject after it. */
function verbInquit(context: Context, sentence: Sentence, start: number): Inquit | undefined {
  const { trees, words } = context
  const finite = words[start] as Word
  const index = finite.upos === 'AUX' && finite.head > start && finite.head < sentence.last ? finite.head : start
  const entry = cueVerb(context, index)
  if (!entry || !(entry.uses.has('speech') || entry.uses.has('clause') || entry.uses.has('direct'))) return undefined
  const subject = subjectOf(trees, index)
  if (subject !== undefined && subject < start && !hasRelation(trees.word(index), 'conj')) return undefined
  if (beginsMainClause(context, index, start)) return undefined
  const speaker = speakerOf(context, index, entry)
  if (speaker && speaker.head < start) return undefined
  if (!speaker && entry.speaker === null) return undefined
  const cue = cuePhrase(context, index)
  const reach = Math.max(start, ...(speaker?.words ?? []), ...cue.words)
  return { start, end: clauseEnd(context, sentence, reach + 1), speaker, cue }
}

/** Whether the verb is that of the main clause whose first constituent (*Obwohl …, sagte er nichts*) ends at the comma before it. */
function beginsMainClause(context: Context, index: number, start: number): boolean {
  const { trees, words } = context
  let before = start - 1
  while (before >= 0 && isPunctuation(words[before]) && words[before]?.sentence === words[start]?.sentence) before--
  if (regionOf(context, before)) return false
  const first = trees.children(index).find((child) => child < start && trees.subtree(child).includes(before))
  if (first === undefined) return false
  const word = trees.word(first)
  const other = trees.childrenBy(index, 'nsubj').some((child) => child > start)
  if (hasRelation(word, 'nsubj') && other) return false
  if (hasRelation(word, 'obj', 'iobj', 'obl', 'nsubj', 'advmod')) return finiteOf(trees, first) === undefined
  if (!hasRelation(word, 'advcl', 'ccomp')) return false
  const marks = trees.childrenBy(first, 'mark').map((at) => trees.word(at))
  if (marks.some((mark) => mark.upos === 'SCONJ' && !isRole(context, 'complementizer', mark))) return true
  return (
    hasRelation(word, 'advcl') &&
    marks.length === 0 &&
    trees.subtree(first).some((at) => at < before && isRole(context, 'question', words[at]))
  )
}

/** `…, so X` with a noun phrase and no verb; also `so schätzen X`. */
function soInquit(context: Context, sentence: Sentence, start: number): Inquit | undefined {
  const { trees, words } = context
  const next = words[start + 1]
  if (!next || start === sentence.first || start + 1 >= sentence.last) return undefined
  if (isFiniteVerb(next)) {
    const inner = verbInquit(context, sentence, start + 1)
    return inner && { ...inner, start, cue: { ...inner.cue, words: [start, ...inner.cue.words] } }
  }
  if (!['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'PUNCT', 'NUM'].includes(next.upos)) return undefined
  if (next.upos === 'PRON' && next.feats.Case !== 'Nom') return undefined
  const head = range(start + 1, sentence.last).find((at) => ['NOUN', 'PROPN', 'PRON'].includes(words[at]?.upos ?? ''))
  if (
    head === undefined ||
    range(start + 1, head).some(
      (at) => ['VERB', 'AUX', 'ADP', 'ADV'].includes(words[at]?.upos ?? '') || words[at]?.form === ',',
    )
  )
    return undefined
  let top = head
  while (true) {
    const above = trees.word(top).head
    if (
      above <= start ||
      above >= sentence.last ||
      !['NOUN', 'PROPN'].includes(trees.word(above).upos) ||
      range(top, above).some((at) => words[at]?.form === ',')
    )
      break
    top = above
  }
  const phrase = nounPhrase(trees, top).filter((at) => at > start)
  const reach = Math.max(head, ...phrase)
  const end = clauseEnd(context, sentence, reach + 1)
  if (range(start, end).some((at) => isFiniteVerb(words[at] as Word))) return undefined
  return {
    start,
    end,
    speaker: { words: phrase.length > 0 ? phrase : [head], head: top },
    cue: { words: [start], head: start },
  }
}

/** `wie X mitteilte`, at the beginning of the sentence or after a comma. */
function asInquit(context: Context, sentence: Sentence, start: number): Inquit | undefined {
  const { trees, words } = context
  for (let at = start + 1; at < sentence.last; at++) {
    const word = words[at] as Word
    if (word.upos !== 'VERB' && !(word.upos === 'AUX' && isFiniteVerb(word))) continue
    const entry = cueVerb(context, at)
    const finite = finiteOf(trees, at)
    if (!entry?.uses.has('speech') || finite === undefined || isModal(context, finite)) {
      if (word.feats.VerbForm === 'Part' || hasRelation(word, 'amod', 'acl')) continue
      return undefined
    }
    const after = Math.max(at, finite)
    const next = words[after + 1]
    if (next && after + 1 < sentence.last && !isPunctuation(next)) return undefined
    const found = speakerOf(context, at, entry)
    const speaker = found && found.head > start ? found : subjectBetween(context, start + 1, at)
    return { start, end: after + 1, speaker, cue: cuePhrase(context, at) }
  }
  return undefined
}

/** Whether a finite word is an auxiliary that does not only make a tense (*behaupten konnte*). */
const isModal = (context: Context, finite: number): boolean => {
  const word = context.trees.word(finite)
  return hasRelation(word, 'aux') && !hasRelation(word, 'aux:pass') && !context.lexicon.words.tense.has(word.lemma)
}

/** The first noun phrase between *wie* and its verb, where the parser found no subject. */
function subjectBetween(context: Context, from: number, to: number): Phrase | null {
  for (const at of range(from, to)) {
    const word = context.words[at] as Word
    if (word.upos === 'ADP') return null
    if (word.upos !== 'NOUN' && word.upos !== 'PROPN' && !(word.upos === 'PRON' && word.feats.Case === 'Nom')) continue
    if (isRole(context, 'correlate', word)) return null
    return phraseOf(context, at)
  }
  return null
}

/** Where the clause that has reached `from` ends: at the next comma, mark or full stop that is not inside brackets. */
function clauseEnd(context: Context, sentence: Sentence, from: number): number {
  let depth = 0
  for (let at = from; at < sentence.last; at++) {
    const { form, upos } = context.words[at] as Word
    if (form === '(') depth++
    else if (form === ')') depth--
    else if (
      depth <= 0 &&
      upos === 'PUNCT' &&
      (',.:;!?…'.includes(form) || isDash(context.words, at) || (isQuotationMark(form) && opensHere(context, at)))
    )
      return at
  }
  return sentence.last
}

const opensHere = (context: Context, at: number): boolean =>
  context.regions.some((region) => region.open === at && region.last - region.first > 3)

/** *…, sagte X.* · *…, so X.* · *Wie X mitteilte, …*: all of the sentence but the inquit is what is said. */
export function inquitQuotes(context: Context, sentence: Sentence, inquits: readonly Inquit[]): Draft[] {
  const out: Draft[] = []
  for (const inquit of inquits) {
    const { words } = context
    if (endsQuotation(context, sentence, inquit.start)) continue
    const left = range(leftBoundary(context, sentence, inquit, inquits), inquit.start)
    const right = rightPart(context, sentence, inquit, inquits)
    const said = [...trim(words, left), ...trim(words, right)]
    if (!said.some((at) => isFiniteVerb(words[at] as Word))) continue
    const form = isRole(context, 'as', words[inquit.start]) ? 'reported' : 'indirect'
    out.push({ form, words: said, speaker: inquit.speaker, cue: inquit.cue, rule: 'inquit' })
  }
  return out
}

/** Whether what stands before is a quotation that a colon or the sentence's beginning introduces: that alone is said then. */
function endsQuotation(context: Context, sentence: Sentence, start: number): boolean {
  const { words, regions } = context
  return regions.some(({ open, last }) => {
    if (open < sentence.first || last > start || !range(last, start).every((at) => isPunctuation(words[at])))
      return false
    return open === sentence.first || words[open - 1]?.form === ':'
  })
}

/** All inquits of a sentence, in order. */
export function inquitsOf(context: Context, sentence: Sentence): Inquit[] {
  const out: Inquit[] = []
  let from = sentence.first
  for (let at = sentence.first; at < sentence.last; at++) {
    if (at < from) continue
    const before = context.words[at - 1]
    const begins =
      at === sentence.first
        ? isRole(context, 'as', context.words[at])
        : before !== undefined && startsClause(context, before)
    const inquit = begins ? inquitAt(context, sentence, at) : undefined
    if (!inquit) continue
    out.push(inquit)
    from = inquit.end
  }
  return out
}

const startsClause = (context: Context, before: Word): boolean => {
  if (before.upos !== 'PUNCT') return false
  if (',!?…'.includes(before.form) || isDash(context.words, before.index)) return true
  const region = isQuotationMark(before.form) ? context.regions.find(({ close }) => close === before.index) : undefined
  return region !== undefined && isWholeSentence(context, region)
}

function leftBoundary(context: Context, sentence: Sentence, inquit: Inquit, inquits: readonly Inquit[]): number {
  let from = sentence.first
  for (const other of inquits) if (other.end <= inquit.start && other !== inquit) from = Math.max(from, other.end)
  for (let at = inquit.start - 1; at > from; at--) if (context.words[at]?.form === ';') return at + 1
  return from
}

function rightPart(context: Context, sentence: Sentence, inquit: Inquit, inquits: readonly Inquit[]): number[] {
  const next = inquits.find((other) => other.start >= inquit.end && other !== inquit)
  const end = next ? next.start : sentence.last
  const { words, trees } = context
  const separator = words[inquit.end]
  if (!separator || inquit.end >= end) return []
  const speaker = new Set(inquit.speaker ? trees.subtree(inquit.speaker.head) : [])
  const right = range(inquit.end, end).filter((at) => !speaker.has(at))
  const initial = inquit.start === sentence.first
  if (!initial && separator.form !== ',' && !isQuotationMark(separator.form) && !isDash(words, inquit.end)) return []
  if (!initial && separator.form === ':') return []
  const first = right.find((at) => !isPunctuation(words[at]))
  const conjunction = first !== undefined && (words[first]?.upos === 'CCONJ' || words[first]?.upos === 'SCONJ')
  if (!initial && conjunction && range(sentence.first, inquit.start).some((at) => isFiniteVerb(words[at] as Word)))
    return []
  return right.some((at) => isFiniteVerb(words[at] as Word)) || initial ? right : []
}
