import type { Document, Quote } from '../../core/document.ts'
import { defineStage } from '../../core/stage.ts'
import { treesOf } from '../../core/tree.ts'
import { isPunctuation } from './clauses.ts'
import { complementQuotes } from './complements.ts'
import { directQuotes } from './direct.ts'
import { type Context, type Draft, type Phrase, withSpeakerOutside } from './draft.ts'
import { type Inquit, inquitQuotes, inquitsOf } from './inquits.ts'
import { labelQuotes } from './labels.ts'
import { type QuoteLexicon, quoteLexicon } from './lexicon.ts'
import { quotedRegions } from './marks.ts'
import { accordingQuote, holder, mainFinite, pointingQuote, runningQuote } from './running.ts'
import { settle, toQuotes } from './settle.ts'
import { sourceQuotes } from './sources.ts'

/** Drafts of all rules, before overlaps are settled. */
export function draftQuotes(
  document: Document<'sentences' | 'words' | 'names'>,
  lexicon: QuoteLexicon,
): { context: Context; drafts: Draft[] } {
  const { words, sentences, names } = document
  const unrelated = document.unrelatedSentences ?? false
  const context: Context = {
    words,
    sentences,
    names,
    trees: treesOf(words),
    lexicon,
    regions: quotedRegions(words, sentences, unrelated),
    unrelated,
  }
  const inquits = new Map<number, readonly Inquit[]>()
  sentences.forEach((sentence, number) => {
    const found = inquitsOf(context, sentence)
    if (found.length > 0) inquits.set(number, found)
  })
  const direct = directQuotes(context, inquits)
  const drafts: Draft[] = []
  let before: Draft[] = []
  let recent: Recent | undefined
  sentences.forEach((sentence, number) => {
    const mine = direct
      .filter((draft) => belongsTo(context, draft, number))
      .map((draft, place, all) => continued(context, draft, number, [...before, ...all.slice(0, place)], recent))
    const own = settle(
      context,
      [
        ...mine,
        ...sourceQuotes(context, sentence),
        ...inquitQuotes(context, sentence, inquits.get(number) ?? []),
        ...complementQuotes(context, sentence),
        ...labelQuotes(context, sentence),
      ].map((draft) => withSpeakerOutside(context, draft)),
    )
    const pointing = pointingQuote(context, number)
    if (pointing) {
      const place = drafts.findIndex(
        (draft) => draft.form === 'direct' && !draft.speaker && isSame(context, draft, pointing),
      )
      if (place < 0) own.push(pointing)
      else drafts[place] = { ...(drafts[place] as Draft), speaker: pointing.speaker, cue: pointing.cue }
    }
    const according = own.length === 0 ? accordingQuote(context, number, before) : undefined
    if (according) own.push(according)
    // *Bohrungen hätten gezeigt, dass …* is itself what the speaker before says.
    const finite = mainFinite(context, sentence)?.index
    if (finite !== undefined && !own.some((draft) => draft.words.includes(finite))) {
      const running = runningQuote(context, number, before, isNear(context, recent, number) ? recent.speaker : null)
      if (running) own.push(running)
    }
    const reaches = direct.filter((draft) => draft.words.some((at) => words[at]?.sentence === number))
    before = [...reaches, ...own].sort((a, b) => (a.words.at(-1) ?? 0) - (b.words.at(-1) ?? 0))
    const speaker = before.findLast((draft) => draft.speaker && draft.form !== 'reported')?.speaker
    if (speaker) recent = { speaker, number }
    drafts.push(...own)
  })
  return { context, drafts }
}

/** Whether a quotation is the whole of what a sentence after it points to. */
const isSame = (context: Context, quotation: Draft, pointing: Draft): boolean => {
  const said = pointing.words.filter((at) => !isPunctuation(context.words[at]))
  const quoted = said.filter((at) => quotation.words.includes(at))
  return quoted.length * 2 > said.length && quotation.words.every((at) => pointing.words.includes(at))
}

/** Who was said last to say something, and in which sentence. */
interface Recent {
  readonly speaker: Phrase
  readonly number: number
}

/** How many sentences later a paragraph may still go on with what its last speaker says. */
const NEAR = 3

const isNear = ({ sentences }: Context, recent: Recent | undefined, number: number): recent is Recent =>
  recent !== undefined &&
  number - recent.number <= NEAR &&
  sentences[recent.number]?.paragraph === sentences[number]?.paragraph

/** A direct quote without a cue goes on with what the speaker of the sentence before said, in the same paragraph. */
function continued(
  context: Context,
  draft: Draft,
  number: number,
  before: readonly Draft[],
  recent: Recent | undefined,
): Draft {
  const { sentences, unrelated } = context
  const previous = sentences[number - 1]
  if (unrelated || draft.speaker || !previous || sentences[number]?.paragraph !== previous.paragraph) return draft
  const said = before.filter((other) => other.speaker).at(-1)?.speaker ?? (draft.cue ? null : holder(context, previous))
  const speaker = said ?? (!draft.cue && isNear(context, recent, number) ? recent.speaker : null)
  if (!speaker) return draft
  return { ...draft, speaker, rule: 'direct continued' }
}

/** A draft is counted with the sentence that its cue stands in, else with the one that it begins in. */
function belongsTo(context: Context, draft: Draft, number: number): boolean {
  const at = draft.cue?.head ?? draft.words[0]
  return at !== undefined && context.words[at]?.sentence === number
}

/** Finds who says what: direct, indirect and reported speech. */
export const quotes = defineStage(
  'quotes',
  ['sentences', 'words', 'names'],
  ['quotes'],
  async (document, resources) => {
    const lexicon = await resources.use(quoteLexicon)
    const { context, drafts } = draftQuotes(document, lexicon)
    const found: Quote[] = toQuotes(context, drafts)
    return { quotes: found }
  },
)
