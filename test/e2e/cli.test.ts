import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const main = join(root, 'dist/src/cli/main.js')
const article = join(root, 'data/articles/wladiwostok.txt')

let folder: string
beforeAll(async () => {
  if (!existsSync(main)) throw new Error('dist is missing: run `npm run build` first')
  folder = await mkdtemp(join(tmpdir(), 'pressgraph-e2e-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, [main, ...args], { cwd: folder, env: { ...process.env, ...env } })

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, out, err }
}

const run = (args: readonly string[], env?: NodeJS.ProcessEnv) => ended(start(args, env))

describe('the compiled command line', () => {
  it('is a program', async () => {
    expect((await readFile(main, 'utf8')).startsWith('#!/usr/bin/env node\n')).toBe(true)
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('loads no model for help', async () => {
    const probe = `await import(${JSON.stringify(join(root, 'dist/src/cli/program.js'))})
      process.stdout.write(JSON.stringify(process.report.getReport().sharedObjects.filter((name) => /onnx/.test(name))))`
    expect((await ended(spawn(process.execPath, ['--input-type=module', '-e', probe]))).out).toBe('[]')
  })

  it('gives the same bytes in another time zone and locale', async () => {
    const here = await run(['extract', article], { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' })
    const there = await run(['extract', article], {
      TZ: 'Pacific/Auckland',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    })
    expect(here.code).toBe(0)
    expect(there.out).toBe(here.out)
  })

  it('ends without a word when its reader goes away', async () => {
    expect((await run(['build', article, '-w', 'pipe'])).code).toBe(0)
    const child = start(['export', '-w', 'pipe', '-f', 'nquads'])
    child.stdout?.once('data', () => child.stdout?.destroy())
    let err = ''
    child.stderr?.on('data', (chunk) => {
      err += chunk
    })
    const code = await new Promise((done) => child.once('close', done))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  /** Sends a signal, once, as soon as the workspace holds an article. */
  function signalAtFirstArticle(child: ChildProcess, workspace: string, signal: NodeJS.Signals): void {
    const waiting = setInterval(async () => {
      const there = await readdir(join(folder, workspace, 'documents')).catch(() => [])
      if (there.length === 0 || child.killed) return
      clearInterval(waiting)
      child.kill(signal)
    }, 5)
  }

  it('stops at Ctrl-C with a whole workspace, and goes on', async () => {
    await mkdir(join(folder, 'many'))
    for (let i = 10; i < 70; i++)
      await writeFile(
        join(folder, 'many', `${i}.txt`),
        `Wladimir Putin hat ${i} Städte besucht.\n\nEr traf Kim Jong Un in Wladiwostok.\n`,
      )
    const child = start(['build', 'many', '-w', 'stopped', '--json'])
    signalAtFirstArticle(child, 'stopped', 'SIGINT')
    const stopped = await ended(child)
    expect(stopped).toMatchObject({
      code: 1,
      err: expect.stringContaining('the same command goes on where it stopped'),
    })
    const { added } = JSON.parse(stopped.out)
    expect(added).toBeLessThan(60)
    expect(await readdir(join(folder, 'stopped'))).not.toContain('lock')
    const resumed = await run(['build', 'many', '-w', 'stopped', '--json'])
    expect(JSON.parse(resumed.out)).toMatchObject({ added: 60 - added, known: added, failed: 0 })
  })

  it('takes over after a crash in the middle, and comes to the same bytes', async () => {
    const child = start(['build', 'many', '-w', 'crashed'])
    signalAtFirstArticle(child, 'crashed', 'SIGKILL')
    expect((await ended(child)).code).toBeNull()
    expect(await run(['build', 'many', '-w', 'crashed'])).toMatchObject({ code: 0 })
    const graph = async (workspace: string) => {
      const names = (await readdir(join(folder, workspace, 'graph'))).sort()
      return Promise.all(names.map((file) => readFile(join(folder, workspace, 'graph', file), 'utf8')))
    }
    expect(await graph('crashed')).toEqual(await graph('stopped'))
  })

  it('keeps two builds apart', async () => {
    const both = await Promise.all([run(['build', 'many', '-w', 'both']), run(['build', article, '-w', 'both'])])
    const codes = both.map(({ code }) => code)
    expect(codes).toContain(0)
    for (const { code, err } of both) if (code !== 0) expect(err).toContain('is being changed by process')
  })

  it('does the first run', async () => {
    const child = spawn(process.execPath, [join(root, 'dist/src/cli/start.js')], { cwd: folder })
    const { code, out } = await ended(child)
    expect(code).toBe(0)
    expect(out).toMatch(/entities +\d+: .*Person/)
    expect(out).toMatch(/Wladimir Putin +Kim Jong Un/)
    expect(await readFile(join(folder, 'pressgraph-workspace/graph.ttl'), 'utf8')).toContain('pg:meets ent:Kim_Jong_Un')
  })
}, 120_000)
