import { describe, expect, it } from 'vitest'
import { cli } from '../support/cli.ts'

const COMMANDS = ['build', 'extract', 'analyze', 'query', 'export', 'serve', 'validate', 'evaluate']

describe('help', () => {
  it('lists the commands, examples and exit codes', async () => {
    const { code, out } = await cli(['--help'])
    expect(code).toBe(0)
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(out).toContain('Exit codes: 0 done, 1 the work failed, 2 the call was wrong.')
  })

  it.each(COMMANDS)('of %s has an example', async (command) => {
    const { code, out, err } = await cli([command, '--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`Examples:\\n  \\$ .*pressgraph ${command}`))
  })

  it('says the version', async () => {
    expect(await cli(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })
})

describe('wrong calls', () => {
  it.each([
    [[], /Usage: pressgraph/],
    [['bild'], /unknown command 'bild'.*\n.*Did you mean build/],
    [['query', '--formt', 'csv'], /unknown option '--formt'/],
    [['extract'], /missing required argument 'input'/],
    [['export', '--format', 'docx'], /Allowed choices are turtle, trig/],
    [['query', '--timeout', 'bald', 'ASK {}'], /Give a positive number of seconds/],
    [['serve', '--port', '70000'], /Give a number from 0 to 65535/],
    [['query'], /no query is given/],
    [['query', 'ASK {}', '--name', 'experts'], /more than one query is given/],
    [['query', '--name', 'nope'], /there is no query "nope"/],
    [['query', '--name', 'about'], /Name it: --entity/],
    [['query', '--name', 'experts', '--entity', 'Putin'], /--entity goes with/],
    [['query', '--file', '/no/such.rq'], /\/no\/such\.rq cannot be read: ENOENT/],
    [['analyze', 'x.txt', '--input', 'pdf'], /"pdf" is no kind of input/],
    [['evaluate', 'vibes', 'x'], /there is no task "vibes"/],
    [['extract', 'x.txt', '--ontology', '/no/such.ttl'], /\/no\/such\.ttl cannot be read/],
    [['extract', 'x.txt', '--model', '/no/such'], /\/no\/such is no model/],
  ])('%j end with 2 and a way out', async (args, message) => {
    const { code, out, err } = await cli(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(message)
  })
})

describe('failures', () => {
  it('end with 1 and name the folder and the way out', async () => {
    for (const command of [['query', 'ASK {}'], ['export'], ['validate'], ['serve'], ['build']]) {
      const { code, err } = await cli([...command, '-w', '/no/workspace'])
      expect(code).toBe(1)
      expect(err).toContain('error: /no/workspace is no workspace')
      expect(err).toContain('hint: Make one with `pressgraph build')
    }
  })

  it('are coloured on a terminal only, and not where nobody wants it', async () => {
    const ESC = '\u001b'
    const args = ['export', '-w', '/no/workspace']
    expect((await cli(args)).err).not.toContain(ESC)
    expect((await cli(args, { tty: true })).err).toContain(ESC)
    expect((await cli(args, { tty: true, env: { NO_COLOR: '1' } })).err).not.toContain(ESC)
  })

  it('cannot command the terminal by a file name', async () => {
    const { err } = await cli(['extract', 'a\u001b[31m\u0007.txt'])
    expect(err).toContain('a\ufffd[31m\ufffd.txt: no file matches')
  })
})
