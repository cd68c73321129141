import { describe, expect, it } from 'vitest'
import { rareStructures, type TreeWord } from '../../scripts/count-structures.ts'

/** *der Hund sieht der Hund* and the like: a determiner, a noun that is subject or object, a verb. */
const clause: TreeWord[] = [
  { relation: 'det', upos: 'DET', head: 1 },
  { relation: 'nsubj', upos: 'NOUN', head: 2 },
  { relation: 'root', upos: 'VERB', head: -1 },
  { relation: 'advmod', upos: 'ADV', head: 2 },
  { relation: 'advmod', upos: 'ADV', head: 2 },
]

describe('what is rare in trees', () => {
  const rows = rareStructures(Array.from({ length: 100 }, () => clause)).map((row) => row.join(' '))

  it('is a second dependent that no word has', () => {
    expect(rows).toContain('repeated nsubj - 5.31')
    expect(rows.some((row) => row.startsWith('repeated advmod'))).toBe(false)
  })

  it('is the wrong side of a head', () => {
    expect(rows).toContain('after det noun 5.31')
    expect(rows.some((row) => row.startsWith('before det noun'))).toBe(false)
    expect(rows).toContain('before advmod verb 6.00')
  })

  it('is a relation below one that it is never below', () => {
    expect(rows).toContain('under advmod nsubj 3.26')
    expect(rows.some((row) => row.startsWith('under advmod root'))).toBe(false)
  })
})
