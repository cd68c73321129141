import { readFile } from 'node:fs/promises'
import { Parser, type Quad } from 'n3'
import { InputError } from '../core/errors.ts'

/** Quads of a file in Turtle, TriG, N-Triples or N-Quads, which one grammar reads. */
export async function readQuads(file: string): Promise<Quad[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new InputError(file, `cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
  try {
    return new Parser({ format: /\.(?:nq|nt)$/.test(file) ? 'N-Quads' : 'TriG', baseIRI: 'urn:file:' }).parse(text)
  } catch (error) {
    throw new InputError(file, `is not RDF: ${(error as Error).message}`)
  }
}
