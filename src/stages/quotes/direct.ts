import type { Sentence, Word } from '../../core/document.ts'
import { hasRelation } from '../../core/tree.ts'
import { isFiniteVerb, isPunctuation, range, trim } from './clauses.ts'
import { nounSpeaker } from './complements.ts'
import {
  type Context,
  cuePhrase,
  cueVerb,
  type Draft,
  isRole,
  ownerOf,
  type Phrase,
  phraseOf,
  speakerOf,
} from './draft.ts'
import type { Inquit } from './inquits.ts'
import { nounAmong } from './lexicon.ts'
import type { Quoted } from './marks.ts'

/** What stands between quotation marks and is said: with the cue before, after, around or in the sentence before. */
export function directQuotes(context: Context, inquits: ReadonlyMap<number, readonly Inquit[]>): Draft[] {
  const out: Draft[] = []
  let last: { draft: Draft; sentence: number; paragraph: number } | undefined
  for (const region of outermost(context.regions)) {
    const begins = context.words[region.first]?.sentence ?? 0
    const ends = context.words[region.last - 1]?.sentence ?? begins
    const found =
      cueAfter(context, region, inquits.get(ends) ?? []) ?? cueBefore(context, region) ?? cueInBetween(context, region)
    const words = contentOf(context, region)
    if (words.length === 0) continue
    const continues =
      last &&
      !context.unrelated &&
      begins - last.sentence <= 1 &&
      begins >= last.sentence &&
      isWholeSentence(context, region)
    if (
      continues &&
      last &&
      (!found || found.inquit === undefined) &&
      (!found || last.paragraph === context.sentences[begins]?.paragraph) &&
      !found
    ) {
      const samePlace = last.paragraph === context.sentences[begins]?.paragraph
      const merged: Draft = samePlace
        ? { ...last.draft, words: [...last.draft.words, ...words] }
        : { form: 'direct', words, speaker: last.draft.speaker, cue: null, rule: 'direct continued' }
      if (samePlace) out[out.indexOf(last.draft)] = merged
      else out.push(merged)
      last = { draft: merged, sentence: ends, paragraph: context.sentences[ends]?.paragraph ?? 0 }
      continue
    }
    if (!found && !isWholeSentence(context, region)) continue
    const earlier = found?.inquit && out.find((draft) => draft.cue && draft.cue.head === found.cue?.head)
    if (earlier) {
      const merged = { ...earlier, words: [...earlier.words, ...words] }
      out[out.indexOf(earlier)] = merged
      last = { draft: merged, sentence: ends, paragraph: context.sentences[ends]?.paragraph ?? 0 }
      continue
    }
    const draft: Draft = {
      form: 'direct',
      words,
      speaker: found?.speaker ?? null,
      cue: found?.cue ?? null,
      rule: found?.rule ?? 'direct without cue',
    }
    out.push(draft)
    if (isWholeSentence(context, region))
      last = { draft, sentence: ends, paragraph: context.sentences[ends]?.paragraph ?? 0 }
  }
  return out
}

interface Found {
  readonly speaker: Phrase | null
  readonly cue: Phrase | null
  readonly rule: string
  readonly inquit?: Inquit
}

const outermost = (regions: readonly Quoted[]): Quoted[] =>
  regions.filter(
    (region) =>
      !regions.some(
        (other) =>
          other !== region &&
          other.first <= region.first &&
          region.last <= other.last &&
          other.last - other.first > region.last - region.first,
      ),
  )

const contentOf = (context: Context, region: Quoted): number[] => trim(context.words, range(region.first, region.last))

/** Whether the region holds a sentence: a finite verb, or a full stop at its end. */
export function isWholeSentence(context: Context, region: Quoted): boolean {
  const inner = range(region.first, region.last)
  if (inner.some((at) => isFiniteVerb(context.words[at] as Word))) return inner.length > 3
  return inner.length > 3 && /^[.!?…]$/u.test(context.words[region.last - 1]?.form ?? '')
}

/** `"…", sagte X` · `"…", so X, "…"` */
function cueAfter(context: Context, region: Quoted, inquits: readonly Inquit[]): Found | undefined {
  const between = (from: number, to: number): boolean =>
    from <= to && range(from, to).every((at) => isPunctuation(context.words[at]))
  for (const inquit of inquits) {
    const after = between(region.last, inquit.start)
    const before =
      region.open >= 0 &&
      between(inquit.end, region.first) &&
      context.words[inquit.end]?.form !== '.' &&
      isInterposed(context, inquit)
    if (after || before) return { speaker: inquit.speaker, cue: inquit.cue, rule: 'direct, cue after', inquit }
  }
  return undefined
}

/** Whether something stands before the inquit in its sentence that it may belong to. */
const isInterposed = (context: Context, inquit: Inquit): boolean => {
  const sentence = context.sentences[context.words[inquit.start]?.sentence ?? 0]
  return sentence !== undefined && inquit.start > sentence.first
}

/** `X sagte: "…"`, also with the colon at the end of the sentence before. */
function cueBefore(context: Context, region: Quoted): Found | undefined {
  if (region.open < 0) return undefined
  const { words, sentences } = context
  let sentence = sentences[words[region.open]?.sentence ?? 0]
  if (!sentence) return undefined
  let colon = region.open - 1
  if (colon < sentence.first) {
    if (context.unrelated) return undefined
    sentence = sentences[(words[region.open]?.sentence ?? 0) - 1]
    colon = (sentence?.last ?? 0) - 1
  }
  if (!sentence || colon < sentence.first || words[colon]?.form !== ':') return undefined
  return beforeColon(context, sentence, colon)
}

/** Who speaks, by the words between the sentence's beginning (or a semicolon) and a colon. */
export function beforeColon(context: Context, sentence: Sentence, colon: number): Found | undefined {
  const { words, trees } = context
  const before = range(sentence.first, colon)
  const verbs = before.filter(
    (at) => words[at]?.upos === 'VERB' || (words[at]?.upos === 'AUX' && trees.childBy(at, 'nsubj') !== undefined),
  )
  const cue = verbs.reverse().find((at) => cueVerb(context, at)?.uses.has('direct'))
  const noun = before
    .reverse()
    .find((at) => words[at]?.upos === 'NOUN' && nounAmong(context.lexicon.clauseNouns, words[at]?.lemma ?? ''))
  if (cue !== undefined) {
    const speaker = speakerOf(context, cue, cueVerb(context, cue))
    return { speaker, cue: cuePhrase(context, cue), rule: 'direct, cue before' }
  }
  const main = verbs.find((at) => hasRelation(trees.word(at), 'root', 'conj', 'parataxis')) ?? verbs[0]
  if (noun !== undefined) {
    const speaker = nounSpeaker(context, noun, main) ?? (main === undefined ? null : speakerOf(context, main))
    return { speaker, cue: { words: [noun], head: noun }, rule: 'direct, noun before' }
  }
  if (main !== undefined) return { speaker: speakerOf(context, main), cue: null, rule: 'direct, clause before' }
  const head =
    before.find(
      (at) => hasRelation(trees.word(at), 'root') && ['NOUN', 'PROPN', 'PRON'].includes(words[at]?.upos ?? ''),
    ) ?? before.find((at) => words[at]?.upos === 'PROPN')
  return head === undefined
    ? undefined
    : { speaker: ownerOf(context, head) ?? phraseOf(context, head), cue: null, rule: 'direct, name before' }
}

/** `nannte die Zahlen "aus der Luft gegriffen"` · `sprach von "…"` · `mit den Worten "…"`: the quotation is part of the cue's clause. */
function cueInBetween(context: Context, region: Quoted): Found | undefined {
  const { trees, words } = context
  const tops = range(region.first, region.last).filter((at) => {
    const word = words[at] as Word
    return (
      !isPunctuation(word) &&
      (word.head < region.first || word.head >= region.last) &&
      word.head >= 0 &&
      !hasRelation(word, 'case', 'det')
    )
  })
  for (const top of tops) {
    const word = trees.word(top)
    const above = trees.word(word.head)
    if (
      above.upos === 'NOUN' &&
      isRole(context, 'words', above) &&
      isWholeSentence(context, region) &&
      hasRelation(word, 'appos', 'nmod', 'acl', 'parataxis', 'dep', 'ccomp', 'flat')
    ) {
      const verb = above.head >= 0 && trees.word(above.head).upos === 'VERB' ? above.head : undefined
      return {
        speaker: nounSpeaker(context, above.index, verb),
        cue: { words: [above.index], head: above.index },
        rule: 'direct, noun',
      }
    }
    const entry = cueVerb(context, above.index)
    if (!entry || hasRelation(word, 'nsubj', 'vocative')) continue
    const whole = isWholeSentence(context, region)
    const prepositional = trees.childrenBy(top, 'case').length > 0
    const label =
      entry.uses.has('label') &&
      hasRelation(word, 'xcomp', 'obj', 'obl', 'ccomp', 'advcl', 'advmod', 'dep') &&
      (prepositional || !isName(context, region))
    const said =
      entry.uses.has('direct') &&
      hasRelation(word, 'obj', 'ccomp', 'parataxis', 'dep', 'xcomp', 'conj') &&
      (whole || !isName(context, region))
    if (label || said)
      return {
        speaker: speakerOf(context, above.index, entry),
        cue: cuePhrase(context, above.index),
        rule: label ? 'direct, label' : 'direct, object',
      }
  }
  return undefined
}

/** Whether what stands in quotation marks is a name. */
const isName = (context: Context, region: Quoted): boolean =>
  context.names.some((name) => name.first <= region.first && region.last <= name.last) ||
  range(region.first, region.last).every((at) => ['PROPN', 'PUNCT', 'X'].includes(context.words[at]?.upos ?? ''))
