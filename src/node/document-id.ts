import { createHash } from 'node:crypto'

/** The id of a text: the first twelve hex digits of the SHA-256 of its UTF-8 bytes. */
export const documentId = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 12)
