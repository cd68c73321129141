import { describe, expect, it } from 'vitest'
import { shapeOf } from '../../src/query/form.ts'

describe('shapeOf', () => {
  it.each([
    ['SELECT * {}', 'SELECT'],
    ['# ASK\nprefix a: <x#SELECT>\nBASE <ASK>\n  construct {} where {}', 'CONSTRUCT'],
    ['PREFIX select: <a:> ask {}', 'ASK'],
    ['DESCRIBE<a:a>', 'DESCRIBE'],
    ['INSERT DATA {}', null],
    ['', null],
    ['hello', null],
  ])('reads the form of %j', (query, form) => {
    expect(shapeOf(query).form).toBe(form)
  })

  it('knows updates, declared prefixes and a dataset of its own', () => {
    expect(shapeOf('PREFIX a: <b:> DELETE WHERE {}').update).toBe(true)
    expect([...shapeOf('PREFIX a: <b:> PREFIX : <c:> PREFIX ex-1.2: <d:> SELECT * {}').declared]).toEqual([
      'a',
      '',
      'ex-1.2',
    ])
    expect(shapeOf('SELECT * FROM <a:> {}').named).toBe(true)
    expect(shapeOf('ASK { graph ?g { ?s ?p ?o } }').named).toBe(true)
    expect(shapeOf("SELECT ?from { ?from ?p \"FROM\", '''FROM''' , <FROM> # FROM\n}").named).toBe(false)
  })
})
