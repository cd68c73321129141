import { describe, expect, it } from 'vitest'
import { chains, entities } from './helper.ts'

describe('groups', () => {
  it('joins coordinations of the same entities', async () => {
    const text = 'Kim Jong Un und Wladimir Putin trafen sich. Putin und Kim redeten lange.'
    expect(await chains(text)).toContainEqual(expect.stringContaining('Kim Jong Un und Wladimir Putin | Putin und Kim'))
  })

  it('makes no entity of a coordination that nothing else speaks of', async () => {
    const found = await entities('Kim Jong Un und Wladimir Putin trafen sich.')
    expect(found.every((entity) => entity.members.length === 0)).toBe(true)
  })

  it('takes beide for the two who were named together', async () => {
    const text = 'Angela Merkel und Emmanuel Macron trafen sich. Beide schwiegen.'
    expect(await chains(text)).toContainEqual(expect.stringMatching(/Angela Merkel und Emmanuel Macron \| Beide$/))
  })
})
