import type { EntityType, Word } from '../../core/document.ts'
import { PLURAL } from './agreement.ts'
import type { Clusters } from './clusters.ts'
import { type Context, compoundLemma } from './context.ts'
import type { Draft } from './drafts.ts'

/** So many different nouns of sport show that an article speaks of sport. */
const ENOUGH = 4

/** Whether an article speaks of sport, by the different nouns of sport in it. */
export function isAboutSport(context: Context): boolean {
  const found = new Set<string>()
  for (const word of context.words) {
    if (word.upos !== 'NOUN' && word.upos !== 'PROPN') continue
    const lemma = compoundLemma(context, word.index)
    const noun = context.lexicon.sport(lemma) ? lemma : context.lexicon.headOf(lemma, word.form)
    if (context.lexicon.sport(noun)) found.add(noun)
  }
  return found.size >= ENOUGH
}

/**
 * In an article about sport the name of a place stands for its team where it acts or is acted on (*Deutschland gewinnt gegen Spanien*): it
 * is an organisation, and *die deutsche Mannschaft*, *die Spanier* are the same.
 */
export function joinTeams(context: Context, clusters: Clusters): ReadonlyMap<number, EntityType> {
  const types = new Map<number, EntityType>()
  if (!isAboutSport(context)) return types
  const { words, lexicon, places, text } = context
  const teamOf = new Map<string, number>()
  for (const draft of clusters.drafts) {
    if (
      draft.kind !== 'name' ||
      draft.name?.type !== 'LOC' ||
      !clusters.drafts.some(
        (other) => clusters.root(other.index) === clusters.root(draft.index) && acts(words, lexicon, other),
      )
    )
      continue
    types.set(clusters.root(draft.index), 'Organization')
    const country = places.country(text.slice(draft.name.start, draft.name.end))
    if (country && !teamOf.has(country.label.toLowerCase())) teamOf.set(country.label.toLowerCase(), draft.index)
  }
  for (const draft of clusters.drafts) {
    if (draft.kind !== 'description' || clusters.isNamed(draft.index)) continue
    const word = words[draft.head] as Word
    const demonym =
      (draft.agreement & PLURAL) !== 0 || draft.determiner !== 'indefinite' ? places.demonym(word.form) : null
    const isTeam = lexicon.sport(draft.headNoun ?? '') === 'team'
    const place = demonym?.place.toLowerCase() ?? (isTeam ? draft.places[0] : undefined)
    const team = place === undefined ? undefined : teamOf.get(place)
    if (team !== undefined) clusters.join(team, draft.index)
  }
  return types
}

/** Whether a name is a subject, an object, or an opponent. */
function acts(words: readonly Word[], lexicon: Context['lexicon'], draft: Draft): boolean {
  if (draft.kind !== 'name') return false
  if (/^(?:nsubj|obj|iobj)/.test(draft.role)) return true
  const before = words[draft.first - 1]
  return before !== undefined && lexicon.isOpponentPreposition(before.form)
}
