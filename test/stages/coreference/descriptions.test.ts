import { describe, expect, it } from 'vitest'
import { chains } from './helper.ts'

describe('descriptions', () => {
  it('takes up an indefinite noun with a definite one', async () => {
    expect(await chains('Ein Sprengsatz explodierte. Der Sprengsatz enthielt Metall.')).toContain(
      'Sprengsatz: Ein Sprengsatz | Der Sprengsatz',
    )
  })

  it('takes up a headline, which has no articles', async () => {
    const text = 'Explosion in der Metro\n\nBei einer Explosion starben Menschen.'
    expect(await chains(text)).toContainEqual(expect.stringMatching(/Explosion in der Metro \| einer Explosion$/))
  })

  it('keeps apart compounds that differ in their first part', async () => {
    const all = (await chains('Das Influenzavirus ist alt. Das Vogelgrippevirus ist neu.')).join()
    expect(all).not.toContain('Das Influenzavirus | Das Vogelgrippevirus')
  })

  it('keeps apart what belongs to different places', async () => {
    const all = (await chains('Die russische Armee zog ab. Die libysche Armee blieb.')).join()
    expect(all).not.toContain('Die russische Armee | Die libysche Armee')
  })

  it('keeps apart what different nouns complete', async () => {
    const all = (await chains('Die Lösung des Problems ist fern. Die Lösung der Aufgabe ist nah.')).join()
    expect(all).not.toContain('Die Lösung des Problems | Die Lösung der Aufgabe')
  })

  it('takes no amount for another', async () => {
    const all = (await chains('Der Kredit beträgt 10 Millionen Euro. Die Abfindung beträgt 10 Millionen Euro.')).join()
    expect(all).not.toContain('Euro | ')
  })

  it('takes die Bank for the bank that was named since', async () => {
    const text =
      'Die UBS macht Verlust. Die Bank entlässt Mitarbeiter. Auch die Deutsche Bank meldete Verluste. Für das laufende Jahr gab die Bank eine Warnung aus.'
    expect(await chains(text)).toContain('Deutsche Bank: die Deutsche Bank | die Bank')
  })

  it('takes up what a sentence brings in after its copula', async () => {
    const text = 'Grundlage der Verhaftung ist ein Haftbefehl des Gerichts. Der Haftbefehl war geheim.'
    expect(await chains(text)).toContainEqual(expect.stringMatching(/ein Haftbefehl des Gerichts \| Der Haftbefehl$/))
  })

  it('leaves the number of a bare noun in a headline open', async () => {
    const text = 'Gericht: Massaker von Srebrenica war Völkermord\n\nDas Massaker von Srebrenica wurde verurteilt.'
    expect(await chains(text)).toContainEqual(
      expect.stringMatching(/: Massaker von Srebrenica \| Das Massaker von Srebrenica$/),
    )
  })
})
