export { type ChainMention, type CoreferenceTask, evaluateCoreference, readChains } from './coreference.ts'
export {
  type ClaimedFacts,
  evaluateFacts,
  type FactGold,
  type FactScore,
  type FactWords,
  factWords,
  formatFacts,
  readClaimedFacts,
  readFactGold,
  sumFacts,
} from './facts.ts'
export { evaluateNer, type NamedTokens, type NameFinder, type NerTask, readNames } from './ner.ts'
export {
  evaluateOpenIe,
  formatOpenIe,
  type OpenExtraction,
  type OpenScore,
  type OpenSentence,
  type OpenTriple,
  readBenchIe,
  readTriples,
} from './openie.ts'
export { evaluateQuotes, type QuoteFinder } from './quotes.ts'
export { evaluateRelations, type RelationFinder, type RelationScore } from './relations.ts'
export { formatScores, type Score } from './scores.ts'
export { evaluateTimex, readTimeMl, type TimeMlSource, type Timex, type TimexFinder, type TimexTask } from './timex.ts'
export { type Analyser, evaluateUd, type UdOptions, type UdTask } from './ud.ts'
