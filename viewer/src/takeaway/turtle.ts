import type { Term, Triple } from './triples.ts'

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** Turtle: prefixes, then each subject with its statements, in the order given. */
export function toTurtle(triples: readonly Triple[], prefixes: Readonly<Record<string, string>>): string {
  const lines = Object.entries(prefixes).map(([name, namespace]) => `@prefix ${name}: <${namespace}> .`)
  for (const [subject, statements] of bySubject(triples)) {
    const byPredicate = new Map<string, Term[]>()
    for (const { predicate, object } of statements)
      byPredicate.set(predicate, [...(byPredicate.get(predicate) ?? []), object])
    const parts = [...byPredicate].map(([predicate, objects]) => {
      const verb = predicate === RDF_TYPE ? 'a' : name(predicate, prefixes)
      return `${verb} ${objects.map((object) => term(object, prefixes)).join(', ')}`
    })
    lines.push('', `${name(subject, prefixes)} ${parts.join(' ;\n  ')} .`)
  }
  return `${lines.join('\n')}\n`
}

export function bySubject(triples: readonly Triple[]): Map<string, Triple[]> {
  const subjects = new Map<string, Triple[]>()
  for (const triple of triples) {
    const statements = subjects.get(triple.subject)
    if (statements) statements.push(triple)
    else subjects.set(triple.subject, [triple])
  }
  return subjects
}

/** A prefixed name where the rest is plain, else the whole IRI. */
function name(iri: string, prefixes: Readonly<Record<string, string>>): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (!iri.startsWith(namespace)) continue
    const local = iri.slice(namespace.length)
    if (/^[\p{L}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?$/u.test(local)) return `${prefix}:${local}`
  }
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, encodeURIComponent)}>`
}

function term(value: Term, prefixes: Readonly<Record<string, string>>): string {
  if (value.kind === 'iri') return name(value.value, prefixes)
  const text = `"${value.value.replace(/[\\"\u0000-\u001f\u007f]/g, escaped)}"`
  if (value.language !== undefined) return `${text}@${value.language}`
  return value.datatype === undefined ? text : `${text}^^${name(value.datatype, prefixes)}`
}

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const escaped = (char: string): string => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
