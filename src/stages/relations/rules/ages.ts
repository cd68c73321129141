import type { Word } from '../../../core/document.ts'
import { hasRelation } from '../../../core/tree.ts'
import type { Candidate, Rule } from '../candidate.ts'
import type { Filler, RelationContext } from '../context.ts'
import { governingVerb } from '../nouns.ts'
import { phraseValue, quantityAt } from '../values.ts'

const filler = (head: number, entity: number): Filler => ({ head, entity, value: null })

/** The age of a person: in brackets or between commas after the name (*Hans Meier (56)*), as an adjective (*der 56-jährige*), or said (*ist 56 Jahre alt*). */
export const ages: Rule = {
  name: 'age',
  example: 'Hans Meier (56)',
  *find(context): Iterable<Candidate> {
    const { trees, data } = context
    const { names, words } = context.document
    const age = (person: Filler, at: number, text: string, presupposed: boolean): Candidate => ({
      subject: person,
      object: { head: at, entity: null, value: phraseValue(text) },
      predicate: context.predicate('hasAge', data.ageWord),
      trigger: at,
      trust: 0.9,
      presupposed,
    })
    for (const name of names) {
      const [open, number, close] = words.slice(name.last, name.last + 3)
      const entity = context.entityAt(name.first)
      if (name.type !== 'PER' || !open || !number || !close || entity === undefined) continue
      const set = (open.form === '(' && close.form === ')') || (open.form === ',' && close.form === ',')
      if (set && /^\d{1,2}$/.test(number.form) && context.entity(entity).type === 'Person')
        yield age(filler(name.first, entity), number.index, number.form, true)
    }
    for (const word of words) {
      const torn = words[word.index - 1]?.form === '-' && !word.spaceBefore ? (words[word.index - 2]?.form ?? '') : ''
      const years = `${torn}${word.form}`
      if (data.ageAdjective.test(years) && (word.upos === 'ADJ' || word.upos === 'NOUN')) {
        const noun = word.upos === 'NOUN' || !hasRelation(word, 'amod') ? word.index : word.head
        const entity = noun < 0 ? undefined : context.entityAt(noun)
        if (
          entity !== undefined &&
          context.isReferent(entity) &&
          context.hasType(entity, ['Person', 'Group', 'Product'])
        )
          yield age(filler(noun, entity), word.index, torn === '' ? word.form : `${torn}-${word.form}`, true)
      }
      if (word.lemma === data.ageNoun) yield* reached(context, word, age)
      if (word.lemma !== data.ageWord || trees.childBy(word.index, 'cop') === undefined) continue
      const measure = trees.children(word.index).find((c) => c < word.index && data.ageUnits.has(trees.word(c).form))
      const subject = trees.childBy(word.index, 'nsubj')
      const number = measure === undefined ? undefined : trees.childBy(measure, 'nummod')
      if (measure === undefined || number === undefined || subject === undefined) continue
      const text = context.document.text.slice(trees.word(number).start, trees.word(measure).end)
      for (const one of context.entitiesAt(subject))
        if (context.isReferent(one.entity!)) yield age(one, word.index, text, false)
    }
  },
}

/** The age at which somebody did or suffered something (*starb im Alter von 85 Jahren*). */
function* reached(
  context: RelationContext,
  noun: Word,
  age: (person: Filler, at: number, text: string, presupposed: boolean) => Candidate,
): Iterable<Candidate> {
  const { trees, data, document } = context
  const governor = governingVerb(context, noun.index)
  const measure = trees.childrenBy(noun.index, 'nmod').find((c) => data.timeMeasures.has(trees.word(c).lemma))
  const number = measure === undefined ? undefined : trees.childBy(measure, 'nummod')
  if (governor === undefined || measure === undefined || number === undefined) return
  const { arguments: found, passive } = context.predications.of(governor.verb)
  const text = document.text.slice(trees.word(number).start, trees.word(measure).end)
  for (const { role, head } of found)
    if (role === (passive ? 'obj' : 'subj'))
      for (const person of context.entitiesAt(head))
        if (context.hasType(person.entity!, ['Person'])) yield age(person, noun.index, text, false)
}

/** How many a group are (*62 Personen*). */
export const counts: Rule = {
  name: 'count',
  example: 'An Bord waren 62 Personen.',
  *find(context): Iterable<Candidate> {
    const { trees, data } = context
    for (const mention of context.document.coreference.mentions) {
      if (mention.kind !== 'description' || context.entity(mention.entity).type !== 'Group') continue
      const head = trees.word(mention.head)
      const number = trees.childBy(mention.head, 'nummod') ?? trees.childBy(mention.head, 'amod')
      if (head.upos !== 'NOUN' || number === undefined || number > mention.head) continue
      const { form, upos } = trees.word(number)
      const numeral = data.numbers.get(form.toLowerCase())
      if (context.timeAt(number) !== undefined || numeral === 1) continue
      if (!/^\d+(?:\.\d{3})*$/.test(form) && (numeral === undefined || upos === 'DET')) continue
      const quantity = quantityAt(context, number)
      // *Zwei Tonnen Menschen*, *20 Prozent Frauen*: a unit counts something else.
      if (quantity.unit !== undefined) continue
      const about = trees.childrenBy(number, 'advmod').find((child) => child === quantity.first - 1) ?? quantity.first
      const text = context.document.text.slice(trees.word(about).start, trees.word(quantity.last).end)
      yield {
        subject: filler(mention.head, mention.entity),
        object: {
          head: number,
          entity: null,
          value: { ...phraseValue(text), ...(quantity.amount === undefined ? {} : { amount: quantity.amount }) },
        },
        predicate: context.predicate('hasAmount', head.lemma),
        trigger: outcomeVerb(context, mention.head) ?? mention.head,
        trust: 0.9,
        // *Die 62 Personen* are known to be so many, *62 Personen* is said with the clause (*sollen 62 Personen gestorben sein*).
        presupposed: trees.childBy(mention.head, 'det', 'det:poss') !== undefined,
      }
    }
  },
}

/** The verb of *der Anschlag forderte 20 Todesopfer*, which events do not do as people do: they demand nobody. */
function outcomeVerb(context: RelationContext, noun: number): number | undefined {
  const governor = governingVerb(context, noun)
  if (governor?.role !== 'obj') return undefined
  const { arguments: found, lemma } = context.predications.of(governor.verb)
  const subjects = found.filter(({ role }) => role === 'subj').flatMap(({ head }) => context.entitiesAt(head))
  const isEvents = context.data.frames
    .verb(lemma)
    .some(({ subjectTypes: types }) => types?.includes('Event') && !types.includes('Person'))
  return isEvents && subjects.some(({ entity }) => context.hasType(entity!, ['Event', 'Topic']))
    ? governor.verb
    : undefined
}
