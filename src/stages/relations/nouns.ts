import { hasRelation } from '../../core/tree.ts'
import { type Argument, prepositionOf } from './arguments.ts'
import type { RelationContext } from './context.ts'

/** Dependents of a noun by role: `gen` (genitive, possessive, *von*), `adj`, `part`, or a preposition. */
export function nounArguments(context: RelationContext, noun: number): Argument[] {
  const { trees, data } = context
  const out: Argument[] = []
  for (const child of trees.children(noun)) {
    const word = trees.word(child)
    if (hasRelation(word, 'det:poss') || (hasRelation(word, 'det') && context.possessorAt(child) !== undefined))
      out.push({ role: 'gen', head: child })
    else if (hasRelation(word, 'amod')) {
      for (const adjective of [child, ...trees.children(child)])
        if (adjective < noun && trees.word(adjective).upos === 'ADJ' && context.derivationAt(adjective) !== undefined)
          out.push({ role: 'adj', head: adjective })
    } else if (hasRelation(word, 'nmod', 'obl', 'dep')) {
      const preposition = prepositionOf(trees, child, data.particles)
      if (preposition === undefined) out.push({ role: 'gen', head: child })
      else {
        out.push({ role: preposition, head: child })
        if (data.genitivePrepositions.has(preposition)) out.push({ role: 'gen', head: child })
      }
    }
  }
  if (!out.some((a) => a.role === 'gen') && precedesAsGenitive(context, noun)) out.push({ role: 'gen', head: noun - 1 })
  if (!out.some((a) => a.role === 'gen') && followsAsGenitive(context, noun)) out.push({ role: 'gen', head: noun + 1 })
  if (context.derivationAt(noun) !== undefined) out.push({ role: 'part', head: noun })
  for (const part of compoundParts(context, noun)) out.push({ role: 'part', head: part })
  return out
}

/** Whether the word before a noun is a name in the genitive (*Großbritanniens Premierminister*), whatever the parser makes of it. */
const precedesAsGenitive = (context: RelationContext, noun: number): boolean => isGenitiveName(context, noun - 1, noun)

/** The same after it (*auf Initiative Frankreichs*), unless a noun follows that it may belong to. */
function followsAsGenitive(context: RelationContext, noun: number): boolean {
  const next = context.document.words[noun + 2]
  const another = next !== undefined && (next.upos === 'NOUN' || next.upos === 'PROPN') && /^\p{Lu}/u.test(next.form)
  return !another && isGenitiveName(context, noun + 1, noun)
}

function isGenitiveName(context: RelationContext, at: number, noun: number): boolean {
  const word = context.document.words[at]
  if (word?.upos !== 'PROPN' || word.sentence !== context.document.words[noun]!.sentence) return false
  const entity = context.entityAt(at)
  if (entity === undefined || entity === context.entityAt(noun) || !context.entity(entity).named) return false
  const { label, names } = context.entity(entity)
  return [label, ...names].some((name) => {
    const last = name.split(' ').at(-1)!
    return word.form.length > last.length && word.form.startsWith(last)
  })
}

/** Words joined to a noun by hyphens without spaces, nearest first: of *US-Präsident* the word *US*. */
export function compoundParts(context: RelationContext, noun: number): number[] {
  const { words } = context.document
  const out: number[] = []
  for (let at = noun; at >= 2; at -= 2) {
    const hyphen = words[at - 1]!
    const part = words[at - 2]!
    if (hyphen.upos !== 'PUNCT' || hyphen.end - hyphen.start !== 1 || !/\p{Pd}/u.test(hyphen.form)) break
    if (hyphen.spaceBefore || words[at]!.spaceBefore || part.sentence !== hyphen.sentence) break
    out.push(part.index)
  }
  return out
}

/** The verb that a noun is object or adverbial of, if there is one, and the preposition between them (`obj` for an object). */
export function governingVerb(context: RelationContext, noun: number): { verb: number; role: string } | undefined {
  const { trees } = context
  const word = trees.word(noun)
  if (word.head < 0) return undefined
  if (hasRelation(word, 'conj')) return governingVerb(context, word.head)
  const head = trees.word(word.head)
  if (head.upos !== 'VERB' && !context.predications.isPredicate(head.index)) return undefined
  const found = context.predications.of(head.index).arguments.find((argument) => argument.head === noun)
  return found ? { verb: head.index, role: found.role } : undefined
}
