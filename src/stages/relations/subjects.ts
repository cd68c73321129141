import type { Word } from '../../core/document.ts'
import { caseOf, hasRelation, type Trees } from '../../core/tree.ts'
import type { Argument } from './arguments.ts'
import type { Frame } from './frames.ts'

/**
 * Whether what a parser takes for the object must be the subject: its article is nominative and the other's is not (*Den Kurs bestimmt der
 * Rat*), or it agrees with the verb in number and the other does not (*Antworten bietet diese Seite*).
 */
function areExchanged(trees: Trees, subject: number, object: number, finite: Word | undefined): boolean {
  const [a, b] = [trees.word(subject), trees.word(object)]
  if (hasArticle(trees, object, 'Nom') !== hasArticle(trees, subject, 'Nom')) return hasArticle(trees, object, 'Nom')
  const joined = [subject, object].some((index) => trees.childBy(index, 'conj') !== undefined)
  return (
    !joined &&
    !hasArticle(trees, object, 'Acc') &&
    finite?.feats.Number === 'Sing' &&
    a.feats.Number === 'Plur' &&
    b.feats.Number === 'Sing'
  )
}

/** Whether the article of a masculine noun in the singular, which tells the two apart, is in the case. */
export function hasArticle(trees: Trees, noun: number, kase: 'Nom' | 'Acc'): boolean {
  const { upos, feats } = trees.word(noun)
  const article = trees.childBy(noun, 'det')
  return (
    upos === 'NOUN' &&
    feats.Gender === 'Masc' &&
    feats.Number === 'Sing' &&
    article !== undefined &&
    trees.word(article).feats.Case === kase
  )
}

/**
 * The subject among two objects of a finite verb that has none: a German clause has one, and it comes first unless the form of the first
 * shows that it is none.
 */
function hiddenSubject(trees: Trees, verb: number, found: readonly Argument[], finite: Word): Argument | undefined {
  if (finite.feats.Mood === 'Imp' || hasRelation(trees.word(verb), 'conj')) return undefined
  if (trees.childBy(verb, 'aux:pass') !== undefined) return undefined
  if (found.some(({ role }) => role === 'subj' || role === 'clause')) return undefined
  const [first, second, third] = found.filter(({ role }) => role === 'obj')
  if (first === undefined || second === undefined || third !== undefined) return undefined
  if (mayBeSubject(trees, first.head, finite)) return first
  return hasArticle(trees, first.head, 'Acc') ? second : undefined
}

/** Whether an argument without preposition may be the subject: its article is not of another case, and the verb agrees with it. */
function mayBeSubject(trees: Trees, noun: number, finite: Word): boolean {
  const { feats, upos } = trees.word(noun)
  const article = trees.childBy(noun, 'det', 'amod')
  const { Case, Gender, Number: number } = article === undefined ? feats : trees.word(article).feats
  if (upos === 'PRON' || feats.Reflex === 'Yes' || Case === 'Dat' || Case === 'Gen') return false
  if (Case === 'Acc' && Gender === 'Masc' && number === 'Sing') return false
  const joined = trees.childBy(noun, 'conj') !== undefined
  return joined || !feats.Number || !finite.feats.Number || feats.Number === finite.feats.Number
}

/** What a headline names before its colon (*EM: Deutschland gewinnt*) is not the subject if another one follows. */
function dropTopics(trees: Trees, found: Argument[]): void {
  const subjects = found.filter((a) => a.role === 'subj')
  if (subjects.length < 2) return
  for (const { head } of subjects.slice(0, -1)) {
    const next = subjects.find((a) => a.head > head)?.head ?? head
    for (let at = head + 1; at < next; at++)
      if (trees.word(at).form === ':') {
        found.splice(
          found.findIndex((a) => a.head === head && a.role === 'subj'),
          1,
        )
        break
      }
  }
}

/** *Die* and *das* may be subject or object of their clause (*Merkel, die Polen besuchte*); *den* and *dem* may not. */
const isAmbiguousRelative = (word: Word): boolean =>
  word.feats.PronType?.includes('Rel') === true && (word.feats.Gender !== 'Masc' || word.feats.Number === 'Plur')

/**
 * *Die Mure, die in Tirol abging*, *Der Firma zufolge soll die Fabrik in Betrieb gehen*: a clause with a finite verb has a subject, and where
 * nothing else can be it, it is what the parser takes for the object.
 */
function isLoneSubject(trees: Trees, verb: number, found: readonly Argument[], finite: Word): boolean {
  const [object, another] = found.filter(({ role }) => role === 'obj')
  if (object === undefined || another !== undefined) return false
  const { deprel, upos } = trees.word(verb)
  const relative = isAmbiguousRelative(trees.word(object.head)) && deprel.startsWith('acl')
  const main = deprel === 'root' && upos === 'VERB' && mayBeSubject(trees, object.head, finite)
  if (!relative && !main) return false
  if (finite.feats.Mood === 'Imp' || trees.childBy(verb, 'nsubj', 'csubj', 'expl', 'aux:pass', 'cop') !== undefined)
    return false
  if (found.some(({ role }) => role === 'subj' || role === 'clause')) return false
  const loose = trees
    .childrenBy(verb, 'obl', 'nmod', 'dep', 'parataxis', 'appos', 'xcomp', 'dislocated')
    .some((c) => c !== object.head && trees.word(c).upos !== 'ADV' && trees.childBy(c, 'case') === undefined)
  const { Number: number } = trees.word(object.head).feats
  return (relative || !loose) && (!number || !finite.feats.Number || number === finite.feats.Number)
}

/** Below this the parser does not know what a word is. */
const UNSURE = 0.5

/** *Merkel, die Polen besuchte*: where nothing tells the two apart and the parser is unsure, the relative pronoun is the subject. */
const isLikelierSubject = (trees: Trees, pronoun: number, noun: number): boolean =>
  isAmbiguousRelative(trees.word(pronoun)) &&
  trees.word(pronoun).confidence < UNSURE &&
  pronoun < noun &&
  trees.word(noun).upos !== 'PRON' &&
  trees.word(pronoun).feats.Number === trees.word(noun).feats.Number &&
  !hasArticle(trees, noun, 'Nom')

/**
 * Of two subjects of one verb, the one that disagrees with it in number is none: before the verb a dative (*Angehörigen sprach Putin sein
 * Beileid aus*), after it the object (*Der Sturm verursachte Schäden*). Of two bare objects the first is the dative (*gewährt Porsche
 * einen Kredit*).
 */
export function settleSubjects(trees: Trees, verb: number, found: Argument[]): void {
  const objects = found.filter((a) => a.role === 'obj')
  const [first] = objects
  if (objects.length === 2 && !found.some((a) => a.role === 'subj') && isAmbiguousRelative(trees.word(first!.head))) {
    found[found.indexOf(first!)] = { role: 'subj', head: first!.head }
    return
  }
  const finite = [verb, ...trees.childrenBy(verb, 'aux')]
    .map((i) => trees.word(i))
    .find((word) => word.feats.VerbForm === 'Fin')
  if (finite !== undefined && isLoneSubject(trees, verb, found, finite)) {
    found[found.indexOf(first!)] = { role: 'subj', head: first!.head }
    return
  }
  const exposed = finite === undefined ? undefined : hiddenSubject(trees, verb, found, finite)
  if (exposed !== undefined) {
    found[found.indexOf(exposed)] = { role: 'subj', head: exposed.head }
    return
  }
  if (objects.length === 2 && trees.word(objects[1]!.head).feats.Case !== 'Dat')
    found[found.indexOf(objects[0]!)] = { role: 'dat', head: objects[0]!.head }
  dropTopics(trees, found)
  const subjects = found.filter((a) => a.role === 'subj')
  const [subject] = subjects
  if (
    subjects.length === 1 &&
    objects.length === 1 &&
    (isLikelierSubject(trees, first!.head, subject!.head) || areExchanged(trees, subject!.head, first!.head, finite))
  ) {
    found[found.indexOf(subject!)] = { role: 'obj', head: subject!.head }
    found[found.indexOf(first!)] = { role: 'subj', head: first!.head }
    return
  }
  if (subjects.length < 2 || !finite?.feats.Number) return
  const odd = subjects.filter((a) => {
    const { Number: number } = trees.word(a.head).feats
    return number !== undefined && number !== finite.feats.Number
  })
  if (odd.length === 0 && objects.length === 0 && subjects.length === 2) {
    const [one, other] = [subject!, subjects[1]!]
    const object = hasArticle(trees, other.head, 'Nom') && !hasArticle(trees, one.head, 'Nom') ? one : other
    found[found.indexOf(object)] = { role: caseOf(trees, object.head) === 'Dat' ? 'dat' : 'obj', head: object.head }
    return
  }
  if (odd.length === 0 || odd.length === subjects.length) return
  for (const argument of odd) {
    const role = argument.head > verb && objects.length === 0 ? 'obj' : 'dat'
    found[found.indexOf(argument)] = { role, head: argument.head }
  }
}

/**
 * *Den Angeklagten* may be a plural dative or an accusative: with a verb that has an object beside it, and no dative, it is the object.
 * @param frames the verb's wordings
 */
export function settleDatives(trees: Trees, frames: readonly Frame[], found: Argument[]): void {
  if (frames.length === 0 || found.some(({ role }) => role === 'obj')) return
  const roles = frames.flatMap(({ reflexive, subject, object }) => (reflexive ? [] : [...subject, ...object]))
  if (!roles.some(({ role }) => role === 'obj') || roles.some(({ role }) => role === 'dat')) return
  const at = found.findIndex(({ role, head }) => role === 'dat' && isOpenToAccusative(trees, head))
  if (at >= 0) found[at] = { role: 'obj', head: found[at]!.head }
}

/** Whether the article of a noun is also that of a masculine accusative (*den*). */
function isOpenToAccusative(trees: Trees, noun: number): boolean {
  const article = trees.childBy(noun, 'det')
  const { feats } = trees.word(noun)
  return article !== undefined && trees.word(article).feats.Number === 'Plur' && feats.Gender === 'Masc'
}
