import { PressgraphError } from '../../core/errors.ts'
import { type ExtensionFile, type Resource, readTable, readText } from '../../core/resources.ts'
import { coreVocabulary, extendVocabulary, type Vocabulary } from '../../rdf/vocabulary.ts'
import { type Frame, FrameLexicon, parseFrames } from './frames.ts'

/** Everything about the language that the rules need to know, from the lexicon of wordings and the word lists. */
export interface RelationData {
  readonly vocabulary: Vocabulary
  readonly frames: FrameLexicon
  /** By a rule's name, what its raw confidence is multiplied by, so that it is near the share of right claims. */
  readonly confidenceFactors: ReadonlyMap<string, number>
  readonly passiveAuxiliary: string
  readonly reflexive: string
  /** What marks a dative beside an object in the name of a relation (*überreichen wem*). */
  readonly dative: string
  /** Words beside a preposition that say nothing of the role (*auch*, *bis*). */
  readonly particles: ReadonlySet<string>
  /** Those of them that say in what capacity (*als*, *wie*). */
  readonly capacities: ReadonlySet<string>
  /** Words after a noun that belong to the preposition before it, with that preposition (*aus* in *von Rom aus* → *von*). */
  readonly circumpositions: ReadonlyMap<string, string>
  /** Adverbs that parsers take for separable prefixes (*miteinander*). */
  readonly noPrefixes: ReadonlySet<string>
  readonly copulas: ReadonlySet<string>
  /** Verbs that make an adjective a predicate (*zeigte sich bestürzt*). */
  readonly quasiCopulas: ReadonlySet<string>
  readonly agentPrepositions: ReadonlySet<string>
  /** Who an event comes upon, and takes no part in it (*ein Anschlag mit vielen Toten*). */
  readonly noParticipants: ReadonlySet<string>
  readonly genitivePrepositions: ReadonlySet<string>
  /** Prepositions after a name that say where somebody comes from. */
  readonly origins: ReadonlySet<string>
  /** The prepositions of *zwischen A und B*. */
  readonly pairPrepositions: ReadonlySet<string>
  /** The preposition of place that says where an organisation is. */
  readonly locative: string
  /** The preposition of the place that one travels to, and of the event. */
  readonly travelPreposition: string
  readonly eventGoal: string
  /** Prepositions that say where an event takes place. */
  readonly eventPlaces: ReadonlySet<string>
  /** Prepositions that bring a participant of an event (*das Treffen mit Kim*). */
  readonly participantPrepositions: ReadonlySet<string>
  /** Adverbs that stand for a preposition and a pronoun (*dort* → *in*, *darüber* → *über*). */
  readonly adverbPrepositions: ReadonlyMap<string, string>
  /** Those that begin a relative clause (*wo*). */
  readonly relativeAdverbs: ReadonlySet<string>
  /** Those that may stand for the event spoken of before (*dabei*). */
  readonly eventAdverbs: ReadonlySet<string>
  readonly objectControl: ReadonlySet<string>
  /** Verbs of demanding: what their infinitive says is done by their object, or it is open by whom. */
  readonly othersControl: ReadonlySet<string>
  /** Verbs that say something of their dative (*den Forschern gelang ein Durchbruch*). */
  readonly dativeSubjects: ReadonlySet<string>
  /** Verbs that as full verbs say what somebody has (*haben*). */
  readonly possessionVerbs: ReadonlySet<string>
  /** Nouns that with a genitive stand for what a predicate names (*Ziel der Reform ist …*). */
  readonly specifyingNouns: ReadonlySet<string>
  /** Names of bodies whose people are members (*SPÖ*). */
  readonly memberBodies: ReadonlySet<string>
  /** Last parts of nouns that name who employs people (*-universität*). */
  readonly employers: readonly string[]
  /** Prepositions that say when, unless a place or somebody follows (*nach*). */
  readonly timePrepositions: ReadonlySet<string>
  /** Nouns with an infinitive: whether it is done by whom the noun belongs to (*die Absicht Merkels, …*), or by others (*die Forderung …*). */
  readonly deedNouns: ReadonlyMap<string, string>
  /** Verbs that take something from where it was, which is no agent of their passive (*vom Zettel gestrichen*). */
  readonly sourceVerbs: ReadonlySet<string>
  /** Adverbs of degree, which a predicate adjective says little without (*zu niedrig*). */
  readonly degrees: ReadonlySet<string>
  /** Adverbs that restrict what a clause says (*nur*). */
  readonly restrictions: ReadonlySet<string>
  /** Conjunctions of clauses that are arguments (*dass*). */
  readonly complementizers: ReadonlySet<string>
  /** Verbs whose infinitive is done by others (*lässt den Fall untersuchen*). */
  readonly causatives: ReadonlySet<string>
  /** Prepositions that make one thing with a verb and a noun without article (*in Brand setzen*). */
  readonly idiomPrepositions: ReadonlySet<string>
  /** Nouns that with a preposition say how often or when (*in Folge*). */
  readonly noIdioms: ReadonlySet<string>
  /** Prepositions of phrases that complete no verb of place or motion (*mit*, *wegen*), but where such a verb is listed with one. */
  readonly adjunctPrepositions: ReadonlySet<string>
  /** Verbs that say nothing of their subject alone (*gehören*). */
  readonly noStates: ReadonlySet<string>
  /** Verbs that say nothing without an object (*bekommen*). */
  readonly objectVerbs: ReadonlySet<string>
  /** Prepositions of circumstances, which say little beside an object that is named (*traf Merkel in Rom*). */
  readonly circumstancePrepositions: ReadonlySet<string>
  /**
   * Prepositions of phrases that belong to the noun right before them more often than to the verb, with the nouns for which that holds:
   * those of a phrase (*mit*), also the attributes of any argument (*durch*), or the subject alone (*von*).
   */
  readonly attributePrepositions: ReadonlyMap<string, string>
  /** Verbs that say nothing without the phrase that completes them (*liegen in*), with the adjunct preposition that may do so. */
  readonly phraseVerbs: ReadonlyMap<string, string>
  /** Nouns that a phrase right after them belongs to (*der Befehl zum Angriff*), with its preposition. */
  readonly goalNouns: ReadonlyMap<string, string>
  /** Prepositions by which a phrase takes back what the verb says without it (*ohne*). */
  readonly denyingPrepositions: ReadonlySet<string>
  /** Verbs whose object comes to their subject (*erhielt die Zustimmung*). */
  readonly receivingVerbs: ReadonlySet<string>
  /** Prepositions by which a deed stands in a clause whose subject does it (*bei seiner Ankunft*). */
  readonly actorPrepositions: ReadonlySet<string>
  readonly supportVerbs: ReadonlySet<string>
  readonly emptyNouns: ReadonlySet<string>
  /** Nouns that with a number name a rank and no place (*der dritte Platz*). */
  readonly ranks: ReadonlySet<string>
  readonly emptyVerbs: ReadonlySet<string>
  readonly speechVerbs: ReadonlySet<string>
  /** Participles that have become adjectives (*verwandt*). */
  readonly lexicalisedParticiples: ReadonlySet<string>
  readonly skippedPrepositions: ReadonlySet<string>
  /** Last parts of nouns that name a part of an organisation or building (*-rat*, *-abteilung*). */
  readonly bodyNouns: readonly string[]
  /** Words that say that somebody does not hold the role: no longer (*ehemalig*, *Ex-*), not yet, or in another's stead. */
  readonly noHolderMarks: ReadonlySet<string>
  /** Relations of roles that are no office, with `kin` for those of relatives. */
  readonly noOffices: ReadonlyMap<string, string>
  /** Nouns before a name that say nothing of what somebody is (*Herr*). */
  readonly noTitles: ReadonlySet<string>
  /** Endings of names, in small letters, that begin with a town's adjective and do not say where the thing is (*Potsdamer Platz*). */
  readonly noSeats: readonly string[]
  /** Prepositions by which somebody *is* for or against something, with the relation. */
  readonly stances: ReadonlyMap<string, string>
  /** Nouns that say before its name how a team or a firm stands (*Weltmeister*). */
  readonly teamTitles: ReadonlySet<string>
  /** Words and signs in brackets that bring a birth or a death (*geboren*, *†*). */
  readonly lifeMarks: ReadonlyMap<string, 'birth' | 'death'>
  /** *alt* in *56 Jahre alt*, the units of an age, and the form of an adjective of age (*56-jährig*). */
  readonly ageWord: string
  /** *Alter* in *im Alter von 56 Jahren*. */
  readonly ageNoun: string
  readonly ageUnits: ReadonlySet<string>
  readonly ageAdjective: RegExp
  /** Prepositions that say by how much something changes (*um*). */
  readonly changePrepositions: ReadonlySet<string>
  /** *darunter* in *62 Personen, darunter sieben Kinder*. */
  readonly amongAdverbs: ReadonlySet<string>
  /** Nouns of events that a place is named by (*das Massaker von Srebrenica*). */
  readonly placedEvents: ReadonlySet<string>
  /** Prepositions by which an event stands in the clause that tells what happened in it (*bei einem Unfall*). */
  readonly eventFrames: ReadonlySet<string>
  /** Nouns that make a phrase with *mit* (*mit Hilfe von*), and the role they stand for. */
  readonly helpPhrases: ReadonlyMap<string, string>
  /** Nouns that only introduce an amount (*in Höhe von*). */
  readonly amountPhrases: ReadonlySet<string>
  /** Words between an amount and what it is counted by (*pro Jahr*). */
  readonly ratePrepositions: ReadonlySet<string>
  /** Words between the two numbers of a range (*200 bis 300*). */
  readonly rangeWords: ReadonlySet<string>
  /** Words before a number that it is not exact without (*bis zu*, *mindestens*), each as its words. */
  readonly limits: readonly (readonly string[])[]
  readonly numbers: ReadonlyMap<string, number>
  readonly multipliers: ReadonlyMap<string, number>
  readonly units: ReadonlyMap<string, string>
  /** Nouns that measure the noun after them (*zwei Tonnen Kokain*). */
  readonly measures: ReadonlySet<string>
  /** Those that measure time (*zu acht Jahren Haft*). */
  readonly timeMeasures: ReadonlySet<string>
}

/** The relations' lexicon (and those that a user adds) with the word lists of `lang/de/relations`. */
export const relationData: Resource<RelationData> = {
  id: 'relations',
  load: async (resources) => {
    const words = await readTable(resources, 'lang/de/relations/words.tsv')
    const factors = await readTable(resources, 'lang/de/relations/confidence.tsv')
    const amounts = await readTable(resources, 'lang/de/relations/units.tsv')
    const adjectives = await readTable(resources, 'lang/de/morphology/lexicalised-participles.tsv')
    const own = parseFrames(await readText(resources, 'ontology/lexicon.de.tsv'), 'ontology/lexicon.de.tsv')
    const vocabulary = await extended(resources.extensions.ontologies)
    const added = resources.extensions.lexicons.flatMap(({ name, text }) => parseFrames(text, name))
    checkRelations([...added, ...own], vocabulary)
    const set = (use: string): ReadonlySet<string> =>
      new Set(words.filter((row) => row[0] === use).map((row) => row[1]!))
    const map = (use: string): ReadonlyMap<string, string> =>
      new Map(words.filter((row) => row[0] === use).map((row) => [row[1]!, row[2]!]))
    const one = (use: string): string => {
      const [first] = set(use)
      if (first === undefined) throw new PressgraphError(`lang/de/relations/words.tsv has no line for "${use}"`)
      return first
    }
    const amount = (kind: string): [string, string][] =>
      amounts.filter((row) => row[0] === kind).map((row) => [row[1]!, row[2]!])
    return {
      vocabulary,
      frames: new FrameLexicon([...added, ...own], [...set('feminine')]),
      confidenceFactors: new Map(factors.map((row) => [row[0]!, Number(row[1])])),
      passiveAuxiliary: one('passive-auxiliary'),
      reflexive: one('reflexive'),
      dative: one('dative'),
      particles: set('particle'),
      capacities: set('capacity'),
      circumpositions: map('circumposition'),
      noPrefixes: set('no-prefix'),
      copulas: set('copula'),
      quasiCopulas: set('quasi-copula'),
      agentPrepositions: set('agent'),
      noParticipants: set('no-participant'),
      genitivePrepositions: set('genitive'),
      origins: set('origin'),
      pairPrepositions: set('pair'),
      locative: one('locative'),
      travelPreposition: one('travel-preposition'),
      eventGoal: one('event-goal'),
      eventPlaces: set('event-place'),
      participantPrepositions: set('event-preposition'),
      adverbPrepositions: map('adverb'),
      relativeAdverbs: set('relative-adverb'),
      eventAdverbs: set('event-adverb'),
      objectControl: set('object-control'),
      othersControl: set('others-control'),
      dativeSubjects: set('dative-subject'),
      possessionVerbs: set('possession-verb'),
      specifyingNouns: set('specifying-noun'),
      memberBodies: set('member-body'),
      employers: [...set('employer')],
      timePrepositions: set('time-preposition'),
      deedNouns: map('deed-noun'),
      sourceVerbs: set('source-verb'),
      degrees: set('degree'),
      restrictions: set('restriction'),
      complementizers: set('complementizer'),
      causatives: set('causative'),
      idiomPrepositions: set('idiom-preposition'),
      noIdioms: set('no-idiom'),
      adjunctPrepositions: set('adjunct-preposition'),
      noStates: set('no-state'),
      objectVerbs: set('object-verb'),
      circumstancePrepositions: set('circumstance-preposition'),
      attributePrepositions: map('attribute-preposition'),
      phraseVerbs: map('phrase-verb'),
      goalNouns: map('goal-noun'),
      denyingPrepositions: set('denying-preposition'),
      receivingVerbs: set('receiving-verb'),
      actorPrepositions: set('actor-preposition'),
      supportVerbs: set('support-verb'),
      emptyNouns: set('empty-noun'),
      ranks: set('rank'),
      emptyVerbs: set('empty-verb'),
      speechVerbs: set('speech-verb'),
      lexicalisedParticiples: new Set(adjectives.map((row) => row[0]!)),
      skippedPrepositions: set('skip-preposition'),
      bodyNouns: [...set('body-noun')],
      noHolderMarks: set('no-holder'),
      noTitles: set('no-title'),
      noSeats: [...set('no-seat')],
      stances: map('stance'),
      teamTitles: set('team-title'),
      noOffices: map('no-office'),
      lifeMarks: map('life-mark') as ReadonlyMap<string, 'birth' | 'death'>,
      ageWord: one('age-word'),
      ageNoun: one('age-noun'),
      ageUnits: set('age-unit'),
      ageAdjective: new RegExp(
        `^(?:\\d{1,3}|\\p{L}+(?:${[...set('age-number-ending')].join('|')}))-?(?:${[...set('age-adjective')].join('|')})`,
        'iu',
      ),
      changePrepositions: set('change-preposition'),
      amongAdverbs: set('among'),
      placedEvents: set('placed-event'),
      eventFrames: set('event-frame'),
      helpPhrases: map('help-phrase'),
      amountPhrases: set('amount-phrase'),
      ratePrepositions: set('rate-preposition'),
      rangeWords: set('range'),
      limits: [...set('limit')].map((words) => words.split(' ')),
      numbers: new Map(amount('number').map(([word, value]) => [word, Number(value)])),
      multipliers: new Map(amount('multiplier').map(([word, value]) => [word, Number(value)])),
      units: new Map(amount('unit')),
      measures: set('measure'),
      timeMeasures: set('time-measure'),
    }
  },
}

/** Our vocabulary with the user's ontologies; the Turtle parser is loaded only where there are any. */
async function extended(ontologies: readonly ExtensionFile[]): Promise<Vocabulary> {
  let vocabulary = coreVocabulary
  if (ontologies.length === 0) return vocabulary
  const { loadOntology } = await import('../../rdf/ontology.ts')
  for (const { name, text } of ontologies)
    vocabulary = extendVocabulary(vocabulary, loadOntology(text, vocabulary, name))
  return vocabulary
}

function checkRelations(frames: readonly Frame[], vocabulary: Vocabulary): void {
  for (const frame of frames)
    if (!vocabulary.relation(frame.relation))
      throw new PressgraphError(
        `the lexicon says "${frame.lemma}" for the relation "${frame.relation}", which no ontology describes`,
        {
          hint: 'Describe the relation in a Turtle file and give it with --ontology.',
        },
      )
}
