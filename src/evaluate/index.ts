export { evaluateNer, type NamedTokens, type NameFinder, type NerTask, readNames } from './ner.ts'
export { formatScores, type Score } from './scores.ts'
export { type Analyser, evaluateUd, type UdOptions, type UdTask } from './ud.ts'
