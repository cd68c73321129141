/*
 * Notation of noun inflection, as `data/lang/de/lexicon/nouns.tsv` has it: genders, then eight cells (nominative, genitive, dative, accusative of
 * the singular, then of the plural), parted by spaces. A cell is `-` (no form) or alternatives parted by `/`, each: how many letters of the lemma
 * go (nothing: none), `"` if its last vowel takes an umlaut, what is appended; `0` is the lemma itself. So *Band, Bandes/Bands …, Bänder* is
 * `n 0 es/s 0/e 0 "er "er "ern "er`.
 */

const UMLAUTS: Readonly<Record<string, string>> = { a: 'ä', o: 'ö', u: 'ü', A: 'Ä', O: 'Ö', U: 'Ü' }

/** The stem with an umlaut on its last vowel that can take one (*Haus* → *Häus*). */
function umlaut(stem: string): string {
  for (let at = stem.length - 1; at >= 0; at--) {
    const letter = stem.charAt(at)
    const other = UMLAUTS[letter]
    if (!other) continue
    const place = letter === 'u' && /[aA]/.test(stem.charAt(at - 1)) ? at - 1 : at
    return stem.slice(0, place) + (UMLAUTS[stem.charAt(place)] ?? '') + stem.slice(place + 1)
  }
  return stem
}

function encodeForm(lemma: string, form: string): string {
  if (form === lemma) return '0'
  let shared = 0
  while (shared < lemma.length && shared < form.length && lemma[shared] === form[shared]) shared++
  const plain = `${shared < lemma.length ? lemma.length - shared : ''}${form.slice(shared)}`
  const vowels = umlaut(lemma)
  let umlauted = 0
  while (umlauted < vowels.length && umlauted < form.length && vowels[umlauted] === form[umlauted]) umlauted++
  if (vowels === lemma || umlauted <= shared) return plain
  return `${umlauted < lemma.length ? lemma.length - umlauted : ''}"${form.slice(umlauted)}`
}

/** The eight cells of `forms` (alternatives of each) as a pattern of `lemma`. */
export const nounPattern = (lemma: string, forms: readonly (readonly string[])[]): string =>
  forms.map((cell) => (cell.length === 0 ? '-' : cell.map((form) => encodeForm(lemma, form)).join('/'))).join(' ')

/** One cell's forms of `lemma`. */
export function decodeCell(lemma: string, cell: string): string[] {
  if (cell === '-') return []
  return cell.split('/').map((code) => {
    if (code === '0') return lemma
    const [, drop = '', mark = '', suffix = ''] = /^(\d*)("?)(.*)$/.exec(code) ?? []
    const whole = mark === '' ? lemma : umlaut(lemma)
    return whole.slice(0, lemma.length - Number(drop)) + suffix
  })
}
