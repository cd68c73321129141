import type { Word } from '../../../core/document.ts'
import { hasRelation } from '../../../core/tree.ts'
import { openRelation } from '../../../rdf/vocabulary.ts'
import type { Candidate, Rule } from '../candidate.ts'
import type { Filler, RelationContext } from '../context.ts'
import { fillNounSlot } from '../slots.ts'
import { phraseValue, phraseWords, textOfWords } from '../values.ts'

const filler = (head: number, entity: number): Filler => ({ head, entity, value: null })

function candidate(
  context: RelationContext,
  subject: Filler,
  object: Filler,
  relation: string,
  lemma: string,
  trust: number,
): Candidate {
  return {
    subject,
    object,
    predicate: context.predicate(relation, lemma),
    trigger: subject.head,
    trust,
    presupposed: true,
  }
}

/** An organisation or facility with the place it is said to be in (*die Weltgesundheitsorganisation in Genf*). */
export const placedNames: Rule = {
  name: 'placed-name',
  example: 'die Weltgesundheitsorganisation (WHO) in Genf',
  *find(context): Iterable<Candidate> {
    for (const mention of context.document.coreference.mentions) {
      if (mention.kind !== 'name' && mention.kind !== 'description') continue
      const entity = context.entity(mention.entity)
      if (!(entity.type === 'Facility' || entity.type === 'Organization' || (entity.type === 'Place' && entity.named)))
        continue
      const places = fillNounSlot(context, mention.head, [{ role: context.data.locative, amount: false }], ['Place'])
      if (places.trust < 1 || isOfEvent(context, mention.head)) continue
      for (const place of places.fillers)
        yield candidate(context, filler(mention.head, mention.entity), place, 'locatedIn', context.data.locative, 0.75)
    }
  },
}

/** Of *ein Spiel der Mannschaft in Mannheim* it is the game that is there. */
function isOfEvent(context: RelationContext, noun: number): boolean {
  const { head } = context.trees.word(noun)
  const entity = head < 0 ? undefined : context.entityAt(head)
  return (
    hasRelation(context.trees.word(noun), 'nmod') && entity !== undefined && context.entity(entity).type === 'Event'
  )
}

/** An organisation or facility that is part of another (*der Sicherheitsrat der Vereinten Nationen*, *der Porsche-Aufsichtsrat*). */
export const organisationParts: Rule = {
  name: 'organisation-part',
  example: 'der Sicherheitsrat der Vereinten Nationen',
  *find(context): Iterable<Candidate> {
    for (const mention of context.document.coreference.mentions) {
      if (mention.kind !== 'name' && mention.kind !== 'description') continue
      const { type } = context.entity(mention.entity)
      const head = context.trees.word(mention.head)
      if ((type !== 'Organization' && type !== 'Facility') || head.upos !== 'NOUN') continue
      if (!context.data.bodyNouns.some((noun) => head.lemma.toLowerCase().endsWith(noun))) continue
      const whole = fillNounSlot(context, mention.head, [{ role: 'gen', amount: false }], [type])
      // *Ihre Regierung* is somebody's, but no part of them.
      for (const owner of whole.fillers.filter((one) => context.possessorAt(one.head) === undefined))
        if (type === 'Facility' || context.entity(owner.entity!).named)
          yield candidate(context, filler(mention.head, mention.entity), owner, 'partOf', head.lemma, 0.75)
    }
  },
}

/** An organisation with the adjective of a country (*die libysche Armee*). */
export const organisationCountries: Rule = {
  name: 'organisation-country',
  example: 'die libysche Armee',
  *find(context): Iterable<Candidate> {
    for (const mention of context.document.coreference.mentions) {
      if (mention.kind !== 'name' && mention.kind !== 'description') continue
      const { type } = context.entity(mention.entity)
      if (type !== 'Organization' || context.trees.word(mention.head).upos !== 'NOUN') continue
      for (const place of fillNounSlot(context, mention.head, [{ role: 'adj', amount: false }], ['Place']).fillers)
        yield candidate(context, filler(mention.head, mention.entity), place, 'basedIn', context.data.locative, 0.75)
    }
  },
}

/** A named organisation whose name begins with the adjective of a city (*Moskauer Staatliches Institut*). */
export const organisationSeats: Rule = {
  name: 'organisation-seat',
  example: 'das Moskauer Staatliche Institut',
  *find(context): Iterable<Candidate> {
    for (const mention of context.document.coreference.mentions) {
      if (mention.kind !== 'name') continue
      const entity = context.entity(mention.entity)
      if (entity.type !== 'Organization' && entity.type !== 'Facility') continue
      for (let word = mention.first; word < mention.last; word++) {
        const place = context.derivationAt(word)
        if (place === undefined || !context.isCityAdjective(word) || context.beginsCity(word)) continue
        // The *Brandenburger Tor* is not in Brandenburg an der Havel.
        if (context.entity(place).label.includes(' ')) continue
        // Nor is the *Potsdamer Platz* in Potsdam.
        if (isNoSeat(context, mention.last - 1) || isNoSeat(context, word + 1)) continue
        yield {
          ...candidate(
            context,
            filler(mention.head, mention.entity),
            filler(word, place),
            'locatedIn',
            context.data.locative,
            0.8,
          ),
          evidence: { start: mention.start, end: mention.end },
        }
      }
    }
  },
}

/** Whether a name ends like one of streets, squares and prizes, which are named after towns without being there. */
function isNoSeat(context: RelationContext, last: number): boolean {
  const form = context.trees.word(last).form.toLowerCase()
  return context.data.noSeats.some((noun) => form.endsWith(noun))
}

/** A person with an organisation beside the name (*Frank Aischmann, ARD-Studio Moskau*). */
export const affiliations: Rule = {
  name: 'affiliation',
  example: 'Frank Aischmann, ARD-Studio Moskau',
  *find(context): Iterable<Candidate> {
    const { names, words } = context.document
    for (let i = 0; i + 1 < names.length; i++) {
      const person = names[i]!
      const organisation = names[i + 1]!
      if (person.type !== 'PER' || organisation.type !== 'ORG' || person.form !== 'name') continue
      const gap = words.slice(person.last, organisation.first)
      const bracket = gap.length === 1 && (gap[0]!.form === ',' || gap[0]!.form === '(')
      if (!bracket || words[person.first]!.sentence !== words[organisation.first]!.sentence) continue
      const who = context.entityAt(person.first)
      const where = context.entityAt(organisation.first)
      const after = words[organisation.last]
      const closed = after === undefined || after.sentence !== words[person.first]!.sentence || after.upos === 'PUNCT'
      if (who === undefined || where === undefined || who === where || !closed) continue
      if (context.entity(who).type !== 'Person' || context.entity(where).type !== 'Organization') continue
      if (hasRelation(words[organisation.first]!, 'nsubj') && hasRelation(words[person.first]!, 'nsubj')) continue
      yield candidate(
        context,
        filler(person.first, who),
        filler(organisation.first, where),
        affiliationWith(context, where),
        gap[0]!.form,
        0.7,
      )
    }
  },
}

/** What belonging to an organisation means, where its name or kind tells (*SPÖ*: a member, *Universität*: at work there). */
function affiliationWith(context: RelationContext, organisation: number): string {
  const words = context.entity(organisation).label.split(/[\s-]/u)
  if (words.some((word) => context.data.memberBodies.has(word))) return 'memberOf'
  const isEmployer = (word: string, end: string): boolean => word === end || (end.length > 3 && word.endsWith(end))
  const employs = (word: string): boolean => context.data.employers.some((end) => isEmployer(word.toLowerCase(), end))
  return words.some(employs) ? 'employedBy' : 'affiliatedWith'
}

/** A person with the organisation or the origin that stands after the name (*Anton Zeilinger von der Universität Wien*, *Huber aus Linz*). */
export const membersByName: Rule = {
  name: 'name-of',
  example: 'Anton Zeilinger von der Universität Wien',
  *find(context): Iterable<Candidate> {
    const { data, document, trees } = context
    for (const name of document.names) {
      const preposition = document.words[name.last]
      if (name.type !== 'PER' || name.form !== 'name' || preposition === undefined) continue
      const origin = data.origins.has(preposition.form)
      if (!origin && !data.genitivePrepositions.has(preposition.form)) continue
      const who = context.entityAt(name.first)
      const noun = preposition.deprel === 'case' ? preposition.head : -1
      if (who === undefined || context.entity(who).type !== 'Person' || noun < name.last) continue
      if (trees.word(noun).sentence !== preposition.sentence) continue
      for (const { entity, head } of context.entitiesAt(noun))
        if (
          context.hasType(entity!, [origin ? 'Place' : 'Organization']) &&
          context.isReferent(entity!) &&
          entity !== who
        )
          yield candidate(
            context,
            filler(name.first, who),
            filler(head, entity!),
            origin ? 'basedIn' : affiliationWith(context, entity!),
            preposition.form,
            0.75,
          )
    }
  },
}

/** A thing with its amount (*ein Kredit in Höhe von 750 Millionen Euro*, *eine Beteiligung von 17 Prozent*). */
export const amounts: Rule = {
  name: 'amount',
  example: 'ein Kredit in Höhe von 750 Millionen Euro',
  *find(context): Iterable<Candidate> {
    const { trees, data } = context
    for (const word of context.document.words) {
      if (word.upos !== 'NOUN') continue
      const entity = context.entityAt(word.index)
      if (entity === undefined || !context.isReferent(entity) || data.amountPhrases.has(word.lemma)) continue
      const introduced = introducedAmount(context, word.index)
      // Parsers hang the amount on the noun or on the verb that the noun hangs on.
      const beside =
        word.head < 0 ? [] : trees.childrenBy(word.head, 'obl').filter((c) => startsAt(context, c) === word.index + 1)
      const direct = [...trees.childrenBy(word.index, 'nmod'), ...beside].filter((child) =>
        trees.childrenBy(child, 'case').some((c) => data.genitivePrepositions.has(trees.word(c).form)),
      )
      for (const head of introduced === undefined ? direct : [introduced]) {
        if (context.timeAt(head) !== undefined) continue
        for (const amount of context.amountsAt(head)) {
          if (introduced === undefined && amount.value?.unit === undefined) continue
          yield {
            subject: filler(word.index, entity),
            object: amount,
            predicate: context.predicate(
              'hasAmount',
              trees.word(introduced === undefined ? word.index : word.index + 2).lemma,
            ),
            trigger: word.index,
            trust: 0.85,
          }
        }
      }
    }
  },
}

/** Index of the preposition that a phrase begins with. */
const startsAt = ({ trees }: RelationContext, head: number): number | undefined => trees.childBy(head, 'case')

/** Head of the amount that follows a noun after *in Höhe von*; parsers attach these words in many ways, so that their order is what counts. */
function introducedAmount(context: RelationContext, noun: number): number | undefined {
  const { trees, data } = context
  const { words } = context.document
  const phrase = words[noun + 2]
  if (!phrase || !data.amountPhrases.has(phrase.lemma) || words[noun + 1]?.upos !== 'ADP') return undefined
  for (let at = noun + 3; at < noun + 8; at++) {
    const word = words[at]
    if (!word || word.sentence !== phrase.sentence || word.upos === 'PUNCT') return undefined
    if (word.upos !== 'NUM') continue
    let head = at
    const next = (): Word | undefined => trees.words[trees.word(head).head]
    for (let up = next(); up && up.index > head && up.index <= head + 2 && up.upos !== 'VERB'; up = next())
      head = up.index
    return head
  }
  return undefined
}

/** A place with the adjective of the country that it is in (*im rumänischen Nitzkydorf*). */
export const countriesOfPlaces: Rule = {
  name: 'place-country',
  example: 'im rumänischen Temeswar',
  *find(context): Iterable<Candidate> {
    for (const mention of context.document.coreference.mentions) {
      if (mention.kind !== 'name' || context.entity(mention.entity).type !== 'Place') continue
      if (context.trees.word(mention.head).upos !== 'PROPN') continue
      // *Wiener Neustadt* is a name.
      for (const place of fillNounSlot(context, mention.head, [{ role: 'adj', amount: false }], ['Place']).fillers)
        if (!context.isCityAdjective(place.head))
          yield candidate(context, filler(mention.head, mention.entity), place, 'locatedIn', context.data.locative, 0.8)
    }
  },
}

/** What a named organisation or place is called beside its name (*China, der zweitgrößte Verbraucher der Welt*): phrases that tell something. */
export const descriptions: Rule = {
  name: 'description',
  example: 'China, der zweitgrößte Verbraucher der Welt',
  *find(context): Iterable<Candidate> {
    const { trees, data, document } = context
    const namedAt = (at: number): number | undefined => {
      const entity = at < 0 || trees.word(at).upos !== 'PROPN' ? undefined : context.entityAt(at)
      return entity !== undefined && context.entity(entity).named ? entity : undefined
    }
    for (const word of document.words) {
      if (word.upos !== 'NOUN' || word.feats.Number === 'Plur' || namedAt(word.index) !== undefined) continue
      if (data.frames.noun('role', word.lemma).frames.length > 0) continue
      const beside = [...trees.childrenBy(word.index, 'appos'), hasRelation(word, 'appos') ? word.head : -1]
      const name = beside.find((at) => namedAt(at) !== undefined)
      const entity = name === undefined ? undefined : namedAt(name)
      // Without a comma between them the noun is a mere title (*die Stadt Dachau*).
      const parted = name !== undefined && document.words[Math.max(name, word.index) - 1]?.upos !== 'NOUN'
      const tells = trees.childBy(word.index, 'amod', 'nmod') !== undefined
      if (name === undefined || entity === undefined || !parted || !tells) continue
      if (!context.hasType(entity, ['Organization', 'Place', 'Product', 'Work'])) continue
      const value = phraseValue(textOfWords(trees, document.text, describing(context, word.index)))
      yield candidate(context, filler(name, entity), { head: word.index, entity: null, value }, 'isA', word.lemma, 0.75)
    }
  },
}

/** The words of a describing phrase without its article. */
function describing(context: RelationContext, noun: number): number[] {
  const words = phraseWords(context.trees, noun)
  return context.trees.word(words[0]!).upos === 'DET' ? words.slice(1) : words
}

/** By how much, to what or from what something changes (*stieg um sieben Prozent*), where the lexicon has no relation for it. */
export const changes: Rule = {
  name: 'change',
  example: 'Der Preis stieg um sieben Prozent.',
  *find(context): Iterable<Candidate> {
    for (const word of context.document.words) {
      if (word.upos !== 'VERB' || !context.predications.isPredicate(word.index)) continue
      const { arguments: found, lemma, passive } = context.predications.of(word.index)
      // *Steigerte den Umsatz um sechs Prozent*: of what is changed, whoever does it.
      const changed = passive || found.some((a) => a.role === 'obj') ? 'obj' : 'subj'
      const things = found.filter((a) => a.role === changed).flatMap((a) => context.entitiesAt(a.head))
      for (const { role, head } of found) {
        if (!context.data.changePrepositions.has(role) || context.timeAt(head) !== undefined) continue
        for (const amount of context.amountsAt(head))
          for (const thing of things)
            if (amount.value?.unit !== undefined && context.isReferent(thing.entity!))
              yield {
                subject: thing,
                object: amount,
                predicate: { ...openRelation(lemma, role), lemma },
                trigger: word.index,
                trust: 0.8,
              }
      }
    }
  },
}
