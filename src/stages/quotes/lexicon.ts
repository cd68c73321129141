import { type Resource, type Resources, readTable } from '../../core/resources.ts'

/** What a verb of saying or thinking may do: see the head of `cue-verbs.tsv`. */
export type CueUse = 'speech' | 'direct' | 'clause' | 'infinitive' | 'label'

export interface CueVerb {
  readonly uses: ReadonlySet<CueUse>
  /** Whether it is the object that speaks (*zitiert den Minister*), the subject of the passive. */
  readonly patient: boolean
  /** Prepositions of the phrase that names the speaker, or null where the subject does. */
  readonly speaker: ReadonlySet<string> | null
  /** Lemma of a word that must stand by the verb, or null. */
  readonly needs: string | null
}

export type Role =
  | 'complementizer'
  | 'question'
  | 'correlate'
  | 'pointing'
  | 'so'
  | 'as'
  | 'whereof'
  | 'accordingly'
  | 'thereafter'
  | 'zu'
  | 'by'
  | 'own'
  | 'not'
  | 'contrary'
  | 'words'
  | 'tense'
  | 'nobody'
  | 'label'

/** The words of a language that say that something is said. */
export interface QuoteLexicon {
  readonly verbs: ReadonlyMap<string, CueVerb>
  /** Nouns that take a clause (*die Forderung, dass …*). */
  readonly clauseNouns: ReadonlySet<string>
  /** Nouns that stand for a source (*nach Angaben von …*). */
  readonly sourceNouns: ReadonlySet<string>
  /** Nouns of persons that may be a source (*nach Augenzeugen*). */
  readonly personNouns: ReadonlySet<string>
  /** Nouns of seeing, which belong to who says something (*aus Sicht der Polizei*). */
  readonly viewNouns: ReadonlySet<string>
  /** Nouns of what tells something in writing or figures (*Bericht*, *Quartalszahlen*). */
  readonly documentNouns: ReadonlySet<string>
  readonly adjectives: ReadonlySet<string>
  readonly prepositions: ReadonlyMap<
    string,
    { readonly place: 'before' | 'after' | 'both'; readonly noun: 'any' | 'source' | 'view' }
  >
  readonly words: Readonly<Record<Role, ReadonlySet<string>>>
}

const roles: readonly Role[] = [
  'complementizer',
  'question',
  'correlate',
  'pointing',
  'so',
  'as',
  'whereof',
  'accordingly',
  'thereafter',
  'zu',
  'by',
  'own',
  'not',
  'contrary',
  'words',
  'tense',
  'nobody',
  'label',
]

async function load(resources: Resources): Promise<QuoteLexicon> {
  const [verbs, nouns, adjectives, prepositions, words] = await Promise.all(
    ['cue-verbs', 'cue-nouns', 'cue-adjectives', 'source-prepositions', 'words'].map((name) =>
      readTable(resources, `lang/de/quotes/${name}.tsv`),
    ),
  )
  const nounsWith = (use: string): Set<string> =>
    new Set((nouns ?? []).filter(([, uses]) => uses?.split(' ').includes(use)).map(([noun]) => noun as string))
  return {
    verbs: new Map(
      (verbs ?? []).map(([lemma = '', uses = '', speaker = '', needs = '']) => [
        lemma,
        {
          uses: new Set(uses.split(' ') as CueUse[]),
          patient: speaker === 'object',
          speaker: ['', 'subject', 'object'].includes(speaker) ? null : new Set(speaker.split(',')),
          needs: needs === '' ? null : needs,
        },
      ]),
    ),
    clauseNouns: nounsWith('clause'),
    sourceNouns: nounsWith('source'),
    personNouns: nounsWith('person'),
    viewNouns: nounsWith('view'),
    documentNouns: nounsWith('document'),
    adjectives: new Set((adjectives ?? []).map(([word]) => word as string)),
    prepositions: new Map(
      (prepositions ?? []).map(([word = '', place = 'before', noun = 'any']) => [
        word,
        { place: place as 'before' | 'after' | 'both', noun: noun as 'any' | 'source' | 'view' },
      ]),
    ),
    words: Object.fromEntries(
      roles.map((role) => [
        role,
        new Set((words ?? []).filter(([name]) => name === role).map(([, word]) => word as string)),
      ]),
    ) as Record<Role, Set<string>>,
  }
}

export const quoteLexicon: Resource<QuoteLexicon> = { id: 'quotes/lexicon', load }

/** Whether a noun or the last part of a compound is among `nouns` (*Polizeiangaben* → *Angabe*). */
export function nounAmong(nouns: ReadonlySet<string>, lemma: string): boolean {
  if (nouns.has(lemma)) return true
  const hyphen = lemma.lastIndexOf('-')
  if (hyphen > 0 && nouns.has(lemma.slice(hyphen + 1))) return true
  for (let at = 3; at <= lemma.length - 4; at++) {
    const tail = lemma.slice(at)
    if (nouns.has(tail[0]?.toUpperCase() + tail.slice(1))) return true
  }
  return false
}
