import { readFile } from 'node:fs/promises'
import { Parser, type Quad } from 'n3'
import { InputError } from '../core/errors.ts'

/** Quads of a file in N-Quads or N-Triples, known by its ending (`.nq`, `.nt`), or in TriG or Turtle. */
export async function readQuads(file: string): Promise<Quad[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new InputError(file, `cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
  try {
    return new Parser({
      format: /\.n(?:q|t|quads|triples)$/.test(file) ? 'N-Quads' : 'TriG',
      baseIRI: 'urn:file:',
    }).parse(text)
  } catch (error) {
    throw new InputError(file, `is not RDF: ${(error as Error).message}`)
  }
}
