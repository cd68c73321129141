import type { Word } from '../../../core/document.ts'
import { hasRelation } from '../../../core/tree.ts'
import { prepositionOf } from '../arguments.ts'
import type { Candidate, Rule } from '../candidate.ts'
import type { Filler, RelationContext } from '../context.ts'
import type { Frame } from '../frames.ts'
import { type Filling, fillNounSlot } from '../slots.ts'
import { phraseValue } from '../values.ts'
import { combine } from './support.ts'

/** Who holds a role: what the role's noun refers to, or, where it is predicated, the subject. */
function holders(context: RelationContext, noun: number, frame: Frame): { filling: Filling; presupposed: boolean } {
  const subject = predicatedSubject(context, noun) ?? appointee(context, noun)
  if (subject !== undefined) {
    const fillers = context
      .entitiesAt(subject)
      .filter((f) => context.isReferent(f.entity!) && context.hasType(f.entity!, frame.subjectTypes))
    return { filling: { fillers, trust: 0.95 }, presupposed: false }
  }
  const named = apposedName(context, noun)
  if (named !== undefined && context.hasType(named, frame.subjectTypes))
    return {
      filling: { fillers: [{ head: context.trees.word(noun).head, entity: named, value: null }], trust: 0.95 },
      presupposed: true,
    }
  const several = namedBeside(context, noun).filter((f) => context.hasType(f.entity!, frame.subjectTypes))
  if (several.length > 1) return { filling: { fillers: several, trust: 0.95 }, presupposed: true }
  const self = [{ role: 'self', amount: false }]
  return {
    filling: fillNounSlot(
      context,
      noun,
      self,
      frame.subjectTypes ?? ['Person', 'Group', 'Organization', 'Place', 'Facility'],
    ),
    presupposed: true,
  }
}

/** The people whose names a noun in the plural introduces (*die Minister Hans Huber und Karl Maier*). */
export function namedBeside(context: RelationContext, noun: number): Filler[] {
  if (context.trees.word(noun).feats.Number !== 'Plur') return []
  const named = context.entitiesAt(noun).filter(({ entity }) => {
    const { type, named } = context.entity(entity!)
    return type === 'Person' && named
  })
  return named.length > 1 ? named : []
}

/** The named entity that an unnamed noun is an apposition to (*Kroatien, der nächste Gegner der Deutschen*), or undefined. */
function apposedName(context: RelationContext, noun: number): number | undefined {
  const { trees } = context
  // *Hans Huber, ein Hacker und Mitarbeiter der Firma*: of two joined nouns both are said of the name.
  const self = trees.word(noun)
  const word = hasRelation(self, 'conj') && self.head >= 0 && self.head < noun ? trees.word(self.head) : self
  if (!hasRelation(word, 'appos') || word.head < 0) return undefined
  const own = context.entityAt(noun)
  const other = context.entityAt(word.head)
  if (other === undefined || other === own || !context.entity(other).named) return undefined
  return own === undefined || !context.entity(own).named ? other : undefined
}

/**
 * The subject of a noun that *sein*, *werden* or *als* makes a predicate. Where both sides are nouns and one is a name, the name is the
 * subject, wherever the parser saw it (*Nachfolger wird Michael Macht*).
 */
export function predicatedSubject(context: RelationContext, noun: number): number | undefined {
  const { trees, data } = context
  const isNamed = (index: number): boolean => {
    const entity = context.entityAt(index)
    return entity !== undefined && context.entity(entity).named
  }
  if (trees.childBy(noun, 'cop') !== undefined) {
    const subject = trees.childBy(noun, 'nsubj') ?? context.predications.surfaceSubject(noun)
    return subject !== undefined && isNamed(noun) && !isNamed(subject) ? undefined : subject
  }
  const word = trees.word(noun)
  if (word.head < 0) return undefined
  const governor = trees.word(word.head)
  // *Wurde Olympiasieger und Weltmeister*
  const joined = hasRelation(word, 'conj') && word.head < noun && governor.upos === 'NOUN' && !isNamed(noun)
  if (joined && trees.childBy(noun, 'nsubj', 'det', 'case') === undefined) return predicatedSubject(context, word.head)
  if (hasRelation(word, 'nsubj') && !isNamed(noun)) {
    if (trees.childBy(word.head, 'cop') !== undefined) return isNamed(word.head) ? word.head : undefined
    if (data.copulas.has(governor.lemma))
      return trees
        .childrenBy(word.head, 'xcomp', 'obj', 'obl', 'nsubj')
        .find((other) => other !== noun && isNamed(other))
    return undefined
  }
  if (!hasRelation(word, 'xcomp', 'obl', 'obj') || isNamed(noun)) return undefined
  if (!hasRelation(word, 'xcomp') && !data.copulas.has(governor.lemma)) return undefined
  // *Blieb sein Leben lang ein Mitglied*: what stands beside a predicate is none.
  if (!hasRelation(word, 'xcomp') && trees.childBy(word.head, 'xcomp') !== undefined) return undefined
  // *Nannte als Ziel, Mitglieder zu gewinnen*: what is called so is the clause.
  if (trees.childrenBy(word.head, 'ccomp', 'xcomp', 'csubj').some((c) => trees.word(c).upos === 'VERB'))
    return undefined
  // *wird zum Star* predicates, *ist für Russland wichtig* does not.
  const preposition = prepositionOf(trees, noun, data.particles)
  if (preposition !== undefined && preposition !== data.eventGoal) return undefined
  // *Bilder zeigen Verletzte*: an object, whatever the parser calls it, is no predicate.
  const isObject = context.predications.of(word.head).arguments.some((a) => a.role === 'obj' && a.head === noun)
  if (hasRelation(word, 'xcomp') && isObject) return undefined
  const object = data.copulas.has(governor.lemma) ? undefined : trees.childBy(word.head, 'obj')
  return object ?? context.predications.of(word.head).arguments.find((a) => a.role === 'subj' || a.role === 'obj')?.head
}

/** Who is made what a noun says by a vote or an appointment (*ernannte Maier zum Sprecher der Partei*), a headline's participle counted. */
export function appointee({ data, predications, trees }: RelationContext, noun: number): number | undefined {
  const { head } = trees.word(noun)
  if (head < 0 || trees.word(head).upos !== 'VERB') return undefined
  const { lemma, arguments: all } = predications.of(head)
  if (!all.some((a) => a.role === data.eventGoal && a.head === noun)) return undefined
  if (!data.frames.verb(lemma).some(({ relation }) => relation === 'appoints')) return undefined
  const bare = trees.word(head).feats.VerbForm === 'Part' && trees.childBy(head, 'aux') === undefined
  return (all.find((a) => a.role === 'obj') ?? (bare ? all.find((a) => a.role === 'subj') : undefined))?.head
}

const open = (frame: Frame): boolean => frame.object.some(({ role }) => role === 'gen' || role === 'of')

/**
 * What the first part of a solid compound refers to (*Regierungssprecher* → the government spoken of): the last organisation before, or else
 * after, one of whose descriptions ends with it.
 */
function compoundField(context: RelationContext, noun: number, length: number, frame: Frame): Filling {
  const { lemma, sentence } = context.trees.word(noun)
  const part = lemma.slice(0, lemma.length - length).toLowerCase()
  if (part.length < 4 || part.endsWith('-')) return { fillers: [], trust: 1 }
  let found: Filler | undefined
  for (const mention of context.document.coreference.mentions) {
    if (mention.kind !== 'name' && mention.kind !== 'description') continue
    if (context.document.unrelatedSentences && context.trees.word(mention.head).sentence !== sentence) continue
    if (found !== undefined && mention.head > noun) break
    if (context.entity(mention.entity).type !== 'Organization' || !context.hasType(mention.entity, frame.objectTypes))
      continue
    const head = context.trees.word(mention.head).lemma.toLowerCase()
    if (
      head === part ||
      (head.length > 3 && part.startsWith(head) && part.length - head.length < 3) ||
      head.endsWith(part) ||
      head.endsWith(part.slice(0, -1))
    )
      found = { head: noun, entity: mention.entity, value: null }
  }
  return { fillers: found ? [found] : [], trust: 0.8 }
}

/** Nouns that say what somebody is, with the thing they are it of. */
export const roles: Rule = {
  name: 'role',
  example: 'Russlands Präsident Wladimir Putin',
  *find(context): Iterable<Candidate> {
    for (const word of context.document.words) {
      if (word.upos !== 'NOUN' && word.upos !== 'PROPN') continue
      const { frames, length } = context.data.frames.noun('role', word.lemma)
      if (frames.length === 0 || context.isNoHolder(word.index) || isPartOfPlaceName(context, word.index)) continue
      for (const frame of frames) {
        const { filling, presupposed } = holders(context, word.index, frame)
        if (filling.fillers.length === 0) continue
        const said = fillNounSlot(context, word.index, frame.object, frame.objectTypes)
        const field =
          said.fillers.length > 0 || !open(frame)
            ? withoutTowns(context, frame, said)
            : compoundField(context, word.index, length, frame)
        // Of *Vorgänger* the holder is the object.
        const swapped = frame.object.some((slot) => slot.role === 'self')
        const [left, right] = swapped
          ? [fillNounSlot(context, word.index, frame.subject, frame.subjectTypes), filling]
          : [filling, field]
        for (const candidate of combine(context, frame, left, right, word.index, 0.9))
          yield { ...candidate, presupposed, predicate: { ...candidate.predicate, lemma: word.lemma } }
      }
    }
  },
}

/** A *Wiener Tennisspieler* comes from Vienna and plays for no team of that name. */
function withoutTowns(context: RelationContext, { relation }: Frame, filling: Filling): Filling {
  if (relation !== 'memberOf' && relation !== 'playsFor') return filling
  return { ...filling, fillers: filling.fillers.filter(({ head }) => !context.isCityAdjective(head)) }
}

/** *Wiener Neustadt* is no new town of Vienna. */
const isPartOfPlaceName = (context: RelationContext, noun: number): boolean =>
  context.document.names.some(
    ({ type, form, first, last }) =>
      type === 'LOC' && form === 'name' && first < noun && noun < last && context.isCityAdjective(first),
  )

/** Whether a noun stands beside the name of the person, so that it is no matter of coreference who that is. */
const isBesideName = ({ document, trees }: RelationContext, noun: number, person: number): boolean =>
  document.coreference.mentions.some(
    ({ kind, entity, first, last }) =>
      kind === 'name' &&
      entity === person &&
      ((first <= noun && noun < last) ||
        (trees.word(first).sentence === trees.word(noun).sentence &&
          [trees.word(noun).head, ...trees.children(noun)].some((word) => first <= word && word < last))),
  )

/** What a named person is said to be, as words (*Bundesaußenminister Gabriel*). */
export const titles: Rule = {
  name: 'title',
  example: 'Bundesaußenminister Siegmar Gabriel',
  *find(context): Iterable<Candidate> {
    for (const word of context.document.words) {
      if (word.upos !== 'NOUN') continue
      const { frames } = context.data.frames.noun('role', word.lemma)
      // Kin (*sein Sohn*), predecessors and rivals hold no office by that.
      if (frames.every(({ relation }) => context.data.noOffices.has(relation))) continue
      const subject = predicatedSubject(context, word.index)
      const several = subject === undefined ? namedBeside(context, word.index) : []
      const holder = context.entityAt(subject ?? word.index)
      const one = holder === undefined ? [] : [{ head: subject ?? word.index, entity: holder, value: null }]
      for (const filler of several.length > 0 ? several : one) {
        const entity = context.entity(filler.entity!)
        if (entity.type !== 'Person' || !entity.named) continue
        const beside = several.length > 0 || subject !== undefined || isBesideName(context, word.index, filler.entity!)
        yield {
          subject: filler,
          object: { head: word.index, entity: null, value: phraseValue(titleOf(context, word)) },
          predicate: { ...context.predicate('holdsRole', word.lemma) },
          trigger: word.index,
          trust: beside ? 0.9 : 0.6,
          presupposed: subject === undefined,
        }
      }
    }
  },
}

/** The title as words; one of the past with what says so (*ehemaliger Präsident*), or it would be taken for the present one. */
function titleOf(context: RelationContext, noun: Word): string {
  const { words, text } = context.document
  const mark = context.noHolderMark(noun.index)
  if (mark !== undefined && mark < noun.index) return text.slice(words[mark]!.start, noun.end)
  return noun.form.startsWith(noun.lemma) ? noun.lemma : noun.form
}
