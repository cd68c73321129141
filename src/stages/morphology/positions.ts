import type { Word } from '../../core/document.ts'
import { caseOf, hasRelation, Trees } from '../../core/tree.ts'
import { attributes, bracketedNames, compounds, type Edge } from './noun-phrases.ts'

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN'])
const INSIDE_PHRASE: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'ADV'])

/** What edges of a document's trees should be, by the word that they belong to. */
type Repair = (trees: Trees) => Map<number, Edge>

/** The repairs, each on what those before it made. */
export const REPAIRS: readonly Repair[] = [
  compounds,
  prepositions,
  attributes,
  bracketedNames,
  brackets,
  reports,
  fields,
  conjunctsOutsideClauses,
]

/**
 * Words with those edges of their trees mended that word order, agreement or prepositions show to be wrong. Each repair changes only what
 * German grammar leaves no choice in. Words that are `fixed` (given by the caller) keep their place.
 */
export function repairedWords(
  words: readonly Word[],
  repairs: readonly Repair[] = REPAIRS,
  // The confidence of given words is 1.
  fixed: (index: number) => boolean = (index) => words[index]?.confidence === 1,
): readonly Word[] {
  let current = words
  for (const repair of repairs) {
    const edges = repair(new Trees(current))
    for (const index of edges.keys()) if (fixed(index)) edges.delete(index)
    if (edges.size === 0) continue
    const mended = current.map((word) => ({ ...word, ...edges.get(word.index) }))
    current = [...edges.keys()].some((index) => isCyclic(mended, index)) ? current : mended
  }
  return current
}

function isCyclic(words: readonly Word[], index: number): boolean {
  let at = index
  for (let steps = 0; at >= 0; steps++) {
    if (steps > words.length) return true
    at = words[at]!.head
    if (at === index) return true
  }
  return false
}

const sameSentence = (trees: Trees, a: number, b: number): boolean => trees.word(a).sentence === trees.word(b)?.sentence

/** A phrase that hangs on a verb instead of on a noun is no *nmod*. */
const relationUnderVerb = (deprel: string): string => (deprel.startsWith('nmod') ? 'obl' : deprel)

/** Two prepositions with a noun between them govern two nouns (*nach Angaben des Sprechers bei 34 Millionen*, *durch die Krise in Not*). */
function prepositions(trees: Trees): Map<number, Edge> {
  const out = new Map<number, Edge>()
  for (const word of trees.words) {
    if (!NOMINAL.has(word.upos)) continue
    const own = trees.childrenBy(word.index, 'case').filter((c) => trees.word(c).upos === 'ADP')
    if (own.length < 2) continue
    const before = own.filter((c) => c < word.index)
    const after = own.filter((c) => c > word.index)
    const [first, second] = before
    if (first !== undefined && second !== undefined) {
      const between = trees.words
        .slice(first + 1, second)
        .find(
          (w) =>
            NOMINAL.has(w.upos) &&
            hasRelation(w, 'obl', 'nmod') &&
            !trees.subtree(word.index).includes(w.index) &&
            trees.childBy(w.index, 'case') === undefined,
        )
      if (between) out.set(first, { head: between.index, deprel: 'case' })
    }
    for (const preposition of before.length > 0 ? after : []) {
      let end = preposition + 1
      while (
        end < trees.words.length &&
        sameSentence(trees, preposition, end) &&
        INSIDE_PHRASE.has(trees.word(end).upos)
      )
        end++
      const phrase = trees.words.slice(preposition + 1, end)
      const head = phrase.find(
        (w) => NOMINAL.has(w.upos) && w.head !== word.index && (w.head < preposition || w.head >= end),
      )
      // *Um vier Prozent auf 356.000*
      const [number] = phrase
      if (!head && number?.upos === 'NUM' && phrase.length === 1 && number.head === word.index && word.head >= 0) {
        out.set(preposition, { head: number.index, deprel: 'case' })
        out.set(number.index, { head: word.head, deprel: word.deprel })
      }
      if (!head || trees.childBy(head.index, 'case') !== undefined) continue
      out.set(preposition, { head: head.index, deprel: 'case' })
      for (const w of phrase) if (w.head === word.index) out.set(w.index, { head: head.index, deprel: w.deprel })
    }
  }
  return out
}

/** What stands between the auxiliary and its participle or infinitive (*hatte mit Gewalt gedroht*) belongs to no verb after them. */
function brackets(trees: Trees): Map<number, Edge> {
  const out = new Map<number, Edge>()
  for (const verb of trees.words) {
    if (verb.upos !== 'VERB' || verb.feats.VerbForm === 'Fin') continue
    const auxiliary = trees
      .childrenBy(verb.index, 'aux')
      .find((a) => a < verb.index && trees.word(a).feats.VerbForm === 'Fin')
    if (auxiliary === undefined) continue
    for (const word of trees.words.slice(auxiliary + 1, verb.index))
      if (word.head > verb.index && hasRelation(word, 'obl', 'nmod', 'obj', 'advmod'))
        out.set(word.index, { head: verb.index, deprel: relationUnderVerb(word.deprel) })
  }
  return out
}

/** What stands before *, sagt …* is part of what is said and hangs on nothing after the verb of saying; what follows hangs on that verb. */
function reports(trees: Trees): Map<number, Edge> {
  const out = new Map<number, Edge>()
  for (const verb of trees.words) {
    if (verb.upos !== 'VERB' || verb.index === 0 || trees.word(verb.index - 1).form !== ',') continue
    const said = trees.childrenBy(verb.index, 'ccomp').find((c) => c < verb.index)
    if (said === undefined) continue
    for (let at = verb.index - 2; at >= 0 && sameSentence(trees, at, verb.index); at--) {
      const word = trees.word(at)
      if (word.head > verb.index && hasRelation(word, 'obl', 'nmod', 'advmod') && at !== said)
        out.set(at, { head: said, deprel: relationUnderVerb(word.deprel) })
    }
    // *…, berichtet das Portal unter Berufung auf die Rebellen*: nor does what follows it hang on what is said.
    for (let at = verb.index + 1; at < trees.words.length && trees.word(at).upos !== 'PUNCT'; at++) {
      const word = trees.word(at)
      if (word.head >= 0 && word.head < verb.index && hasRelation(word, 'obl', 'nmod', 'advmod'))
        out.set(at, { head: verb.index, deprel: relationUnderVerb(word.deprel) })
    }
  }
  return out
}

/** What stands between a relative pronoun and the verb at the end of its clause belongs to that verb, not to a word before the clause. */
function fields(trees: Trees): Map<number, Edge> {
  const out = new Map<number, Edge>()
  for (const verb of trees.words) {
    if (!hasRelation(verb, 'acl:relcl') || verb.upos !== 'VERB' || verb.head < 0) continue
    const pronoun = trees
      .children(verb.index)
      .find((c) => c > verb.head && trees.word(c).upos === 'PRON' && trees.word(c).feats.PronType?.includes('Rel'))
    if (pronoun === undefined) continue
    let hasSubject = trees.childBy(verb.index, 'nsubj') !== undefined
    for (const word of trees.words.slice(pronoun + 1, verb.index)) {
      if (word.head < 0 || word.head >= pronoun || !NOMINAL.has(word.upos)) continue
      if (!hasRelation(word, 'nmod', 'obl', 'appos', 'conj')) continue
      const subject = !hasSubject && trees.childBy(word.index, 'case') === undefined
      out.set(word.index, { head: verb.index, deprel: subject ? 'nsubj' : 'obl' })
      hasSubject ||= subject
    }
  }
  return out
}

/** After the verb of a relative clause nothing is coordinated with a noun inside it but with one before it in the same case. */
function conjunctsOutsideClauses(trees: Trees): Map<number, Edge> {
  const out = new Map<number, Edge>()
  for (const word of trees.words) {
    if (!hasRelation(word, 'conj') || !NOMINAL.has(word.upos) || word.head < 0 || word.head > word.index) continue
    const clause = trees
      .ancestors(word.index)
      .map((a) => trees.word(a))
      .find((a) => hasRelation(a, 'acl:relcl') && a.upos === 'VERB' && a.head >= 0 && a.head < word.head)
    if (!clause || clause.index <= word.head || clause.index > word.index || clause.feats.VerbForm !== 'Fin') continue
    const start = Math.min(...trees.subtree(clause.index).filter((i) => i > clause.head))
    for (let at = start - 1; at >= clause.head; at--)
      if (
        NOMINAL.has(trees.word(at).upos) &&
        !hasRelation(trees.word(at), 'appos', 'flat', 'compound') &&
        agreesInCase(trees, at, word)
      ) {
        out.set(word.index, { head: at, deprel: 'conj' })
        break
      }
  }
  return out
}

/** Whether two nominals may be in one case: the feminine singular shows no difference between genitive and dative. */
function agreesInCase(trees: Trees, at: number, { index, feats }: Word): boolean {
  const [a, b] = [caseOf(trees, at), caseOf(trees, index)]
  if (a === undefined || b === undefined) return false
  const oblique = (kase: string): boolean => kase === 'Gen' || kase === 'Dat'
  return a === b || (feats.Gender === 'Fem' && feats.Number === 'Sing' && oblique(a) && oblique(b))
}
