import type { Features, Upos } from '../core/document.ts'

/** One way to read a word form. */
export interface Reading {
  readonly lemma: string
  readonly upos: Upos
  /** Nominal cells, or verbal ones where `upos` is VERB or AUX (see `cells.ts`); 0 if the word does not inflect. */
  readonly cells: number
  /** Features that do not depend on the context: `PronType`, `Degree`, `Poss` … */
  readonly feats: Features
  /** The separable prefix of a verb (*ab* of *abreisen*), else empty. */
  readonly prefix: string
}

/** A reading as the compiler takes it. */
export interface Entry extends Reading {
  readonly form: string
}

/**
 * How a lemma is made from its form: take `dropStart` units from the start and put `addStart` there, the same at the end. So one
 * rule serves all forms that inflect alike (after the edit scripts of Straka 2018, UDPipe 2.0 prototype).
 */
export interface LemmaRule {
  readonly dropStart: number
  readonly addStart: string
  readonly dropEnd: number
  readonly addEnd: string
}

/** The rule that makes `lemma` from `form`, keeping their longest common substring. */
export function lemmaRule(form: string, lemma: string): LemmaRule {
  let prefix = 0
  while (prefix < form.length && prefix < lemma.length && form[prefix] === lemma[prefix]) prefix++
  if (prefix * 2 >= Math.min(form.length, lemma.length))
    return { dropStart: 0, addStart: '', dropEnd: form.length - prefix, addEnd: lemma.slice(prefix) }
  let best = 0
  let formAt = 0
  let lemmaAt = 0
  let previous = new Uint16Array(lemma.length + 1)
  for (let i = 1; i <= form.length; i++) {
    const row = new Uint16Array(lemma.length + 1)
    for (let j = 1; j <= lemma.length; j++) {
      if (form[i - 1] !== lemma[j - 1]) continue
      const length = (previous[j - 1] as number) + 1
      row[j] = length
      if (length > best) {
        best = length
        formAt = i - length
        lemmaAt = j - length
      }
    }
    previous = row
  }
  return {
    dropStart: formAt,
    addStart: lemma.slice(0, lemmaAt),
    dropEnd: form.length - formAt - best,
    addEnd: lemma.slice(lemmaAt + best),
  }
}

/** The lemma that a rule makes from a form. */
export const applyRule = (rule: LemmaRule, form: string): string =>
  rule.addStart + form.slice(rule.dropStart, form.length - rule.dropEnd) + rule.addEnd
