/** A query with variables bound to IRIs. Values are put at its end, as data; the query itself stays as it is. */
export const bound = (sparql: string, values: ReadonlyMap<string, string>): string =>
  [sparql.trimEnd(), ...[...values].map(([variable, iri]) => `VALUES ?${variable} { <${iri}> }`), ''].join('\n')
