import { formatFeatures } from '../../conllu/features.ts'
import type { Coreference, Document, Mention } from '../../core/document.ts'
import { covers, type Span } from '../../core/span.ts'

/** The layers that an analysis prints. */
export type Analysed = Document<'sentences' | 'words' | 'names' | 'times' | 'quotes' | 'coreference'>

const spanOf = ({ start, end }: Span) => ({ start, end })

/** Whether a mention is the end of a longer one of the same entity (*der Abgeordnete des Föderationsrates Viktor Oserow*). */
const isWithinItself = ({ mentions, entities }: Coreference, mention: Mention): boolean =>
  (entities[mention.entity]?.mentions ?? []).some((index) => {
    const other = mentions[index]
    return other !== undefined && other.end === mention.end && other.start < mention.start && covers(other, mention)
  })

/** A document's analysis as one line of JSON, without a line break; offsets are UTF-16 units, `head` counts from 1 within the sentence. */
export function analysisAsJson(document: Analysed): string {
  const { metadata, text, sentences, words, names, times, quotes, coreference } = document
  return JSON.stringify({
    document: {
      id: metadata.id,
      title: metadata.title,
      date: metadata.date,
      language: metadata.language,
      author: metadata.author,
      publisher: metadata.publisher,
      source: metadata.source,
    },
    text,
    sentences: sentences.map(spanOf),
    tokens: words.map((word) => ({
      sentence: word.sentence,
      start: word.start,
      end: word.end,
      form: word.form,
      lemma: word.lemma,
      upos: word.upos,
      feats: formatFeatures(word.feats),
      head: word.head < 0 ? 0 : word.head - (sentences[word.sentence]?.first ?? 0) + 1,
      deprel: word.deprel,
    })),
    names: names.filter(({ form }) => form === 'name').map(({ start, end, type }) => ({ start, end, type })),
    times: times.map(({ start, end, type, value }) => ({ start, end, type, value })),
    quotes: quotes.map(({ form, start, end, speaker, cue }) => ({
      form,
      start,
      end,
      speaker: speaker && spanOf(speaker),
      cue: cue && spanOf(cue),
    })),
    mentions: coreference.mentions
      .filter((mention) => mention.kind !== 'derivation' && !isWithinItself(coreference, mention))
      .map(({ start, end, entity }) => ({ start, end, entity: `e${entity + 1}` })),
  })
}
