import type { Rule } from '../candidate.ts'
import {
  affiliations,
  amounts,
  organisationCountries,
  organisationParts,
  organisationSeats,
  placedNames,
} from './attributes.ts'
import { eventDestinations, eventParticipants, eventPlaces, eventTimes } from './events.ts'
import { nounFrames } from './noun-frames.ts'
import { appositions, openNouns, openPairs } from './open-nouns.ts'
import { openAdjectives, openPhrases, openStates, openVerbs, states } from './open-verbs.ts'
import { predicateFrames } from './predicate-frames.ts'
import { roles, titles } from './roles.ts'
import { sayings } from './sayings.ts'
import { verbFrames } from './verb-frames.ts'

/** All rules, the more specific ones first: of two that find the same relation in the same place, the first is kept. */
export const rules: readonly Rule[] = [
  verbFrames,
  nounFrames,
  roles,
  titles,
  predicateFrames,
  eventPlaces,
  eventDestinations,
  eventParticipants,
  eventTimes,
  amounts,
  placedNames,
  organisationSeats,
  organisationParts,
  organisationCountries,
  affiliations,
  sayings,
  openVerbs,
  openPhrases,
  openNouns,
  appositions,
  openPairs,
  openAdjectives,
  openStates,
  states,
]
