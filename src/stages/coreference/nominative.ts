import type { Word } from '../../core/document.ts'
import { type Context, compoundLemma } from './context.ts'
import type { Draft } from './drafts.ts'

/** An adjective as it stands before a noun in the nominative without article: *nordkoreanischen* → *nordkoreanisches*. */
export function strongAdjective({ lexicon }: Pick<Context, 'lexicon'>, adjective: Word, noun: Word): string {
  const ending = lexicon.endings.strong(noun.feats)
  const stem = lexicon.endings.stemOfAdjective(adjective.form)
  const inflected =
    stem !== adjective.form && stem.length > 2 && adjective.lemma.toLowerCase() !== adjective.form.toLowerCase()
  return ending === undefined || !inflected ? adjective.form : stem + ending
}

/** A noun in the nominative: its lemma in the singular; in the plural its form without the ending of the dative. */
export function nominativeNoun({ lexicon }: Context, noun: Word): string {
  const stem = lexicon.adjectivalStem(noun.form)
  if (stem !== undefined) return stem + (lexicon.endings.strong(noun.feats) ?? '')
  if (noun.feats.Number === 'Sing') return noun.upos === 'ADJ' ? noun.form : noun.lemma
  const shorter = noun.feats.Case === 'Dat' ? lexicon.endings.withoutDative(noun.form) : undefined
  if (shorter === undefined || shorter.length < 3) return noun.form
  if (noun.form === noun.lemma) return noun.form
  if (noun.feats.Gender === 'Fem' && noun.form.startsWith(noun.lemma)) return noun.form
  const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  // Plurals with umlaut have that ending only in the dative (*Rat, Räte, Räten*).
  const umlaut = !noun.form.startsWith(noun.lemma) && bare(noun.form).startsWith(bare(noun.lemma))
  if (umlaut) return shorter
  return lexicon.keepsPluralN(noun.lemma.toLowerCase()) ? noun.form : shorter
}

/** The nominative of every named draft's name, its titles left out, by draft. */
export function nominativeNames(context: Context, drafts: readonly Draft[]): ReadonlyMap<number, string> {
  const written = new Set<string>()
  for (const draft of drafts)
    if (draft.name) for (const token of textOfName(context, draft).split(/\s+/)) written.add(token)
  const names = new Map<number, string>()
  for (const draft of drafts) if (draft.name) names.set(draft.index, nominativeName(context, draft, written))
  return names
}

const textOfName = ({ text }: Context, draft: Draft): string =>
  text
    .slice(draft.name?.start, draft.name?.end)
    .replace(/["“”„»«]/g, '')
    .replace(/\s+/g, ' ')
    // *Boeing 737 - 500* is *Boeing 737-500*.
    .replace(/(\d) ?([-‐‑]) ?(?=\d)/g, '$1$2')
    .trim()

function nominativeName(context: Context, draft: Draft, written: ReadonlySet<string>): string {
  const { words, lexicon, text } = context
  const name = draft.name
  if (!name) return ''
  const tokens = textOfName(context, draft).split(' ')
  while (name.type === 'PER' && tokens.length > 1 && lexicon.namePart(tokens[0] as string) === 'title') tokens.shift()
  const last = words[name.last - 1] as Word
  if (draft.noun !== undefined && draft.noun >= name.first && draft.noun < name.last) {
    const own = words[draft.noun] as Word
    return compoundLemma(context, own.index) + text.slice(own.end, name.end)
  }
  const noun = words.slice(name.first, name.last).find((word) => word.upos === 'NOUN' || word.upos === 'PROPN')
  const adjectives = noun ? words.slice(name.first, noun.index) : []
  const common = noun && (noun.feats.Number === 'Plur' || lexicon.typeOf(noun.lemma, noun.form) !== undefined)
  if (name.type === 'PER' || !common || adjectives.length === 0 || !adjectives.every((word) => word.upos === 'ADJ')) {
    tokens[tokens.length - 1] = withoutGenitive(context, draft, last, tokens.at(-1) as string, written)
    return tokens.join(' ')
  }
  const inflected = adjectives.map((word) => strongAdjective(context, word, noun))
  const core =
    noun === last
      ? withoutGenitive(context, draft, noun, noun.form, written)
      : noun.feats.Case === 'Gen'
        ? nominativeNoun(context, noun)
        : noun.form
  return [...inflected, core + text.slice(noun.end, name.end)].join(' ').replace(/["“”„»«]/g, '')
}

/** *Kims* → *Kim*, where the article, a gazetteer or the lemma says that the *s* is an ending. */
function withoutGenitive(
  { places, lexicon }: Context,
  draft: Draft,
  word: Word,
  token: string,
  written: ReadonlySet<string>,
): string {
  const bare = token.replace(/['’]s?$/, '')
  if (bare !== token && bare.length > 1) return bare
  const bases = lexicon.endings.withoutGenitive(token)
  if (bases.length === 0) return token
  for (const base of bases) if (written.has(base)) return base
  for (const base of bases) if (lexicon.isListed(base)) return base
  if (draft.name?.type === 'LOC') {
    const place = places.place(token)
    for (const base of bases) if (place?.label === base) return base
  }
  if (word.feats.Case !== 'Gen' && word.lemma === token) return token
  return bases.includes(word.lemma) ? word.lemma : token
}
