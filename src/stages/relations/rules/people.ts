import type { Predicate, Time, Word } from '../../../core/document.ts'
import { hasRelation } from '../../../core/tree.ts'
import { openRelation } from '../../../rdf/vocabulary.ts'
import type { Candidate, Rule } from '../candidate.ts'
import type { Filler, RelationContext } from '../context.ts'
import type { Frame } from '../frames.ts'
import { fillNounSlot } from '../slots.ts'
import { phraseValue } from '../values.ts'
import { namedBeside, predicatedSubject } from './roles.ts'

const ANY = { amount: false }

/** The person whose name a common noun introduces or stands beside (*die Schriftstellerin Herta Müller*), or undefined. */
function bearer(context: RelationContext, noun: Word): number | undefined {
  if (noun.upos !== 'NOUN' || context.data.noTitles.has(noun.lemma)) return undefined
  const entity = context.entityAt(noun.index)
  if (entity === undefined || context.entity(entity).type !== 'Person' || !context.entity(entity).named)
    return undefined
  const next = context.document.words[noun.index + 1]
  const introduces =
    next?.upos === 'PROPN' && next.sentence === noun.sentence && context.entityAt(next.index) === entity
  return introduces || hasRelation(noun, 'appos') ? entity : undefined
}

const filler = (head: number, entity: number): Filler => ({ head, entity, value: null })

/** Occupations and other words for people before or after their name, which the lexicon has no role for. */
export const occupations: Rule = {
  name: 'occupation',
  example: 'die Schriftstellerin Herta Müller',
  *find(context): Iterable<Candidate> {
    for (const word of context.document.words) {
      if (context.data.frames.noun('role', word.lemma).frames.length > 0) continue
      const entity = bearer(context, word)
      const several =
        word.upos === 'NOUN' && !context.data.noTitles.has(word.lemma) ? namedBeside(context, word.index) : []
      const holders = several.length > 0 || entity === undefined ? several : [filler(word.index, entity)]
      // *Der Spanier Rafael Nadal* holds no office by that.
      if (holders.length === 0 || context.isDemonym(word.index)) continue
      const mark = context.noHolderMark(word.index)
      const marked = mark !== undefined && mark < word.index
      const plain = !marked && word.form.startsWith(word.lemma) && word.feats.Number !== 'Plur'
      const title = marked
        ? context.document.text.slice(context.trees.word(mark).start, word.end)
        : plain
          ? word.lemma
          : word.form
      for (const subject of holders)
        yield {
          subject,
          object: { head: word.index, entity: null, value: phraseValue(title) },
          predicate: context.predicate('holdsRole', word.lemma),
          trigger: word.index,
          trust: 0.85,
          presupposed: true,
        }
    }
  },
}

/** What a team or a firm is called right before its name (*Weltmeister Spanien*). */
export const teamTitles: Rule = {
  name: 'team-title',
  example: 'Weltmeister Spanien',
  *find(context): Iterable<Candidate> {
    const { data, document } = context
    for (const word of document.words) {
      const next = document.words[word.index + 1]
      if (next?.upos !== 'PROPN' || next.sentence !== word.sentence) continue
      const entity = data.teamTitles.has(word.lemma) ? context.entityAt(next.index) : undefined
      if (entity === undefined || !context.hasType(entity, ['Organization', 'Place', 'Group'])) continue
      yield {
        subject: filler(next.index, entity),
        object: { head: word.index, entity: null, value: phraseValue(word.lemma) },
        predicate: context.predicate('holdsRole', word.lemma),
        trigger: word.index,
        trust: 0.85,
        presupposed: true,
      }
    }
  },
}

/** What somebody is made by a vote or an appointment (*wurde zum Präsidenten gewählt*). */
export const appointments: Rule = {
  name: 'appointment',
  example: 'Hans Meier wurde zum Präsidenten gewählt.',
  *find(context): Iterable<Candidate> {
    const { data, trees } = context
    for (const word of context.document.words) {
      if (word.upos !== 'VERB' || !context.predications.isPredicate(word.index)) continue
      const { lemma, arguments: found } = context.predications.of(word.index)
      if (!data.frames.verb(lemma).some(({ relation }) => relation === 'appoints')) continue
      const role = found.find((a) => a.role === data.eventGoal && trees.word(a.head).upos === 'NOUN')
      const type = role === undefined ? undefined : context.entityAt(role.head)
      if (role === undefined || type === undefined || context.entity(type).type !== 'Person') continue
      for (const { head } of found.filter((a) => a.role === 'obj'))
        for (const person of context.entitiesAt(head))
          if (context.hasType(person.entity!, ['Person']) && context.entity(person.entity!).named)
            yield {
              subject: person,
              object: { head: role.head, entity: null, value: phraseValue(trees.word(role.head).lemma) },
              predicate: context.predicate('holdsRole', lemma),
              trigger: word.index,
              trust: 0.85,
            }
    }
  },
}

/** Whether the adjective of a country at a role says what the role is of (*der deutsche Kanzler*, but not *der deutsche Gründer*). */
const takesCountry = ({ object, objectTypes }: Frame): boolean =>
  (objectTypes === null || objectTypes.includes('Place')) && object.some(({ role }) => role === 'gen' || role === 'adj')

/**
 * The country of a person by the adjective at what they are (*die deutsche Schriftstellerin Herta Müller*), unless that is an office there, by
 * the genitive before the name (*Österreichs Marc Janko*) or by what its people are called (*der Spanier Rafael Nadal*).
 */
export const nationalities: Rule = {
  name: 'nationality',
  example: 'die deutsche Schriftstellerin Herta Müller',
  *find(context): Iterable<Candidate> {
    const { document, data, trees } = context
    const citizen = (person: Filler, place: Filler): Candidate => ({
      subject: person,
      object: place,
      predicate: context.predicate('citizenOf', trees.word(place.head).lemma),
      trigger: person.head,
      trust: 0.75,
      presupposed: true,
    })
    for (const word of document.words) {
      const entity = bearer(context, word)
      if (entity === undefined) continue
      const person = filler(word.index, entity)
      const people = context.peopleOf(word.index)
      if (people !== undefined) yield citizen(person, people)
      const { frames } = data.frames.noun('role', word.lemma)
      if (frames.some(takesCountry)) continue
      for (const place of fillNounSlot(context, word.index, [{ role: 'adj', ...ANY }], ['Place']).fillers)
        if (!context.isCityAdjective(place.head)) yield citizen(person, place)
    }
    for (const mention of document.coreference.mentions) {
      const { type } = context.entity(mention.entity)
      if (mention.kind !== 'name' || type !== 'Person' || trees.word(mention.head).upos !== 'PROPN') continue
      const owner = fillNounSlot(context, mention.head, [{ role: 'of', ...ANY }], ['Place', 'Organization'])
      for (const place of owner.fillers)
        if (place.head < mention.head && context.isCountry(place.entity!))
          yield citizen(filler(mention.head, mention.entity), place)
    }
  },
}

/**
 * Offices that somebody held, will hold or holds in another's stead, and roles that the lexicon has no relation for, with what they are in
 * (*der ehemalige Vizepräsident der Republik Kongo*): an open relation that says so.
 */
export const offices: Rule = {
  name: 'office',
  example: 'der ehemalige Präsident der Bank, Hans Meier',
  *find(context): Iterable<Candidate> {
    for (const word of context.document.words) {
      if (word.upos !== 'NOUN') continue
      const subject = predicatedSubject(context, word.index)
      const entity = holder(context, word, subject)
      if (entity === undefined) continue
      const mark = context.noHolderMark(word.index)
      const { frames } = context.data.frames.noun('role', word.lemma)
      if (mark === undefined && frames.length > 0) continue
      if (frames.length > 0 && frames.every(({ relation }) => context.data.noOffices.get(relation) === 'kin')) continue
      const types = ['Organization', 'Place', 'Group', 'Facility', 'Event'] as const
      const slots = [
        { role: 'gen', ...ANY },
        ...[...context.data.genitivePrepositions].map((role) => ({ role, ...ANY })),
      ]
      const within = fillNounSlot(context, word.index, frames.length > 0 ? slots : [{ role: 'of', ...ANY }], types)
      const predicate = officeOf(context, word, mark)
      for (const object of within.fillers) {
        if (object.entity === entity || context.possessorAt(object.head) !== undefined) continue
        yield {
          subject: filler(subject ?? word.index, entity),
          object,
          predicate,
          trigger: word.index,
          trust: 0.75 * within.trust,
          presupposed: subject === undefined,
        }
      }
    }
  },
}

/** The office with what says that it is not held now (*Präsident (ehemalig)*); a prefix before a hyphen is part of it (*Vize-Präsident*). */
function officeOf({ trees, document }: RelationContext, noun: Word, mark: number | undefined): Predicate {
  if (mark === undefined || mark >= noun.index) return { ...openRelation(noun.lemma), lemma: noun.lemma }
  const { start, spaceBefore } = trees.word(mark + 1)
  if (mark === noun.index - 2 && !spaceBefore) {
    const lemma = `${document.text.slice(trees.word(mark).start, start)}-${noun.lemma}`
    return { ...openRelation(lemma), lemma }
  }
  return { ...openRelation(`${noun.lemma} (${trees.word(mark).lemma})`), lemma: noun.lemma }
}

/** The named person that a noun is said of: beside the name, as an apposition to it, or as the predicate of a clause. */
function holder(context: RelationContext, noun: Word, subject: number | undefined): number | undefined {
  const candidates = [subject, noun.index, hasRelation(noun, 'appos') ? noun.head : undefined]
  for (const at of candidates) {
    const entity = at === undefined || at < 0 ? undefined : context.entityAt(at)
    if (entity === undefined) continue
    const { type, named } = context.entity(entity)
    if (type === 'Person' && named) return entity
  }
  return undefined
}

/** Birth and death in brackets after a name (*(geboren am 5. Mai 1950 in Ulm)*, *(\* 1950; † 2008)*). */
export const lifeDates: Rule = {
  name: 'life-date',
  example: 'Hans Meier (geboren am 5. Mai 1950 in Ulm)',
  *find(context): Iterable<Candidate> {
    for (const [person, from, to] of brackets(context)) {
      let kind: 'birth' | 'death' | undefined
      let mark = ''
      for (let at = from; at < to; at++) {
        const { form } = context.trees.word(at)
        if (context.data.lifeMarks.has(form)) {
          kind = context.data.lifeMarks.get(form)
          mark = form
        }
        if (kind === undefined) continue
        const time = context.timeAt(at)
        const moment = time === undefined ? undefined : context.document.times[time]
        if (moment !== undefined && moment.first === at && isDate(moment))
          yield life(context, person, at, kind === 'birth' ? 'bornOn' : 'diedOn', mark, {
            head: at,
            entity: null,
            value: phraseValue(context.document.text.slice(moment.start, moment.end)),
          })
        const place = context.entityAt(at)
        if (place !== undefined && time === undefined && context.entity(place).type === 'Place')
          yield life(context, person, at, kind === 'birth' ? 'bornIn' : 'diedIn', mark, filler(at, place))
      }
    }
  },
}

const isDate = ({ type }: Time): boolean => type === 'DATE' || type === 'TIME'

function life(
  context: RelationContext,
  person: Filler,
  at: number,
  relation: string,
  mark: string,
  object: Filler,
): Candidate {
  return {
    subject: person,
    object,
    predicate: context.predicate(relation, mark),
    trigger: at,
    trust: 0.9,
    presupposed: true,
  }
}

/** People with what stands in brackets right after their name: the words between the brackets, exclusively. */
function* brackets(context: RelationContext): Iterable<readonly [Filler, number, number]> {
  const { names, words } = context.document
  for (const name of names) {
    if (name.type !== 'PER' || words[name.last]?.form !== '(') continue
    const entity = context.entityAt(name.first)
    if (entity === undefined || context.entity(entity).type !== 'Person') continue
    const end = words.findIndex(({ index, form }) => index > name.last && form === ')')
    if (end > 0 && words[end]!.sentence === words[name.last]!.sentence)
      yield [filler(name.first, entity), name.last + 1, end]
  }
}

/** Who or what is among others (*62 Personen, darunter sieben Kinder*). */
export const parts: Rule = {
  name: 'among',
  example: '62 Personen, darunter sieben Kinder',
  *find(context): Iterable<Candidate> {
    const { words } = context.document
    for (const word of words) {
      if (!context.data.amongAdverbs.has(word.form)) continue
      let whole: number | undefined
      for (let at = word.index - 1; at >= 0 && at > word.index - 8 && words[at]!.sentence === word.sentence; at--)
        if (context.entityAt(at) !== undefined && words[at]!.upos !== 'PRON') {
          whole = at
          break
        }
      let part: number | undefined
      for (let at = word.index + 1; at < word.index + 7 && words[at]?.sentence === word.sentence; at++)
        if (words[at]!.upos === 'NOUN' || words[at]!.upos === 'PROPN') {
          part = at
          break
        }
      if (whole === undefined || part === undefined) continue
      const group = context.entityAt(whole)!
      if (!context.isReferent(group) || !context.hasType(group, ['Group', 'Organization', 'Event', 'Product'])) continue
      for (const member of context.entitiesAt(part)) {
        if (member.entity === group || !context.isReferent(member.entity!)) continue
        const animate = context.hasType(member.entity!, ['Person', 'Group', 'Organization', 'Place'])
        const relation = animate && context.hasType(group, ['Group', 'Organization']) ? 'memberOf' : 'partOf'
        yield {
          subject: member,
          object: filler(whole, group),
          predicate: context.predicate(relation, word.form),
          trigger: member.head,
          trust: 0.8,
        }
      }
    }
  },
}
