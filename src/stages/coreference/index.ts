import type { Coreference, Document } from '../../core/document.ts'
import { defineStage } from '../../core/stage.ts'
import { treesOf } from '../../core/tree.ts'
import { gazetteerResource } from '../../gazetteer/index.ts'
import { joinAppositions } from './appositions.ts'
import { Clusters } from './clusters.ts'
import { contextOf, type Places } from './context.ts'
import { addDerivations } from './derivations.ts'
import { addDescriptions } from './description.ts'
import { joinDescriptions } from './descriptions.ts'
import { type Draft, draftsOf } from './drafts.ts'
import { entitiesOf } from './entities.ts'
import { joinCoordinations, joinPairs } from './groups.ts'
import { type CoreferenceLexicon, coreferenceLexicon } from './lexicon.ts'
import { joinNames } from './names.ts'
import { nominativeNames } from './nominative.ts'
import { findPhrases } from './phrases.ts'
import { joinPronouns } from './pronouns.ts'
import { joinSpeakers } from './speakers.ts'
import { joinTeams } from './teams.ts'

/**
 * What the article's noun phrases and pronouns refer to. Passes from the surest to the least sure join mentions to entities (Raghunathan et
 * al. 2010, Lee et al. 2013, adapted to German): names, appositions, descriptions, groups, pronouns, speakers.
 */
export const coreference = defineStage(
  'coreference',
  ['sentences', 'words', 'names', 'times', 'quotes'],
  ['coreference'],
  async (document, resources) => {
    const lexicon = await resources.use(coreferenceLexicon)
    const places = await resources.use(gazetteerResource)
    const resolved = addDerivations(document, resolve(document, lexicon, places), places, lexicon)
    return { coreference: addDescriptions(document, resolved, lexicon) }
  },
)

/** The mentions and entities of a document. */
export function resolve(
  document: Document<'sentences' | 'words' | 'names' | 'times' | 'quotes'>,
  lexicon: CoreferenceLexicon,
  places: Places,
): Coreference {
  const { words, quotes } = document
  const context = contextOf(document, treesOf(words), lexicon, places)
  const drafts = draftsOf(context, findPhrases(context), quotes)
  const clusters = new Clusters(drafts, document.unrelatedSentences)
  const atHead = new Map<number, Draft>()
  for (const draft of drafts) if (draft.kind !== 'coordination') atHead.set(draft.head, draft)
  const nominatives = nominativeNames(context, drafts)
  joinNames(context, clusters, nominatives)
  joinAppositions(context, clusters)
  joinDescriptions(context, clusters)
  const teams = joinTeams(context, clusters)
  joinCoordinations(clusters, atHead)
  joinPairs(context, clusters)
  joinPronouns(context, clusters, quotes)
  joinSpeakers(
    context,
    clusters,
    quotes,
    (word) =>
      atHead.get(word) ?? drafts.find((draft) => draft.kind === 'name' && draft.first <= word && word < draft.last),
    teams,
  )
  return entitiesOf(context, clusters, nominatives, teams)
}
