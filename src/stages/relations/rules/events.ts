import type { Candidate, Rule } from '../candidate.ts'
import type { Filler, RelationContext } from '../context.ts'
import { governingVerb } from '../nouns.ts'
import { fillNounSlot } from '../slots.ts'
import { phraseValue } from '../values.ts'

const PLACES = ['Place', 'Facility'] as const
const PARTIES = ['Person', 'Organization', 'Group'] as const

/** Head words of mentions of events, with the event. */
function* eventNouns(context: RelationContext): Iterable<Filler> {
  for (const mention of context.document.coreference.mentions) {
    if (mention.kind !== 'description' && mention.kind !== 'name') continue
    if (context.entity(mention.entity).type === 'Event')
      yield { head: mention.head, entity: mention.entity, value: null }
  }
}

const slotsOf = (prepositions: Iterable<string>) => [...prepositions].map((role) => ({ role, amount: false }))

/** Where an event takes place, when its noun says so. */
export const eventPlaces: Rule = {
  name: 'event-place',
  example: 'bei einer Explosion in Sankt Petersburg',
  *find(context): Iterable<Candidate> {
    for (const event of eventNouns(context)) {
      const places = fillNounSlot(context, event.head, slotsOf(context.data.eventPlaces), PLACES)
      for (const place of places.fillers) {
        yield candidate(context, event, place, 'takesPlaceIn', 0.85 * places.trust)
        // What happens in a station in Rome happens in Rome.
        const around = fillNounSlot(context, place.head, [{ role: context.data.locative, amount: false }], PLACES)
        for (const wider of around.fillers) yield candidate(context, event, wider, 'takesPlaceIn', 0.75 * places.trust)
      }
    }
  },
}

/** Who takes part in an event, when its noun says so. */
export const eventParticipants: Rule = {
  name: 'event-participant',
  example: 'das Treffen zwischen Putin und Kim',
  *find(context): Iterable<Candidate> {
    const { pairPrepositions, participantPrepositions } = context.data
    for (const event of eventNouns(context)) {
      const between = fillNounSlot(context, event.head, slotsOf(pairPrepositions), PARTIES)
      const parties =
        between.fillers.length > 0
          ? between
          : fillNounSlot(context, event.head, slotsOf(participantPrepositions), PARTIES)
      for (const party of parties.fillers)
        if (!context.data.noParticipants.has(context.trees.word(party.head).lemma))
          yield candidate(context, party, event, 'participatesIn', 0.85 * parties.trust)
    }
  },
}

/** When an event takes place, when its noun says so. */
export const eventTimes: Rule = {
  name: 'event-time',
  example: 'der Gipfel am Donnerstag',
  *find(context): Iterable<Candidate> {
    for (const event of eventNouns(context))
      for (const child of context.trees.childrenBy(event.head, 'nmod', 'obl')) {
        const time = context.timeAt(child)
        if (time === undefined) continue
        const { first, start, end, type } = context.document.times[time]!
        if (type !== 'DATE' && type !== 'TIME') continue
        // *Das Finale des Jahres* and *die Hungersnot der Jahre 1984 und 1985* name no day.
        if (context.trees.word(first).upos === 'DET' || context.trees.childBy(child, 'conj') !== undefined) continue
        const value = phraseValue(context.document.text.slice(start, end))
        yield candidate(context, event, { head: child, entity: null, value }, 'takesPlaceOn', 0.8)
      }
  },
}

function candidate(
  context: RelationContext,
  subject: Filler,
  object: Filler,
  relation: string,
  trust: number,
): Candidate {
  const event = relation === 'participatesIn' ? object : subject
  return {
    subject,
    object,
    predicate: context.predicate(relation, context.trees.word(event.head).lemma),
    trigger: event.head,
    trust,
  }
}

/** Where the event is that somebody travels to (*fliegt zum Gipfel nach Peking*). */
export const eventDestinations: Rule = {
  name: 'event-destination',
  example: 'Putin fliegt zum Gipfel nach Peking.',
  *find(context): Iterable<Candidate> {
    const { travelPreposition, eventGoal } = context.data
    for (const event of eventNouns(context)) {
      const governor = governingVerb(context, event.head)
      if (!prepositionsOf(context, event.head).includes(eventGoal)) continue
      const goals = fillNounSlot(context, event.head, slotsOf([travelPreposition]), PLACES)
      const travels =
        governor === undefined ||
        context.data.frames.verb(context.predications.of(governor.verb).lemma).some((f) => f.relation === 'travelsTo')
      if (travels)
        for (const goal of goals.fillers) yield candidate(context, event, goal, 'takesPlaceIn', 0.7 * goals.trust)
    }
  },
}

const prepositionsOf = (context: RelationContext, noun: number): string[] =>
  context.trees.childrenBy(noun, 'case').map((c) => context.trees.word(c).form.toLowerCase())

/** Where an event took place that is named by the place (*das Massaker von Srebrenica*). */
export const namedEvents: Rule = {
  name: 'event-name',
  example: 'das Massaker von Srebrenica',
  *find(context): Iterable<Candidate> {
    const { genitivePrepositions, placedEvents } = context.data
    for (const event of eventNouns(context)) {
      if (!placedEvents.has(context.trees.word(event.head).lemma)) continue
      const places = fillNounSlot(context, event.head, slotsOf([...genitivePrepositions, 'part']), ['Place'])
      for (const place of places.fillers)
        if (context.entity(place.entity!).named)
          yield candidate(context, event, place, 'takesPlaceIn', 0.8 * places.trust)
    }
  },
}

/** Where and when an event took place by the clause that tells what happened in it (*In Wien sind am Montag bei einem Unfall …*). */
export const eventClauses: Rule = {
  name: 'event-clause',
  example: 'In Wien sind am Montag bei einem Unfall drei Menschen gestorben.',
  *find(context): Iterable<Candidate> {
    const { data, trees, document } = context
    for (const word of document.words) {
      if (word.upos !== 'VERB' || !context.predications.isPredicate(word.index)) continue
      const { arguments: found } = context.predications.of(word.index)
      const events = found
        .filter((a) => data.eventFrames.has(a.role))
        .flatMap((a) => context.entitiesAt(a.head))
        .filter((f) => context.entity(f.entity!).type === 'Event' && context.isReferent(f.entity!))
      if (events.length !== 1) continue
      const [event] = events as [Filler]
      const places = found
        .filter((a) => data.eventPlaces.has(a.role))
        .flatMap((a) => context.entitiesAt(a.head))
        .filter((f) => context.hasType(f.entity!, PLACES) && context.isReferent(f.entity!))
      for (const place of places) yield candidate(context, event, place, 'takesPlaceIn', 0.75)
      for (const child of trees.children(word.index)) {
        const time = context.timeAt(child)
        if (time === undefined || document.times[time]!.type !== 'DATE') continue
        const value = phraseValue(document.text.slice(document.times[time]!.start, document.times[time]!.end))
        yield candidate(context, event, { head: child, entity: null, value }, 'takesPlaceOn', 0.75)
      }
    }
  },
}
