import type { Rule } from '../candidate.ts'
import { ages, counts } from './ages.ts'
import {
  affiliations,
  amounts,
  changes,
  countriesOfPlaces,
  descriptions,
  membersByName,
  organisationCountries,
  organisationParts,
  organisationSeats,
  placedNames,
} from './attributes.ts'
import { eventClauses, eventDestinations, eventParticipants, eventPlaces, eventTimes, namedEvents } from './events.ts'
import { nounFrames } from './noun-frames.ts'
import { appositions, openNouns, openPairs } from './open-nouns.ts'
import { openStates, states } from './open-states.ts'
import { openAdjectives, openPhrases, openVerbs } from './open-verbs.ts'
import { appointments, lifeDates, nationalities, occupations, offices, parts, teamTitles } from './people.ts'
import { predicateFrames } from './predicate-frames.ts'
import { roles, titles } from './roles.ts'
import { sayings } from './sayings.ts'
import { stances } from './stances.ts'
import { verbFrames } from './verb-frames.ts'

/** All rules, the more specific ones first: of two that find the same relation in the same place, the first is kept. */
export const rules: readonly Rule[] = [
  verbFrames,
  nounFrames,
  roles,
  titles,
  occupations,
  teamTitles,
  appointments,
  nationalities,
  lifeDates,
  ages,
  counts,
  parts,
  predicateFrames,
  stances,
  eventPlaces,
  namedEvents,
  eventDestinations,
  eventParticipants,
  eventTimes,
  eventClauses,
  amounts,
  changes,
  placedNames,
  countriesOfPlaces,
  organisationSeats,
  organisationParts,
  organisationCountries,
  affiliations,
  membersByName,
  descriptions,
  sayings,
  openVerbs,
  openPhrases,
  openNouns,
  offices,
  appositions,
  openPairs,
  openAdjectives,
  openStates,
  states,
]
