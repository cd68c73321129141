import type { Word } from '../../core/document.ts'

const STRONG: Readonly<Record<string, string>> = { Masc: 'er', Fem: 'e', Neut: 'es' }

/** An adjective as it stands before a noun in the nominative without article: *nordkoreanischen* → *nordkoreanisches*. */
export function strongAdjective(adjective: Word, noun: Word): string {
  const ending = noun.feats.Number === 'Plur' ? 'e' : STRONG[noun.feats.Gender ?? '']
  const stem = adjective.form.replace(/(?:en|em|er|es|e)$/, '')
  return ending === undefined || stem === adjective.form || stem.length < 3 ? adjective.form : stem + ending
}

/** A noun in the nominative: its lemma in the singular; in the plural its form without the *n* of the dative. */
export function nominativeNoun(noun: Word): string {
  if (noun.feats.Number === 'Sing') return noun.upos === 'ADJ' ? noun.form : noun.lemma
  if (noun.feats.Case !== 'Dat' || !noun.form.endsWith('n')) return noun.form
  const bare = noun.form.slice(0, -1)
  const stem = noun.lemma.toLowerCase()
  const plural = bare.toLowerCase()
  const dative =
    /(?:er|el)$/.test(plural) ||
    (plural.endsWith('e') && plural !== `${stem}e`
      ? noun.feats.Gender !== 'Fem' && plural !== stem
      : plural.endsWith('e') && noun.feats.Gender !== 'Fem' && !WEAK.test(stem))
  return dative ? bare : noun.form
}

/** Nouns whose plural ends in *en* in every case. */
const WEAK = /(?:ent|ant|ist|at|et|ot|or|oge|graph|graf|mensch|held|herr|zar|bär|prinz|fürst|staat)$/
