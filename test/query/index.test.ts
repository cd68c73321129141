import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindIris, namedQueries, namedQuery, QueryError, QueryService, sparqlString } from '../../src/query/index.ts'
import { publish } from '../../src/store/publish.ts'
import { shardFiles } from '../../src/store/shards.ts'
import { Workspace } from '../../src/store/workspace.ts'
import { meeting, visit } from '../support/workspace-extraction.ts'

let folder: string
let workspace: Workspace
let service: QueryService
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressgraph-query-'))
  workspace = await Workspace.openOrCreate(join(folder, 'w'))
  await workspace.put(meeting(), meeting().document, 1, { pressgraph: '0', model: 'm', ontology: 'o' })
  await publish(workspace)
  service = new QueryService({ files: () => shardFiles(workspace.folder), base: workspace.settings.base })
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})

const failure = async (sparql: string, options = {}): Promise<QueryError> => {
  const error = await service.answer(sparql, options).then(
    () => null,
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(QueryError)
  return error as QueryError
}

describe('answer', () => {
  it('finds facts with the prefixes preset, and no hope as a fact', async () => {
    expect(await service.answer('SELECT ?o { ent:Wladimir_Putin pg:meets ?o }', { format: 'csv' })).toMatch(
      /Kim_Jong_Un\r\n$/,
    )
    expect(await service.answer('ASK { ent:Ilja_Djatschkow pg:expertOn ent:Nordkorea }')).toBe('yes\n')
    expect(await service.answer('ASK { ent:Wladimir_Putin pg:builds ?anything }')).toBe('no\n')
    expect(await service.answer('ASK { ?c rdf:predicate pg:builds ; pg:modality pg:Desired }')).toBe('yes\n')
  })

  it('speaks the results formats', async () => {
    const query = 'SELECT ?o ?l { ent:Wladimir_Putin pg:meets ?o . ?o rdfs:label ?l }'
    expect(JSON.parse(await service.answer(query, { format: 'json' }))).toEqual({
      head: { vars: ['o', 'l'] },
      results: {
        bindings: [
          {
            o: { type: 'uri', value: 'https://w3id.org/pressgraph/entity/Kim_Jong_Un' },
            l: { type: 'literal', value: 'Kim Jong Un', 'xml:lang': 'de' },
          },
        ],
      },
    })
    expect(await service.answer(query, { format: 'tsv' })).toBe(
      '?o\t?l\n<https://w3id.org/pressgraph/entity/Kim_Jong_Un>\t"Kim Jong Un"@de\n',
    )
    expect(await service.answer(query)).toContain('ent:Kim_Jong_Un  Kim Jong Un\n1 row\n')
    expect((await failure(query, { format: 'turtle' })).reason).toBe('not-acceptable')
  })

  it('gives graphs as Turtle, or as rows', async () => {
    const query = 'CONSTRUCT { ?a pg:meets ?b } WHERE { ?a pg:meets ?b }'
    const turtle = await service.answer(query)
    expect(turtle).toContain('ent:Wladimir_Putin pg:meets ent:Kim_Jong_Un')
    expect(new Parser().parse(turtle)).toHaveLength(1)
    expect(await service.answer(query, { format: 'table' })).toContain('ent:Wladimir_Putin  pg:meets   ent:Kim_Jong_Un')
    expect(await service.answer(query, { format: 'csv' })).toMatch(
      /^subject,predicate,object\r\nhttps:\S+Putin,\S+meets,\S+Un\r\n$/,
    )
    expect(await service.answer(query, { format: 'tsv' })).toMatch(
      /^\?subject\t\?predicate\t\?object\n<\S+>\t<\S+>\t<\S+>\n$/,
    )
    expect(JSON.parse(await service.answer(query, { format: 'json' })).results.bindings).toHaveLength(1)
    expect(await service.answer('DESCRIBE ent:Russland')).toContain('owl:sameAs wd:Q159')
  })

  it('leaves a dataset that the query names, and prefixes that it declares', async () => {
    const article = `https://w3id.org/pressgraph/article/${meeting().document.id}`
    const count = async (from: string) =>
      service.answer(`SELECT (COUNT(*) AS ?n) ${from} { ?s ?p ?o }`, { format: 'csv' })
    expect(await count('')).toBe(await count(`FROM <${article}>`))
    expect(await count('FROM <http://example.org/none>')).toBe('n\r\n0\r\n')
    expect(await service.answer(`PREFIX pg: <http://example.org/> ASK { ?s pg:meets ?o }`)).toBe('no\n')
    expect(await service.answer(`ASK { GRAPH <${article}> { ?s pg:meets ?o } }`)).toBe('yes\n')
  })

  it('finds a triple of several articles once', async () => {
    const two = await Workspace.openOrCreate(join(folder, 'two'))
    for (const [i, extraction] of [meeting(), visit()].entries())
      await two.put(extraction, extraction.document, i + 1, { pressgraph: '0', model: 'm', ontology: 'o' })
    await publish(two)
    const both = new QueryService({ files: () => shardFiles(two.folder), base: two.settings.base })
    const labels = 'ent:Wladimir_Putin rdfs:label ?label'
    const csv = (query: string) => both.answer(query, { format: 'csv' })
    expect(await csv(`SELECT ?label { ${labels} }`)).toBe('label\r\nWladimir Putin\r\n')
    expect((await csv(`SELECT ?g { GRAPH ?g { ${labels} } }`)).trimEnd().split('\r\n')).toHaveLength(3)
    expect(await csv(`SELECT ?label { ${labels} }`)).toBe('label\r\nWladimir Putin\r\n')
    await both.close()
  })

  it('sees what was published since', async () => {
    const other = await Workspace.openOrCreate(join(folder, 'fresh'))
    const fresh = new QueryService({ files: () => shardFiles(other.folder), base: other.settings.base })
    const ask = () => fresh.answer('ASK { ent:Wladimir_Putin pg:visits ent:Peking }')
    expect(await ask()).toBe('no\n')
    await other.put(visit(), visit().document, 1, { pressgraph: '0', model: 'm', ontology: 'o' })
    await publish(other)
    expect(await ask()).toBe('yes\n')
    await writeFile((await shardFiles(other.folder))[0]!, '<a> <b')
    await expect(ask()).rejects.toThrow(/graph\/\w+\.nq cannot be read/)
    await fresh.close()
  })
})

describe('errors', () => {
  it.each([
    ['SELECT * {\n  ?s ?p }', 2, 9, /a triple needs subject, predicate and object/i],
    ['SELECT * { ?s ?p ?o', 1, 20, /Close the brace/],
    ['SELECT * { ?s ?p ?o } }', 1, 23, /a "}" too many/],
    ['SELECT *\nWHERE {\n  ?s foo:bar ?o }', 3, 6, /Declare it/],
    ['SELECT * { ?s ?p ?o } LIMITT 3', 1, 28, /Did you mean LIMIT\?/],
    ['SELECT * { ?s ?p "ä😀" foo }', 1, 23, /needs a prefix/],
    ['SELECT * { ?s ?p "offen }', 1, 18, /string closed/],
    ['SELECT * { <a b> ?p ?o }', 1, 12, /holds no blanks/],
    ['SELEC * { ?s ?p ?o }', 1, 1, /Did you mean SELECT\?/],
  ])('name line and column of %j, with a hint', async (query, line, column, hint) => {
    const error = await failure(query)
    expect(error).toMatchObject({ reason: 'syntax', line, column, exitCode: 2 })
    expect(error.hint).toMatch(hint)
    expect(error.message.split('\n').at(-1)).toBe(`  ${' '.repeat(column - 1)}^`)
  })

  it('refuse updates and services, and explain what is no matter of place', async () => {
    expect(await failure('INSERT DATA { <a:a> <a:b> <a:c> }')).toMatchObject({ reason: 'refused' })
    expect(await failure('SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }')).toMatchObject({
      reason: 'refused',
    })
    expect((await failure('SELECT ?x { ?x ?p ?o } GROUP BY ?p')).message).toMatch(/ungrouped/)
    expect((await failure(' # nur ein Kommentar')).message).toBe('the query is empty')
  })

  it('end a query that takes too long, or is given up, and answer the next', async () => {
    const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }'
    expect(await failure(endless, { timeoutMs: 200 })).toMatchObject({ reason: 'timeout' })
    expect(await failure(endless, { signal: AbortSignal.timeout(100) })).toMatchObject({ reason: 'aborted' })
    expect(await service.answer('ASK { ?s pg:meets ?o }')).toBe('yes\n')
  })
})

describe('ready-made queries', () => {
  it('have titles and run', async () => {
    const queries = await namedQueries()
    expect(queries.map(({ name }) => name)).toEqual([
      'about',
      'events',
      'experts',
      'hoped-planned-denied',
      'who-met-whom',
      'who-says-what',
    ])
    for (const { title, sparql } of queries) {
      expect(title.de && title.en).toBeTruthy()
      await service.answer(sparql)
    }
    await expect(namedQuery('nope')).rejects.toThrow('there is no query "nope"')
  })

  const rows = async (name: string) => {
    const { results } = await service.results({ sparql: (await namedQuery(name)).sparql })
    return results!.bindings.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, { value }]) => [key, value])),
    )
  }

  it('tell what the article says', async () => {
    expect(await rows('who-met-whom')).toEqual([
      expect.objectContaining({
        who: 'Wladimir Putin',
        relation: 'meets',
        whom: 'Kim Jong Un',
        quote: expect.stringContaining('getroffen'),
      }),
    ])
    expect(await rows('experts')).toEqual([expect.objectContaining({ expert: 'Ilja Djatschkow', field: 'Nordkorea' })])
    expect(await rows('who-says-what')).toEqual([
      expect.objectContaining({
        speaker: 'Wladimir Putin',
        relation: 'builds',
        object: 'Bahnstrecke',
        status: 'desired',
      }),
    ])
    expect(await rows('hoped-planned-denied')).toEqual([
      expect.objectContaining({ status: 'desired', object: 'Bahnstrecke' }),
    ])
    expect(await rows('events')).toEqual([
      expect.objectContaining({
        event: 'Treffen',
        places: 'Wladiwostok',
        times: 'am Donnerstag',
        participants: 'Wladimir Putin',
      }),
    ])
  })

  it('take an entity by name, variant or IRI, as data', async () => {
    const about = await namedQuery('about')
    const iri = 'https://w3id.org/pressgraph/entity/Kim_Jong_Un'
    expect(await service.entities('kim jong un')).toEqual([iri])
    expect(await service.entities('ent:Kim_Jong_Un')).toEqual([iri])
    expect(await service.entities(iri)).toEqual([iri])
    expect(await service.entities('Putin')).toEqual(['https://w3id.org/pressgraph/entity/Wladimir_Putin'])
    const table = await service.answer(bindIris(about.sparql, 'entity', [iri]))
    expect(table).toContain('1 row\n')
    await expect(service.entities('Kim')).rejects.toThrow('no entity is named "Kim"')
    await expect(service.entities('") } ; DROP ALL #')).rejects.toThrow('no entity is named')
  })
})

describe('sparqlString', () => {
  it('holds any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 20 }), async (text) => {
        const { results } = await service.results({ sparql: `SELECT ?t { BIND(${sparqlString(text)} AS ?t) }` })
        expect(results?.bindings[0]?.t?.value).toBe(text.toWellFormed())
      }),
      { numRuns: 40 },
    )
  })
})
