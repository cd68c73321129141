import type { Sentence, Word } from '../../core/document.ts'

/** Words between a pair of quotation marks. */
export interface Quoted {
  /** Index of the opening mark, or -1 where it is missing. */
  readonly open: number
  /** Index of the closing mark, or -1 where it is missing. */
  readonly close: number
  /** Words `first` (inclusive) to `last` (exclusive) between the marks. */
  readonly first: number
  readonly last: number
}

const always: Readonly<Record<string, 'open' | 'close'>> = {
  '„': 'open',
  '‚': 'open',
  '‟': 'open',
  '”': 'close',
  '``': 'open',
  "''": 'close',
}
/** Marks that open in one typographic style and close in another, with what closes what. */
const closes: Readonly<Record<string, string>> = {
  '“': '„“',
  '”': '„“”‟',
  '«': '»«',
  '»': '«»',
  '‹': '›‹',
  '›': '‹›',
  '‘': '‚‘',
  '’': '‚‘',
  '"': '"„“',
  "''": '``',
}
/** Marks that end a quotation or stand for a sound (*‘Adi*) where nothing closes them: they open none then. */
const alone: ReadonlySet<string> = new Set(['“', '”', '‘', '’', "''"])
const marks = new Set([...Object.keys(always), ...Object.keys(closes)])

/** Whether a token is a quotation mark of any style. */
export const isQuotationMark = (form: string): boolean => marks.has(form)

/** A quotation that is not closed ends with its paragraph; one that never ends is cut here. */
const longest = 2000

/**
 * Pairs quotation marks of all styles („…“ "…" «…» »…« ‚…‘ “…”). A quotation may run over sentences; over paragraphs only if the next
 * paragraph begins with an opening mark, as typography has it. Where `unrelated`, every sentence is paired by itself, and a mark without
 * partner reaches to the sentence's end or beginning.
 */
export function quotedRegions(words: readonly Word[], sentences: readonly Sentence[], unrelated: boolean): Quoted[] {
  const out: Quoted[] = []
  let stack: { index: number; form: string }[] = []
  let strayClose = false
  const finish = (end: number): void => {
    const bottom = stack.find(({ form }) => !alone.has(form))
    if (bottom && end - bottom.index - 1 > 0 && end - bottom.index < longest)
      out.push({ open: bottom.index, close: -1, first: bottom.index + 1, last: end })
    stack = []
  }
  sentences.forEach((sentence, number) => {
    const next = sentences[number + 1]
    strayClose = false
    for (let index = sentence.first; index < sentence.last; index++) {
      const word = words[index]
      if (!word || !marks.has(word.form)) continue
      const top = stack.at(-1)
      const startsParagraph = index === sentence.first && sentences[number - 1]?.paragraph !== sentence.paragraph
      if (top && startsParagraph && !unrelated && word.form === top.form) continue
      if (top && closes[word.form]?.includes(top.form) && opensOnlyIf(word, words[index + 1], top.form)) {
        stack.pop()
        if (index > top.index + 1) out.push({ open: top.index, close: index, first: top.index + 1, last: index })
      } else if (always[word.form] === 'close') {
        if (unrelated && !strayClose && stack.length === 0 && index > sentence.first)
          out.push({ open: -1, close: index, first: sentence.first, last: index })
        strayClose = true
      } else if (unrelated && word.form === '“' && !top && lacksOpening(words, sentence, index)) {
        out.push({ open: -1, close: index, first: sentence.first, last: index })
        strayClose = true
      } else if (word.form !== '’') stack.push({ index, form: word.form })
    }
    const ends =
      unrelated || !next || (next.paragraph !== sentence.paragraph && !reopens(words[next.first], stack[0]?.form))
    if (ends) finish(sentence.last)
  })
  return out.sort((a, b) => a.first - b.first || b.last - a.last)
}

/** A mark that could close an open one of its own form opens a new one if it leans on the word after it (" between spaces and word). */
const opensOnlyIf = (word: Word, next: Word | undefined, form: string): boolean =>
  word.form !== form || word.form !== '"' || !(word.spaceBefore && next && !next.spaceBefore)

/** Whether a “ that finds nothing open is the end of a German quotation begun in another sentence: nothing opened with “ before it. */
function lacksOpening(words: readonly Word[], sentence: Sentence, index: number): boolean {
  if (index === sentence.first) return false
  for (let at = index + 1; at < sentence.last; at++) {
    const form = words[at]?.form
    if (form === '”' || form === '“') return false
    if (form === '„') return true
  }
  return true
}

const reopens = (word: Word | undefined, form: string | undefined): boolean =>
  word !== undefined && form !== undefined && word.form === form
