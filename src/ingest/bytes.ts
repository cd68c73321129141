import { createReadStream } from 'node:fs'
import { InputError } from '../core/errors.ts'

/** What was read of an input, before anyone asks what it says. */
export interface RawInput {
  /** File name, address or `<stdin>`, for messages. */
  readonly input: string
  readonly bytes: Uint8Array
  /** File name or final address. */
  readonly source: string | null
  /** Media type and encoding, as a server declares them. */
  readonly mediaType?: string
  readonly charset?: string
}

/** Bytes in the form that messages give them: `10 MB`. */
export const megabytes = (bytes: number): string => `${Math.round(bytes / 100_000) / 10} MB`

/**
 * Reads a stream to its end, or to the limit.
 * @throws InputError if there is more than `limit` bytes
 */
export async function collect(
  chunks: AsyncIterable<Uint8Array | string>,
  limit: number,
  input: string,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    const part = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    length += part.length
    if (length > limit)
      throw new InputError(
        input,
        `too large: more than ${megabytes(limit)}`,
        'Split it: pressgraph reads one article an input.',
      )
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** @throws InputError if the file cannot be read or is larger than `limit` bytes */
export async function readFileBytes(file: string, limit: number): Promise<Uint8Array> {
  try {
    return await collect(createReadStream(file), limit, file)
  } catch (error) {
    const reason = FILE_PROBLEMS[(error as NodeJS.ErrnoException).code ?? '']
    if (reason) throw new InputError(file, reason)
    throw error
  }
}

const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder',
  ENOTDIR: 'no such file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EIO: 'the disk failed while reading it',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
}

const MAX_REDIRECTS = 5

/**
 * Fetches a page by HTTP(S), following at most five redirects.
 * @throws InputError if it cannot be had within `timeoutMs`, is larger than `limit` bytes, or is answered with an error
 */
export async function fetchBytes(
  address: string,
  options: {
    readonly limit: number
    readonly timeoutMs: number
    readonly fetch?: typeof fetch
    readonly signal?: AbortSignal
  },
): Promise<RawInput> {
  const { limit, timeoutMs } = options
  const get = options.fetch ?? fetch
  const deadline = AbortSignal.timeout(timeoutMs)
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
  let url = new URL(address)
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const response = await get(url, {
        redirect: 'manual',
        signal,
        headers: { 'user-agent': 'pressgraph', accept: 'text/html, text/markdown, text/plain;q=0.9, */*;q=0.5' },
      })
      const location = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel()
        url = new URL(location, url)
        if (url.protocol !== 'http:' && url.protocol !== 'https:')
          throw new InputError(address, `redirects to ${url.protocol}, which is not read`)
        continue
      }
      if (!response.ok)
        throw new InputError(address, `the server answers ${response.status} ${response.statusText}`.trim())
      const type = response.headers.get('content-type') ?? ''
      const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1]
      const bytes = await collect((response.body ?? []) as AsyncIterable<Uint8Array>, limit, address)
      return {
        input: address,
        bytes,
        source: url.href,
        mediaType: type.split(';')[0]!.trim().toLowerCase(),
        ...(charset && { charset }),
      }
    }
  } catch (error) {
    if (error instanceof InputError || options.signal?.aborted) throw error
    if (deadline.aborted) throw new InputError(address, `no answer within ${timeoutMs / 1000} seconds`)
    const cause = (error as Error).cause
    throw new InputError(
      address,
      `cannot be fetched: ${(cause instanceof Error && cause.message) || (error as Error).message}`,
    )
  }
  throw new InputError(address, `more than ${MAX_REDIRECTS} redirects`)
}
