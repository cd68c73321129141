import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { PressgraphError } from '../core/errors.ts'

/** Name of the file that says that a process is changing the workspace. */
const LOCK = 'lock'

/**
 * Writes a file so that every reader sees the old content or the new one, never a part: aside first, flushed to the disk, then renamed.
 */
export async function writeAtomic(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const aside = `${file}.${process.pid}.tmp`
  try {
    const handle = await open(aside, 'w')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(aside, file)
  } catch (error) {
    await rm(aside, { force: true })
    throw fileError(error, file, 'written')
  }
}

/** The file's text, or null if there is none. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw fileError(error, file, 'read')
  }
}

/** Appends a line to a file and flushes it. What a crash left of a line at the end, without its line break, is taken away first. */
export async function appendLine(file: string, line: string): Promise<void> {
  const whole = (await readIfThere(file)) ?? ''
  const handle = await open(file, 'a')
  try {
    await handle.truncate(Buffer.byteLength(whole.slice(0, whole.lastIndexOf('\n') + 1)))
    await handle.appendFile(`${line}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What the operating system says, in words that name the file. */
function fileError(error: unknown, file: string, done: string): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
  return reason ? new PressgraphError(`${file} cannot be ${done}: ${reason}`, { cause: error }) : error
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'a part of its path is no folder',
}

/**
 * Takes the workspace's lock; returns what gives it back. A lock whose process is gone is taken over.
 * @throws PressgraphError if another process holds it
 */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, LOCK)
  const content = JSON.stringify({ pid: process.pid, host: hostname() })
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = await open(file, 'wx')
      await handle.writeFile(content)
      await handle.close()
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw fileError(error, file, 'written')
    }
    const owner = await lockOwner(file)
    if (owner && isRunning(owner))
      throw new PressgraphError(`${folder} is being changed by process ${owner.pid} on ${owner.host}`, {
        hint: `Wait until it is done; if it runs no more, delete ${file}.`,
      })
    await rm(file, { force: true })
  }
  throw new PressgraphError(`${file} cannot be taken`, { hint: 'Another process takes it again and again.' })
}

interface Owner {
  readonly pid: number
  readonly host: string
}

/** Who holds the lock; null if the file is gone or was cut while being written. */
async function lockOwner(file: string): Promise<Owner | null> {
  try {
    const { pid, host } = JSON.parse((await readIfThere(file)) ?? '') as Partial<Owner>
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : null
  } catch {
    return null
  }
}

/** Whether the process runs; of another machine's nothing is known, so it is believed to. */
function isRunning({ pid, host }: Owner): boolean {
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
