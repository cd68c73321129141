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

  it('takes a trait for the only person who was spoken of', async () => {
    const text =
      'Der Politiker Jean-Pierre Bemba wurde am Samstag in Belgien verhaftet. Die Polizei bestätigte das. Dem Mitbegründer der Bewegung werden Verbrechen vorgeworfen.'
    expect(await chains(text)).toContain(
      'Jean-Pierre Bemba: Der Politiker Jean-Pierre Bemba | Dem Mitbegründer der Bewegung',
    )
  })

  it('takes an inhabitant for a person, unless another country is known', async () => {
    const text = 'Giovanni Trapattoni kehrt zurück. Der Italiener trainiert Stuttgart.'
    expect(await chains(text)).toContain('Giovanni Trapattoni: Giovanni Trapattoni | Der Italiener')
    const other = 'Der russische Präsident Wladimir Putin kam nach Wien. Der Italiener blieb zu Hause.'
    expect((await chains(other)).join()).not.toContain('Der Italiener')
  })

  it('takes das Flugzeug for a model that was named', async () => {
    const text = 'Eine Boeing 737-500 ist verschwunden. Das Flugzeug war in Jakarta gestartet.'
    expect(await chains(text)).toContainEqual(expect.stringMatching(/Boeing 737-500 \| Das Flugzeug$/))
  })

  it('takes the compound with a synonymous last part', async () => {
    const text = 'Bankchef Marcel Ospel ist zurückgetreten. Der Rücktritt des Bankpräsidenten kam nicht unerwartet.'
    expect(await chains(text)).toContain('Marcel Ospel: Bankchef Marcel Ospel | des Bankpräsidenten')
  })

  it('takes nobody by what someone becomes', async () => {
    const text =
      'Anika Niederwieser ist Spielerin. Mussawi gratulierte. Die Jury wählte Anna Huber zur Spielerin des Jahres.'
    expect((await chains(text)).join()).not.toContain('Spielerin des Jahres')
  })
})
