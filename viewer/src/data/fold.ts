const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
}
const OTHERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** Text without case, diacritics and the letters that no decomposition reaches: *Djatschkow* and *djatschkow*, *Łódź* and *lodz* are equal. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(OTHERS, (letter) => LETTERS[letter] ?? letter)

/** As a keyboard without umlauts writes it: *Süd* is found by *sued* as well as by *sud*. */
export const foldTransliterated = (text: string): string =>
  fold(text.replace(/[äöüÄÖÜ]/g, (letter) => `${letter.normalize('NFD')[0]}e`))
