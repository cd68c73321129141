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
})
