import { describe, expect, it } from 'vitest'
import { morphology } from '../../../src/stages/morphology/index.ts'
import { names } from '../../../src/stages/names/index.ts'
import { testResources } from '../../support/pipeline.ts'
import { treeDocument } from '../../support/trees.ts'

/** Names as `text/TYPE`, with the form where it is not a name. */
async function namesOf(table: string, options: { unrelated?: boolean } = {}): Promise<string[]> {
  const document = await names.run(await morphology.run(treeDocument(table, options), testResources()), testResources())
  return document.names.map(({ start, end, type, form }) => {
    const text = document.text.slice(start, end)
    return form === 'name' ? `${text}/${type}` : `${text}/${type}/${form}`
  })
}

describe('names', () => {
  it('leaves titles, roles and articles outside', async () => {
    expect(await namesOf('der DET 2 det B-PER\nPräsident NOUN 0 root I-PER\nPutin PROPN 2 appos I-PER')).toEqual([
      'Putin/PER',
    ])
    expect(
      await namesOf('Kremlchef NOUN 0 root B-PER\nWladimir PROPN 1 appos I-PER\nPutin PROPN 2 flat I-PER'),
    ).toEqual(['Wladimir Putin/PER'])
    expect(await namesOf('das DET 2 det\nEmirat NOUN 0 root B-ORG 0.5\nKatar PROPN 2 flat I-ORG 0.5')).toEqual([
      'Katar/LOC',
    ])
  })

  it('drops quotation marks, days and halves of words', async () => {
    expect(await namesOf('„ PUNCT 2 punct B-ORG\nInterfax PROPN 0 root I-ORG\n“ PUNCT 2 punct I-ORG')).toEqual([
      'Interfax/ORG',
    ])
    expect(await namesOf('am ADP 2 case\nDonnerstag NOUN 0 root B-LOC 0.5')).toEqual([])
  })

  it('takes in what belongs to the name', async () => {
    expect(await namesOf('Volkswagen PROPN 0 root B-ORG\nAG PROPN 1 flat')).toEqual(['Volkswagen AG/ORG'])
    expect(await namesOf('Elisabeth PROPN 0 root B-PER\nII. PROPN 1 flat')).toEqual(['Elisabeth II./PER'])
    const institute = `
des DET 4 det
Moskauer ADJ 4 amod B-LOCderiv
Staatlichen ADJ 4 amod B-ORG 0.4
Instituts NOUN 0 root I-ORG 0.4`
    expect(await namesOf(institute)).toEqual(['Moskauer Staatlichen Instituts/ORG'])
    const field = `
des DET 4 det
Moskauer ADJ 4 amod B-LOCderiv
Staatlichen NOUN 4 nmod B-ORG 0.6
Instituts NOUN 0 root B-ORG
für ADP 7 case
Internationale ADJ 7 amod
Beziehungen NOUN 4 nmod`
    expect(await namesOf(field)).toEqual(['Moskauer Staatlichen Instituts für Internationale Beziehungen/ORG'])
    const common = 'das DET 3 det\nBerliner ADJ 3 amod B-LOCderiv\nInstitut NOUN 0 root B-ORG'
    expect(await namesOf(common)).toEqual(['Berliner/LOC/derivation', 'Institut/ORG'])
  })

  it('finds names that the words around them give away', async () => {
    expect(
      await namesOf('auf ADP 4 case\nder DET 4 det\nkoreanischen ADJ 4 amod B-LOCderiv\nHalbinsel NOUN 0 root'),
    ).toEqual(['koreanischen Halbinsel/LOC'])
    expect(await namesOf('Studio NOUN 0 root\nMoskau PROPN 1 appos B-LOC')).toEqual(['Studio Moskau/ORG'])
    expect(
      await namesOf(
        'Weltgesundheitsorganisation NOUN 0 root\n( PUNCT 3 punct\nWHO PROPN 1 appos B-ORG\n) PUNCT 3 punct',
      ),
    ).toEqual(['Weltgesundheitsorganisation/ORG', 'WHO/ORG'])
    expect(
      await namesOf('das DET 2 det\nMagazin NOUN 0 root\n„ PUNCT 4 punct\nFocus PROPN 2 appos\n“ PUNCT 4 punct'),
    ).toEqual(['Focus/ORG'])
    expect(await namesOf('die DET 3 det\nVereinten ADJ 3 amod\nNationen NOUN 0 root')).toEqual([
      'Vereinten Nationen/ORG',
    ])
    expect(await namesOf('Angela PROPN 0 root\nMeier PROPN 1 flat')).toEqual(['Angela Meier/PER'])
  })

  it('knows adjectives and inhabitants of places', async () => {
    expect(await namesOf('russische ADJ 2 amod\nSoldaten NOUN 0 root')).toEqual(['russische/LOC/derivation'])
    expect(await namesOf('Afghanen NOUN 0 root')).toEqual(['Afghanen/LOC/derivation'])
  })

  const ARTICLE = `
Wendelin PROPN 3 nsubj B-PER
Wiedeking PROPN 1 flat I-PER
lacht VERB 0 root

Wiedeking PROPN 2 nsubj B-LOC 0.45
geht VERB 0 root

Wiedekings PROPN 2 nmod
Nachfolger NOUN 3 nsubj
kommt VERB 0 root`

  it('makes a document consistent', async () => {
    expect(await namesOf(ARTICLE)).toEqual(['Wendelin Wiedeking/PER', 'Wiedeking/PER', 'Wiedekings/PER'])
  })

  it('concludes nothing from one sentence for another where they are unrelated', async () => {
    expect(await namesOf(ARTICLE, { unrelated: true })).toEqual(['Wendelin Wiedeking/PER', 'Wiedeking/LOC'])
  })

  it('takes in the parts of a name that the model left out', async () => {
    expect(await namesOf('Tayler PROPN 0 root\nJane PROPN 1 flat B-PER\nGeddes PROPN 1 flat I-PER')).toEqual([
      'Tayler Jane Geddes/PER',
    ])
    const union = 'des DET 3 det\nEvangelischen ADJ 3 amod B-ORG\nPresseverbandes NOUN 0 root'
    expect(await namesOf(union)).toEqual(['Evangelischen Presseverbandes/ORG'])
    const states = 'den DET 3 det\nVereinigten ADJ 3 amod B-LOCderiv\nStaaten PROPN 0 root'
    expect(await namesOf(states)).toEqual(['Vereinigten Staaten/LOC'])
  })

  it('drops names that are hardly sure, but not those that the lists or the document know', async () => {
    const doubtful = 'Visu PROPN 2 nsubj B-ORG 0.3\nlacht VERB 0 root'
    expect(await namesOf(doubtful)).toEqual([])
    expect(await namesOf('Belgien PROPN 0 root B-ORG 0.3', { unrelated: true })).toEqual(['Belgien/ORG'])
    expect(await namesOf(`Visu PROPN 2 nsubj B-ORG\nlacht VERB 0 root\n\n${doubtful}`)).toEqual([
      'Visu/ORG',
      'Visu/ORG',
    ])
  })

  it('gives a name the type that the press means', async () => {
    expect(await namesOf('Der DET 2 det\nKreml PROPN 3 nsubj B-LOC\nschweigt VERB 0 root')).toEqual(['Kreml/ORG'])
  })

  it('keeps compounds that hold a name apart from names', async () => {
    expect(await namesOf('Irakkrieg NOUN 0 root B-LOC 0.7')).toEqual(['Irakkrieg/LOC/part'])
    expect(await namesOf('Robert-Koch-Institut NOUN 0 root B-ORGpart 0.5')).toEqual(['Robert-Koch-Institut/ORG'])
    expect(await namesOf('VW-Anteile NOUN 0 root B-ORGpart')).toEqual(['VW-Anteile/ORG/part'])
  })
})
