import { describe, expect, it } from 'vitest'
import { rules } from '../../../src/stages/relations/rules/collection.ts'
import { analyzed, claimsInWords, extracted } from '../../support/pipeline.ts'

/** Each construction with a sentence and what it must read from it, through the real parser. */
const readings: readonly [rule: string, sentence: string, claim: string][] = [
  ['verb-frame', 'Wladimir Putin trifft Kim Jong Un.', 'Wladimir Putin – meets – Kim Jong Un'],
  ['verb-frame, passive', 'Die Brücke wurde von Siemens gebaut.', 'Siemens – builds – Brücke'],
  ['verb-frame, separable', 'Merkel reiste aus Berlin ab.', 'Merkel – departsFrom – Berlin'],
  ['verb-frame, perfect with sein', 'Merkel ist in Moskau eingetroffen.', 'Merkel – arrivesIn – Moskau'],
  ['verb-frame, coordination', 'Merkel und Macron besuchen Polen.', 'Macron – visits – Polen'],
  ['verb-frame, conjunct of note', 'Merkel und nicht zuletzt Macron lobten Polen.', 'Macron – praises – Polen'],
  ['verb-frame, pairs', 'Merkel und Macron unterhielten sich.', 'Merkel – talksWith – Macron'],
  ['verb-frame, relative clause', 'Merkel, die Polen besuchte, schwieg.', 'Merkel – visits – Polen'],
  [
    'noun-frame',
    'Das Treffen zwischen Angela Merkel und Emmanuel Macron war kurz.',
    'Angela Merkel – meets – Emmanuel Macron',
  ],
  ['noun-frame, genitive', 'Der Besuch Merkels in Polen war kurz.', 'Merkel – visits – Polen'],
  ['noun-frame, compound', 'Die Porsche-Übernahme durch Volkswagen ist perfekt.', 'Volkswagen – acquires – Porsche'],
  ['role', 'Russlands Präsident Wladimir Putin schwieg.', 'Wladimir Putin – headOfStateOf – Russland'],
  [
    'role, adjective',
    'Der französische Präsident Emmanuel Macron schwieg.',
    'Emmanuel Macron – headOfStateOf – Frankreich',
  ],
  ['role, compound', 'Der Nordkorea-Experte Hans Meier schwieg.', 'Hans Meier – expertOn – Nordkorea'],
  ['role, predicate', 'Hans Meier ist Mitglied der SPD.', 'Hans Meier – memberOf – SPD'],
  ['title', 'Außenminister Siegmar Gabriel schwieg.', 'Siegmar Gabriel – holdsRole – "Außenminister"'],
  ['predicate-frame', 'Der Handel ist Thema des Treffens.', 'Treffen – discusses – Handel'],
  ['event-place', 'Bei einer Explosion in Berlin gab es Verletzte.', 'Explosion in Berlin – takesPlaceIn – Berlin'],
  [
    'event-participant',
    'Das Treffen zwischen Angela Merkel und Emmanuel Macron war kurz.',
    'Angela Merkel – participatesIn – Treffen zwischen Angela Merkel und Emmanuel Macron',
  ],
  ['amount', 'Ein Kredit in Höhe von 750 Millionen Euro ist nötig.', 'Kredit – hasAmount – "750 Millionen Euro"'],
  [
    'placed-name',
    'Die Weltgesundheitsorganisation in Genf ist besorgt.',
    'Weltgesundheitsorganisation – locatedIn – Genf',
  ],
  [
    'organisation-part',
    'Der Sicherheitsrat der Vereinten Nationen tagte.',
    'Sicherheitsrat – partOf – Vereinte Nationen',
  ],
  ['organisation-country', 'Die libysche Luftwaffe schwieg.', 'libysche Luftwaffe – basedIn – Libyen'],
  ['verb-frame, phrase', 'Bei dem Unfall kamen neun Menschen ums Leben.', 'Unfall – kills – neun Menschen'],
  ['verb-frame, score', 'Deutschland gewann 3:1 gegen Polen.', 'Deutschland – hasScore – "3:1"'],
  ['verb-frame, place within', 'Hans Meier lebt im Exil in Portugal.', 'Hans Meier – locatedIn – Portugal'],
  ['verb-frame, near', 'Der Mann wurde in der Nähe von Brüssel verhaftet.', 'Mann – arrestedIn – Brüssel'],
  ['occupation', 'Die Schriftstellerin Herta Müller schwieg.', 'Herta Müller – holdsRole – "Schriftstellerin"'],
  ['appointment', 'Hans Meier wurde zum Präsidenten gewählt.', 'Hans Meier – holdsRole – "Präsident"'],
  [
    'role, appointment',
    'Der Präsident ernannte Hans Meier zum Nachfolger von Karl Huber.',
    'Hans Meier – successorOf – Karl Huber',
  ],
  [
    'role, appointment, passive',
    'Hans Meier wurde zum Sprecher der Bundesregierung ernannt.',
    'Hans Meier – spokespersonFor – Bundesregierung',
  ],
  ['affiliation, party', 'Der Abgeordnete Hans Meier (SPÖ) schwieg.', 'Hans Meier – memberOf – SPÖ'],
  ['open-verb, possession', 'Das Smartphone hat einen großen Bildschirm.', 'Smartphone – haben – großer Bildschirm'],
  ['open-verb, dative', 'Den Forschern ist ein Durchbruch gelungen.', 'Forscher – gelingen – Durchbruch'],
  ['open-state, date', 'Die Skipiste eröffnete Ende 2014.', 'Skipiste – eröffnen – "Ende 2014"'],
  [
    'verb-frame, open article',
    'Das Landesgericht Linz verurteilte den Angeklagten zu acht Jahren Haft.',
    'Angeklagte – hasPenalty – "acht Jahren Haft"',
  ],
  ['role, name behind the copula', 'Neuer Chef der Bank ist Hans Müller.', 'Hans Müller – leaderOf – Bank'],
  [
    'role, joined appositions',
    'Hans Huber, ein bekannter Hacker und Mitarbeiter von Siemens, schwieg.',
    'Hans Huber – employedBy – Siemens',
  ],
  ['role, full copula', 'Sieger des Rennens wurde Marcel Hirscher.', 'Marcel Hirscher – wins – Rennen'],
  [
    'verb-frame, people with titles',
    'Der Physiker Hans Huber und der Ingenieur Karl Maier besuchten China.',
    'Karl Maier – visits – China',
  ],
  ['predicate-frame, participle', 'An dem Projekt ist auch Siemens beteiligt.', 'Siemens – participatesIn – Projekt'],
  ['state, adjective of a participle', 'Die Höhe des Schadens ist bekannt.', 'Höhe des Schadens – sein – "bekannt"'],
  ['open-noun, specifying', 'Ziel der Reform ist eine Senkung der Kosten.', 'Senkung der Kosten – Ziel – Reform'],
  ['nationality', 'Die deutsche Schriftstellerin Herta Müller schwieg.', 'Herta Müller – citizenOf – Deutschland'],
  ['office', 'Der ehemalige Präsident der Bank, Hans Meier, schwieg.', 'Hans Meier – Präsident_(ehemalig) – Bank'],
  ['life-date', 'Hans Meier (geboren am 5. Mai 1950 in Ulm) schwieg.', 'Hans Meier – bornOn – "5. Mai 1950"'],
  ['life-date, place', 'Hans Meier (geboren am 5. Mai 1950 in Ulm) schwieg.', 'Hans Meier – bornIn – Ulm'],
  ['life-date, sign', 'Hans Meier († 2008) war Maler.', 'Hans Meier – diedOn – "2008"'],
  ['age, in brackets', 'Hans Meier (56) schwieg.', 'Hans Meier – hasAge – "56"'],
  ['age, adjective', 'Der 56-jährige Hans Meier schwieg.', 'Hans Meier – hasAge – "56-jährige"'],
  ['age, predicate', 'Hans Meier ist 56 Jahre alt.', 'Hans Meier – hasAge – "56 Jahre"'],
  ['age, reached', 'Hans Meier starb im Alter von 85 Jahren.', 'Hans Meier – hasAge – "85 Jahren"'],
  [
    'title, several',
    'Die Minister Hans Huber und Karl Maier unterzeichneten den Vertrag.',
    'Karl Maier – holdsRole – "Minister"',
  ],
  [
    'nationality, people',
    'In Spanien gewann der Spanier Rafael Nadal das Turnier.',
    'Rafael Nadal – citizenOf – Spanien',
  ],
  ['team-title', 'Salzburg traf auf Tabellenführer Rapid.', 'Rapid – holdsRole – "Tabellenführer"'],
  ['name-of', 'Hans Huber von der Universität Wien sprach mit Putin.', 'Hans Huber – employedBy – Universität Wien'],
  ['title, predicate', 'Hans Huber wurde 2010 Olympiasieger.', 'Hans Huber – holdsRole – "Olympiasieger"'],
  ['open-noun, office without field', 'Kanada ist klarer Favorit.', 'Kanada – isA – klarer Favorit'],
  ['verb-frame, what comes to pass', 'In Wien kam es zu einem Unfall.', 'Unfall – takesPlaceIn – Wien'],
  [
    'change, of the object',
    'Die Firma steigerte den Umsatz um sechs Prozent.',
    'Umsatz – steigern_um – "sechs Prozent"',
  ],
  [
    'verb-frame, lone relative',
    'Die Mure, die im August in Tirol abgegangen ist, war groß.',
    'Mure – abgehen_in – Tirol',
  ],
  [
    'verb-frame, announced clause',
    'Die Ermittler gehen davon aus, dass der Mann allein handelte.',
    'Ermittler – expects – "dass der Mann allein handelte"',
  ],
  [
    'noun-frame, around somebody',
    'Ein Team um Hans Meier entdeckte einen Stern.',
    'Hans Meier – leaderOf – Team um Hans Meier',
  ],
  ['name-of, origin', 'Zu der Gruppe gehört auch Hans Huber aus Linz.', 'Hans Huber – basedIn – Linz'],
  ['amount, small money', 'Das Unternehmen verlangt 40 Cent pro Liter.', 'Unternehmen – demands – "40 Cent pro Liter"'],
  ['stance', 'Die SPD ist gegen die Steuer.', 'SPD – opposes – Steuer'],
  ['participle', 'Der in Linz lebende Maler Hans Meier schwieg.', 'Hans Meier – locatedIn – Linz'],
  ['participle, agent', 'Das von der Regierung beschlossene Gesetz ist alt.', 'Regierung – decides – Gesetz'],
  ['shared object', 'Die Diebe haben das Tor aufgebrochen und beschädigt.', 'Diebe – destroys – Tor'],
  ['prefix, adjective', 'Die Polizei legte den Verkehr lahm.', 'Polizei – lahmlegen – Verkehr'],
  [
    'saying, any verb',
    '„Das Land braucht Reformen“, meinte Hans Huber.',
    'Hans Huber – says – "Das Land braucht Reformen"',
  ],
  ['count', 'Die Polizei verhaftete rund 200 Menschen.', 'rund 200 Menschen – hasAmount – "rund 200"'],
  ['count, limit', 'An dem Streik beteiligten sich bis zu 400 Personen.', '400 Personen – hasAmount – "bis zu 400"'],
  [
    'count, range',
    'Die Polizei verhaftete zwei bis drei Männer.',
    'zwei bis drei Männer – hasAmount – "zwei bis drei"',
  ],
  ['nationality, of a maker', 'Der deutsche Gründer Hans Meier schwieg.', 'Hans Meier – citizenOf – Deutschland'],
  ['among', 'An Bord waren 62 Personen, darunter sieben Kinder.', 'sieben Kinder – memberOf – 62 Personen'],
  ['event-name', 'Das Massaker von Srebrenica war grausam.', 'Massaker von Srebrenica – takesPlaceIn – Srebrenica'],
  ['event-clause', 'In Bayern starben am Montag bei einem Unfall drei Menschen.', 'Unfall – takesPlaceIn – Bayern'],
  ['place-country', 'Im türkischen Adana brannte ein Haus.', 'Adana – locatedIn – Türkei'],
  ['description', 'China, der größte Verbraucher der Welt, schwieg.', 'China – isA – "größte Verbraucher der Welt"'],
  ['change', 'Der Aktienkurs stieg um sieben Prozent.', 'Aktienkurs – steigen_um – "sieben Prozent"'],
  ['open-verb', 'Der Sprengsatz überragte die Brücke.', 'Sprengsatz – überragen – Brücke'],
  ['open-noun', 'Bengasi ist die letzte Hochburg der Rebellen.', 'Bengasi – Hochburg – Rebellen'],
  ['open-pair', 'Die Annäherung zwischen Sarkozy und Brown dauert.', 'Sarkozy – Annäherung – Brown'],
  ['open-adjective', 'Die WHO zeigte sich besorgt über die Entwicklung.', 'WHO – besorgt_über – Entwicklung'],
  ['open-verb, passive', 'Der Mann wurde in Berlin erfasst.', 'Mann – erfasst_werden_in – Berlin'],
  ['open-verb, idiom', 'Die Firma setzte die Behörde in Kenntnis.', 'Firma – in_Kenntnis_setzen – Behörde'],
  ['open-verb, dative', 'Das Gericht verweigerte dem Kläger die Akte.', 'Gericht – verweigern_wem – Kläger'],
  [
    'open-verb, idiom with an article',
    'Der Film brachte das Verbrechen ans Tageslicht.',
    'Film – ans_Tageslicht_bringen – Verbrechen',
  ],
  [
    'open-adjective, relative clause',
    'Die Kommission prüft die Zusammenarbeit der Institutionen, die für die Aufklärung zuständig sind.',
    'Institutionen – zuständig_für – Aufklärung',
  ],
  ['open-verb, case against tree', 'Den Kurs bestimmt der Rat.', 'Rat – decides – Kurs'],
  ['open-verb, agents', 'Das Haus wurde durch Feuer, Sturm und Regen zerstört.', 'Sturm – destroys – Haus'],
  [
    'amount, currency first',
    'Die Firma erhielt eine Erstattung in Höhe von EUR 9,6 Millionen.',
    'Erstattung – hasAmount – "EUR 9,6 Millionen"',
  ],
  ['open-state', 'Das Gelände wurde abgeriegelt.', 'Gelände – abriegeln – "abgeriegelt"'],
  ['open-phrase, with the object', 'Die Firma fand in Berlin einen Käufer.', 'Firma – Käufer_finden_in – Berlin'],
  ['open-phrase, idiom', 'Die Firma ringt mit den Banken um Zeit.', 'Firma – um_Zeit_ringen_mit – Banken'],
  ['open-phrase, source', 'Der Verein wurde vom Zettel gestrichen.', 'Verein – gestrichen_werden_von – Zettel'],
  ['open-verb, limit', 'Der Konzern streicht bis zu 800 Stellen.', 'Konzern – streichen – 800 Stellen'],
  [
    'verb-frame, deed of who is blamed',
    'Putin wirft der Regierung vor, den Plan zu loben.',
    'Regierung – praises – Plan',
  ],
  [
    'verb-frame, tries of an owner',
    'Das Buch enthält Berichte über die Versuche Merkels, den Plan zu loben.',
    'Merkel – praises – Plan',
  ],
  [
    'open-verb, deed of an owner',
    'Trotz der Absicht Merkels, den Plan zu loben, schwieg Macron.',
    'Merkel – praises – Plan',
  ],
  ['state, degree', 'Die Schwelle ist zu niedrig.', 'Schwelle – sein – "zu niedrig"'],
  [
    'amount, unit with a hyphen',
    'Die Schulden betragen 72 Milliarden US-Dollar.',
    'Schulden – hasAmount – "72 Milliarden US-Dollar"',
  ],
  [
    'open-state, with a particle',
    'Die Entwicklung am Arbeitsmarkt setzt sich fort.',
    'Entwicklung am Arbeitsmarkt – fortsetzen – "setzt sich fort"',
  ],
  ['amount, limit', 'Es droht eine Erwärmung von bis zu sechs Grad.', 'Erwärmung – hasAmount – "bis zu sechs Grad"'],
]

/** What must not be read: polite forms, sources, kin as offices, half a pair. */
const traps: readonly [trap: string, sentence: string, claim: RegExp][] = [
  ['the reader', 'Die Straße ist glatt. Dann wählen Sie ein Angebot.', /Straße – wählen/],
  ['a source', 'Nach Informationen der Behörde bereitet Merkel die Flucht vor.', /vorbereiten_nach/],
  ['kin as an office', 'Gaddafi und sein Sohn Motassim flohen.', /Motassim – holdsRole/],
  ['a denied conjunct', 'Merkel und nicht Macron besuchte Polen.', /Macron – visits/],
  ['half a pair', 'Die Busse pendeln zwischen Berlin und Hamburg.', /pendeln_zwischen – (?!")/],
  ['the agency of a dateline', 'München (dpa) - Nach den Wahlen fordert die CSU einen Kurswechsel.', /^(dpa|München)/],
  ['an agent as what it is done by', 'Das Haus wurde durch Feuer, Sturm und Regen zerstört.', /zerstör.*_durch/],
  ['the name of a town as its place', 'Wiener Neustadt liegt in Österreich.', /locatedIn – Wien$/],
  ['a street named after a town as there', 'Der Potsdamer Platz liegt in Berlin.', /locatedIn – Potsdam$/],
  [
    'a prize named after a town as there',
    'Im Jahr 2005 wurde Hans Meier mit dem Frankfurter Musikpreis geehrt.',
    /locatedIn – Frankfurt/,
  ],
  ['a country as what is made', 'Die drei deutschen Autohersteller bauen ein Werk.', /produces – Deutschland/],
  ['a town as what a firm belongs to', 'Die Münchner Tochter HVB schwieg.', /subsidiaryOf – München/],
  ['a country as what is founded', 'Der deutsche Gründer Hans Meier schwieg.', /founderOf/],
  [
    'a pronoun as an office',
    'Unterstellen Sie die günstigste Variante für Herrn Kachelmann und Frau Huber, was beide durchlitten haben.',
    /holdsRole – "beide"/,
  ],
  ['friends as an office', 'Die beiden Freunde Hans Huber und Karl Maier schwiegen.', /holdsRole – "Freund/],
  [
    'part of a number',
    'Die Behörde schätzt die Zahl der Kinder auf 150 Millionen Mädchen und 73 Millionen Jungen.',
    /hasAmount – "73"/,
  ],
  ['the name of a gate as its place', 'Das Brandenburger Tor steht in Berlin.', /locatedIn – Brandenburg/],
  ['victims as participants', 'Es gab einen Anschlag mit vielen Toten in Dublin.', /participatesIn/],
  ['a date beside an object', 'Die Firma stellte das Buch am Montag in Bonn vor.', /Montag/],
  ['what is said of an object', 'Klinsmann gab die Entscheidung von Rom aus bekannt.', /bekannt_von/],
  ['a rival as an office', 'Die Firma kämpft gegen ihren Rivalen Peter Schmidt.', /holdsRole/],
  ['a rank as a place', 'Das Team liegt auf dem dritten Platz.', /locatedIn/],
  [
    'the place of a game as that of a team',
    'Bei einem Spiel der Mannschaft in Mannheim stürzte Lahm.',
    /^Mannschaft – locatedIn/,
  ],
  ['deeds that are demanded', 'Merkel hat gefordert, den Plan zu loben.', /praises/],
  ['deeds that one is warned of', 'Der Arzt riet der Frau davon ab, den Plan zu loben.', /^Arzt – praises/],
  ['a place without what is put there', 'Ein Gericht stellte Siemens unter Aufsicht.', /stellen_unter/],
  ['an attribute of a phrase', 'Die Regel gilt für Tankstellen mit acht Zapfsäulen.', /gelten_mit/],
  ['a place as a state', 'Am Abend kam der Mann.', /"kam"/],
  ['unter anderem as an idiom', 'Das Büro dient unter anderem der Planung.', /unter_anderem/],
  ['an attribute of the subject', 'Die Zahl der Toten durch die Angriffe überrascht.', /überraschen_durch/],
  ['what only an object completes', 'Zur Finanzierung bekommt die Firma.', /bekommen_zu/],
  ['belonging as a state', 'Die Infektionen gehören dazu.', /"gehören"/],
  ['a circumstance beside a name', 'Die Firma überragt Siemens in der Region.', /überragen_in/],
  ['an attribute with von', 'Es heißt, dass Milch von kranken Kühen nicht in den Handel gelangt.', /gelangen_von/],
  ['a state of saying', 'Das Fahrzeug ist, wie das Militär behauptet, langsam gefahren.', /"behauptet"/],
  ['deeds of others', 'Merkel reagierte auf die Forderung Macrons, den Plan zu loben.', /praises/],
  [
    'a phrase of a noun beside the verb',
    'Meier wurde nach einem Zusammenstoß mit einem Auto behandelt.',
    /behandelt_werden_mit/,
  ],
  ['a reflexive in a phrase', 'Der Mann trug eine Bombe bei sich.', /sich_tragen/],
  ['a state with a clause', 'Die Zuschauer müssen solange ertragen, dass es regnet.', /"ertragen"/],
  ['a state that holds only so', 'Die Anlage lief nur eingeschränkt.', /"eingeschränkt lief"/],
  ['a phrase of the object', 'Die Version zeigt den Fokus der Firma auf Qualität.', /zeigen_auf/],
  ['a phrase of a noun of wanting', 'Die Kunden bekommen einen Anreiz zum Kauf.', /bekommen_zu/],
  ['what completes the verb left out', 'Mit 300 Anmeldungen lag die Zahl in der Nähe der Erwartungen.', /liegen_mit/],
  [
    'a thing that acts',
    'Der Datenschutz wird gelockert, um Betrug zu verhindern.',
    /^Datenschutz – (prevents|verhindern)/,
  ],
  ['a state without what denies it', 'Der Verkehr wurde ohne Verzögerungen abgewickelt.', /"abgewickelt"/],
  ['a people as an office', 'In Spanien gewann der Spanier Rafael Nadal.', /holdsRole/],
  ['a unit as a thing', 'Die Regierung stellt 50 Millionen Euro bereit.', /– Euro$/],
  ['a word in quotation marks as speech', 'Hans Huber verurteilte die Tat als „feigen Anschlag“.', /says/],
  ['the team of a town', 'Der Wiener Tennisspieler gewann das Turnier.', /memberOf/],
  ['the hospital of a town of two words', 'Er kam ins Krankenhaus Wiener Neustadt.', /locatedIn – Wien$/],
  [
    'a predecessor as who appoints',
    'Hans Meier wurde als Nachfolger von Karl Huber verpflichtet.',
    /^Karl Huber – appoints/,
  ],
  ['a contract as a team', 'Der Vertrag des Trainers läuft noch bis 2016.', /leaderOf/],
  ['two amounts as one', 'Die Bank hat die Prognose von 1,2 auf 0,8 Prozent gesenkt.', /1,2 auf/],
  ['an idiom torn apart', 'Die Firma gab den Film in Auftrag.', /gives|geben_in/],
]

describe('rules', () => {
  it.each(traps)('do not read %s: %s', async (_, sentence, claim) => {
    expect(claimsInWords(await extracted(sentence)).filter((words) => claim.test(words))).toEqual([])
  })

  it.each(readings)('%s: %s', async (_, sentence, claim) => {
    const said = claimsInWords(await extracted(sentence)).map((words) => words.replace(/ \[.*\]$/, ''))
    expect(said).toContain(claim)
  })

  it('each has a name of its own and an example', () => {
    expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length)
    for (const rule of rules) expect(rule.example).not.toBe('')
  })

  it('leaves the phrase that a verb calls for to the verb', async () => {
    const said = claimsInWords(await extracted('Österreich trifft in der EM-Qualifikation auf Schweden.'))
    expect(said).toContain('Österreich – competesWith – Schweden')
    expect(said).not.toContain('EM-Qualifikation – takesPlaceIn – Schweden')
    const vote = claimsInWords(await extracted('Hans Meier hatte gegen das Hilfspaket für die Finanzbranche gestimmt.'))
    expect(vote).not.toContain('Hans Meier – supports – Finanzbranche')
  })

  it('takes no infinitive of what can be done for a state', async () => {
    const said = claimsInWords(await extracted('Die Ausstellung im Leopold Museum ist bis 15. Juni zu sehen.'))
    expect(said.filter((claim) => claim.includes('sehen'))).toEqual([])
  })

  it('does not turn subject and object round', async () => {
    const said = claimsInWords(await extracted('Kroatien hatte Österreich mit 27:23 besiegt.'))
    expect(said).toContain('Kroatien – defeats – Österreich')
    expect(said).not.toContain('Österreich – defeats – Kroatien')
  })

  it('tells how many a group are as surely as what it is told with', async () => {
    const said = async (text: string) => claimsInWords(await extracted(text)).filter((claim) => /hasAmount/.test(claim))
    expect(await said('Bei dem Amoklauf sollen mindestens acht Menschen gestorben sein.')).toEqual([
      'mindestens acht Menschen – hasAmount – "mindestens acht" [possible]',
    ])
    expect(await said('Japanische Medien sprechen von fast 30 Toten.')).toEqual([
      'fast 30 Tote – hasAmount – "fast 30" [by japanische Medien]',
    ])
    expect(await said('Die Überschwemmungen haben mehr als 100 Todesopfer gefordert.')).toEqual([
      '100 Todesopfer – hasAmount – "mehr als 100"',
    ])
    expect(await said('Die 62 Personen sollen gestorben sein.')).toEqual(['62 Personen – hasAmount – "62"'])
  })

  it('says nothing of pronouns without an antecedent', async () => {
    const { relations } = await analyzed('Er trifft ihn.')
    expect(relations).toEqual([])
  })
})
