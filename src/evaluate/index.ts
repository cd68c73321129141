export { evaluateNer, type NamedTokens, type NameFinder, type NerTask, readNames } from './ner.ts'
export { formatScores, type Score } from './scores.ts'
export { evaluateTimex, readTimeMl, type TimeMlSource, type Timex, type TimexFinder, type TimexTask } from './timex.ts'
export { type Analyser, evaluateUd, type UdOptions, type UdTask } from './ud.ts'
