import { describe, expect, it } from 'vitest'
import { chains, entities } from './helper.ts'

describe('roles and general nouns', () => {
  it('takes a role for who was given it', async () => {
    const text = 'Bundestrainer Christian Prokop war zufrieden. Der Bundestrainer lobte die Abwehr.'
    expect(await chains(text)).toContain('Christian Prokop: Bundestrainer Christian Prokop | Der Bundestrainer')
  })

  it('takes das Unternehmen for a company', async () => {
    const text = 'Siemens entlässt Mitarbeiter. Das Unternehmen nannte keine Gründe.'
    expect(await chains(text)).toContain('Siemens: Siemens | Das Unternehmen')
  })

  it('takes die Partei for a party only', async () => {
    const text = 'Die SPD tagt in Berlin. Siemens wächst. Die Partei wählt eine Spitze.'
    expect(await chains(text)).toContain('SPD: Die SPD | Die Partei')
  })

  it('takes das Gericht for the court that was named', async () => {
    const text = 'Das Bundesverfassungsgericht prüft die Klage. Das Gericht entscheidet im Mai.'
    expect(await chains(text)).toContainEqual(expect.stringMatching(/Das Bundesverfassungsgericht \| Das Gericht$/))
  })

  it('takes sein Land for the country by which someone was introduced', async () => {
    const text =
      'Frankreich wählt. Der französische Premierminister François Fillon erklärte, sein Land plane eine Reform.'
    expect(await chains(text)).toContain('Frankreich: Frankreich | sein Land')
  })

  it('takes no perpetrator for a person who was named before', async () => {
    const found = await entities('Der Abgeordnete Viktor Oserow sprach von Terror. Die Polizei sucht den Täter.')
    expect(found.find((entity) => entity.label === 'Viktor Oserow')?.mentions).toHaveLength(1)
  })
})
