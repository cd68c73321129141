import type { EntityType, Value } from '../../core/document.ts'
import { caseOf, hasRelation } from '../../core/tree.ts'
import { type Argument, prepositionOf } from './arguments.ts'
import type { Filler, RelationContext } from './context.ts'
import type { Slot } from './frames.ts'
import { governingVerb, nounArguments } from './nouns.ts'
import type { Predication } from './predications.ts'
import { isScore, phraseValue, phraseWords, textOfWords } from './values.ts'

/** How far a place's filling is to be trusted: found where the tree says, or by attaching a phrase anew. */
export interface Filling {
  readonly fillers: readonly Filler[]
  readonly trust: number
}

/** What `gen` stands for beside the genitive, and `of`, the genitive alone. */
const ROLES: Readonly<Record<string, readonly string[]>> = { gen: ['gen', 'adj', 'part'], of: ['gen'] }

/** Roles without a preposition. */
const CORE: ReadonlySet<string> = new Set(['subj', 'obj', 'dat', 'gen', 'adj', 'part', 'pred', 'head', 'before'])

const NOTHING: Filling = { fillers: [], trust: 1 }
const REATTACHED = 0.7
const NESTED = 0.85

/** Fills the places of frames whose anchor is a verb or predicate. */
export function fillVerbSlot(
  context: RelationContext,
  predication: Predication,
  slots: readonly Slot[],
  types: readonly EntityType[] | null,
): Filling {
  for (const slot of slots) {
    const filling = fillOne(context, predication, slot, types)
    if (filling.fillers.length > 0) return filling
  }
  return NOTHING
}

function fillOne(
  context: RelationContext,
  predication: Predication,
  slot: Slot,
  types: readonly EntityType[] | null,
): Filling {
  const { trees, data } = context
  if (slot.role === 'was') return { fillers: clauseFillers(context, predication), trust: 1 }
  if (slot.role === 'time') return { fillers: timeFillers(context, predication), trust: 1 }
  if (slot.role === 'score') return { fillers: scoreFillers(context, predication), trust: 1 }
  const own = predication.arguments.filter((argument) => plays(context, argument, slot))
  const found = fillersOf(context, own, slot, types)
  if (found.length > 0) return { fillers: found, trust: 1 }
  if (predication.arguments.some((a) => data.helpPhrases.get(trees.word(a.head).lemma) === slot.role)) {
    const help = predication.arguments.find((a) => data.helpPhrases.get(trees.word(a.head).lemma) === slot.role)!
    const genitive = nounArguments(context, help.head).filter((a) => a.role === 'gen')
    return { fillers: fillersOf(context, genitive, slot, types), trust: 1 }
  }
  if (['subj', 'obj', 'dat', 'gen'].includes(slot.role)) return NOTHING
  // Of *lebt im Exil in Portugal* the second phrase is a place.
  const within = types === null ? [] : own.flatMap((a) => phrasesBelow(context, a.head, slot, 1))
  if (own.length > 0) return { fillers: fillersOf(context, within, slot, types), trust: NESTED }
  // Parsers hang a second prepositional phrase on the noun before it (*mit dem Zug in der Stadt*), or deeper still: try those.
  const inner: Argument[] = predication.arguments
    .filter((argument) => !['subj', 'clause'].includes(argument.role) && trees.word(argument.head).upos !== 'PRON')
    .filter((argument) => !isOwnPhrase(context, predication, argument, slot))
    .flatMap((argument) => phrasesBelow(context, argument.head, slot, types === null ? 1 : 3))
  const last = inner.filter((a) => plays(context, a, slot)).slice(-1)
  return { fillers: fillersOf(context, last, slot, types), trust: REATTACHED }
}

/** Of *stimmt gegen das Paket für die Banken* the second phrase is the noun's: with the first the verb says something else than with it. */
function isOwnPhrase({ data }: RelationContext, { lemma }: Predication, { role }: Argument, slot: Slot): boolean {
  const relationsBy = (preposition: string): string[] =>
    data.frames
      .verb(lemma)
      .filter(({ object }) => object.some((one) => one.role === preposition))
      .map(({ relation }) => relation)
  const wanted = relationsBy(slot.role)
  const own = CORE.has(role) ? [] : relationsBy(role)
  return own.length > 0 && own.every((relation) => !wanted.includes(relation))
}

/** Prepositional phrases of a slot's role that follow a noun and hang on it, or on what hangs on it. */
function phrasesBelow(context: RelationContext, noun: number, slot: Slot, depth: number): Argument[] {
  if (depth === 0) return []
  const own = nounArguments(context, noun).filter((a) => a.head > noun)
  return own.flatMap((a) => (a.role === slot.role ? [a] : phrasesBelow(context, a.head, slot, depth - 1)))
}

/** Whether an argument stands in the slot's role and case. */
function plays(context: RelationContext, argument: Argument, slot: Slot): boolean {
  if (slot.role === 'amount') return ['obj', 'acc', 'pred', 'gen'].includes(argument.role)
  if (argument.role !== slot.role) return false
  if (!slot.case) return true
  // A bare name shows no case.
  const { trees } = context
  if (trees.word(argument.head).upos === 'PROPN' && trees.childBy(argument.head, 'det', 'amod') === undefined)
    return true
  const kase = caseOf(trees, argument.head)
  return kase === undefined || kase === slot.case
}

function fillersOf(
  context: RelationContext,
  found: readonly Argument[],
  slot: Slot,
  types: readonly EntityType[] | null,
): Filler[] {
  if (slot.amount) return found.flatMap((argument) => context.amountsAt(argument.head)).slice(0, 1)
  const fillers = found.flatMap((argument) => {
    const possessor = context.possessorAt(argument.head)
    if (possessor !== undefined && argument.role === 'gen')
      return [{ head: argument.head, entity: possessor, value: null }]
    const derived = context.derivationAt(argument.head)
    if (derived !== undefined && (argument.role === 'adj' || argument.role === 'part'))
      return [{ head: argument.head, entity: derived, value: null }]
    if (argument.role === 'part')
      return context.entitiesAt(argument.head).filter((f) => context.entity(f.entity!).named)
    // Of *in der Nähe von Brüssel*, *in der Nähe, im Vorort Strelna* the second phrase is what counts.
    if (!CORE.has(argument.role) && context.data.emptyNouns.has(context.trees.word(argument.head).lemma))
      return nounArguments(context, argument.head)
        .filter((a) => a.role === argument.role || (a.role === 'gen' && argument.role === context.data.locative))
        .flatMap((a) => context.entitiesAt(a.head))
    if (context.isSource(argument.head) || context.isRank(argument.head)) return []
    // *Stellt 50 Millionen Euro bereit*: what is counted in a unit is an amount and no thing.
    const amount = isCounted(context, argument.head) ? context.amountsAt(argument.head) : []
    return amount.length > 0 ? amount.filter(() => types === null) : context.entitiesAt(argument.head)
  })
  return fillers.filter(
    ({ entity, value, head }) =>
      (entity === null ? value !== null : context.isReferent(entity) && context.hasType(entity, types)) &&
      context.timeAt(head) === undefined,
  )
}

const isCounted = ({ data, trees }: RelationContext, noun: number): boolean =>
  data.units.has(trees.word(noun).form) && trees.childBy(noun, 'nummod', 'nmod', 'compound', 'amod') !== undefined

/** An infinitive or clause as text (*fordert, dass …*). */
function clauseFillers(context: RelationContext, predication: Predication): Filler[] {
  const clause = predication.arguments.find((argument) => argument.role === 'clause')
  if (!clause) return []
  const words = context.trees
    .subtree(clause.head)
    .filter((i) => context.trees.word(i).sentence === context.trees.word(clause.head).sentence)
  const content = words.filter((i) => context.trees.word(i).upos !== 'PUNCT')
  if (content.length === 0) return []
  const text = textOfWords(context.trees, context.document.text, content)
  return [{ head: clause.head, entity: null, value: phraseValue(text) }]
}

/** Times that modify the verb, as text with their TIMEX3 value left to the claim's own time. */
function timeFillers(context: RelationContext, predication: Predication): Filler[] {
  for (const child of context.trees.children(predication.anchor)) {
    const time = context.timeAt(child)
    if (time === undefined) continue
    const { start, end, type } = context.document.times[time]!
    if (type === 'DATE' || type === 'TIME')
      return [{ head: child, entity: null, value: timeValue(context.document.text.slice(start, end)) }]
  }
  return []
}

/** The result of a match (*gewann 3:1*), wherever the parser hangs it. */
function scoreFillers(context: RelationContext, predication: Predication): Filler[] {
  const { trees } = context
  const near = trees.children(predication.anchor).flatMap((child) => [child, ...trees.children(child)])
  const head = near.find((index) => isScore(trees.word(index)) && context.timeAt(index) === undefined)
  return head === undefined ? [] : [{ head, entity: null, value: phraseValue(trees.word(head).form) }]
}

const timeValue = (text: string): Value => phraseValue(text)

/** Fills the places of frames whose anchor is a noun: a deed (*Besuch*) or a role (*Präsident*). */
export function fillNounSlot(
  context: RelationContext,
  noun: number,
  slots: readonly Slot[],
  types: readonly EntityType[] | null,
): Filling {
  const own = nounArguments(context, noun)
  const governor = governingVerb(context, noun)
  for (const slot of slots) {
    const filling = fillNounOne(context, noun, own, governor, slot, types)
    if (filling.fillers.length > 0) return filling
  }
  return NOTHING
}

function fillNounOne(
  context: RelationContext,
  noun: number,
  own: readonly Argument[],
  governor: { verb: number; role: string } | undefined,
  slot: Slot,
  types: readonly EntityType[] | null,
): Filling {
  const { trees, data } = context
  if (slot.role === 'self') {
    const entity = context.entityAt(noun)
    const fits = entity !== undefined && context.isReferent(entity) && context.hasType(entity, types)
    return { fillers: fits ? [{ head: noun, entity, value: null }] : [], trust: 1 }
  }
  if (slot.role === 'head') {
    const owner = ownerOf(context, noun)
    return {
      fillers: fillersOf(context, owner === undefined ? [] : [{ role: 'head', head: owner }], slot, types),
      trust: 0.9,
    }
  }
  if (slot.role === 'before') {
    const at = phraseStart(context, noun) - 1
    const fits = at >= 0 && trees.word(at).sentence === trees.word(noun).sentence
    return { fillers: fits ? fillersOf(context, [{ role: 'before', head: at }], slot, types) : [], trust: 0.9 }
  }
  if (slot.role === 'actor' || slot.role === 'recipient') {
    if (!governor) return NOTHING
    const { lemma, arguments: others } = context.predications.of(governor.verb)
    const verbs = slot.role === 'actor' ? data.supportVerbs : data.receivingVerbs
    const stands =
      governor.role === 'obj' ? verbs.has(lemma) : slot.role === 'actor' && data.actorPrepositions.has(governor.role)
    return {
      fillers: stands
        ? fillersOf(
            context,
            others.filter((a) => a.role === 'subj'),
            slot,
            types,
          )
        : [],
      trust: 0.9,
    }
  }
  const wanted = own.filter((a) => ROLES[slot.role]?.includes(a.role) ?? a.role === slot.role)
  if (slot.inner !== undefined) {
    const { inner } = slot
    const heads = wanted.map((a) => a.head).filter((head) => trees.word(head).upos === 'NOUN')
    const fillings = heads.map((head) => fillNounSlot(context, head, [{ role: inner, amount: false }], types))
    return fillings.find((filling) => filling.fillers.length > 0) ?? NOTHING
  }
  let found = fillersOf(
    context,
    wanted.filter((a) => a.head !== noun || a.role === 'part'),
    slot,
    types,
  )
  // Of *zwischen A und B* the parser may have hung B on the noun itself.
  if (found.length === 1 && data.pairPrepositions.has(slot.role)) {
    const rest = trees
      .childrenBy(noun, 'conj', 'nmod')
      .filter(
        (c) =>
          c > found[0]!.head &&
          prepositionOf(trees, c, data.particles) === undefined &&
          context.entityAt(c) !== undefined,
      )
    found = [
      ...found,
      ...fillersOf(
        context,
        rest.map((head) => ({ role: slot.role, head })),
        slot,
        types,
      ),
    ]
  }
  if (found.length > 0) return { fillers: found, trust: 1 }
  if (['gen', 'of', 'adj', 'part'].includes(slot.role)) return NOTHING
  // Of *der Sieg Kroatiens gegen Österreich* the parser may have hung the last on the genitive.
  const nested = own.filter((a) => a.role === 'gen' && a.head > noun).flatMap((a) => nounArguments(context, a.head))
  const inner = fillersOf(
    context,
    nested.filter((a) => a.role === slot.role),
    slot,
    types,
  )
  if (inner.length > 0) return { fillers: inner, trust: REATTACHED }
  if (!governor) return NOTHING
  // A phrase that belongs to the noun may hang on its verb: always with support verbs, else only if it follows the noun at once.
  const predication = context.predications.of(governor.verb)
  const support = data.supportVerbs.has(predication.lemma)
  let end = phraseWords(trees, noun).at(-1) ?? noun
  while (trees.words[end + 1]?.form === ')') end++
  // *Trifft in der Qualifikation auf Schweden*: what the verb calls for is not the noun's.
  const called = data.frames.verb(predication.lemma).some(({ object }) => object.some(({ role }) => role === slot.role))
  if (called && !(support && governor.role === 'obj')) return NOTHING
  const loose = predication.arguments.filter(
    (a) =>
      a.role === slot.role &&
      a.head !== noun &&
      prepositionOf(trees, a.head, data.particles) !== undefined &&
      (support || phraseStart(context, a.head) === end + 1),
  )
  return { fillers: fillersOf(context, loose, slot, types), trust: REATTACHED }
}

/** The noun that another is a genitive of, or stands right after with *von*, wherever the parser hung it (*Heute führte das Team von Trainer Prokop*). */
function ownerOf(context: RelationContext, noun: number): number | undefined {
  const { trees, data } = context
  const { head } = trees.word(noun)
  if (head < 0) return undefined
  const nominal = trees.word(head).upos !== 'VERB'
  if (nominal && nounArguments(context, head).some((a) => a.role === 'gen' && a.head === noun)) return head
  const before = phraseStart(context, noun) - 1
  const preposition = prepositionOf(trees, noun, data.particles)
  const stands =
    preposition !== undefined &&
    data.genitivePrepositions.has(preposition) &&
    before >= 0 &&
    trees.word(before).upos === 'NOUN' &&
    trees.word(before).head === head &&
    hasRelation(trees.word(before), 'nsubj', 'obj') &&
    hasRelation(trees.word(noun), 'obl')
  return stands && !context.predications.of(head).passive ? before : undefined
}

/** Index of the first word of a phrase, its preposition counted. */
function phraseStart(context: RelationContext, head: number): number {
  return Math.min(head, ...context.trees.childrenBy(head, 'case', 'det', 'amod'))
}
