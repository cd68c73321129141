import { describe, expect, it } from 'vitest'
import { negotiate } from '../../src/server/negotiate.ts'

const offered = ['application/sparql-results+json', 'text/csv', 'text/turtle'] as const

describe('negotiate', () => {
  it.each([
    [undefined, 'application/sparql-results+json'],
    ['', 'application/sparql-results+json'],
    ['*/*', 'application/sparql-results+json'],
    ['text/csv', 'text/csv'],
    ['text/*', 'text/csv'],
    ['text/csv;q=0.5, text/turtle', 'text/turtle'],
    ['TEXT/Turtle ; q=1', 'text/turtle'],
    ['*/*;q=0.1, text/turtle;q=0.9', 'text/turtle'],
    ['text/csv;q=0, */*', 'application/sparql-results+json'],
    ['image/png', null],
    ['text/csv;q=nonsense', null],
    ['rubbish', null],
    ['application/json', 'application/sparql-results+json'],
  ])('takes of %s: %s', (accept, expected) => {
    expect(negotiate(accept, offered, { 'application/json': 'application/sparql-results+json' })).toBe(expected)
  })
})
