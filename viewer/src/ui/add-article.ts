import type { ArticleInput, ArticleProgress } from '../../../src/server/types.ts'
import { type LiveSource, type Source, SourceError } from '../data/source.ts'
import type { Words } from '../i18n/index.ts'
import { fill, h } from './dom.ts'

interface Job {
  readonly name: string
  readonly input: () => Promise<ArticleInput>
}

export interface AddDialog {
  readonly open: (files?: readonly File[]) => void
}

/**
 * The dialog that adds articles: a pasted text, files, or an address. They are read one after the other; what fails says why and stays in
 * the form.
 * @param added called after each article that was added, so that the graph grows before one's eyes
 */
export function createAddDialog(words: Words, source: Source, added: () => Promise<void>): AddDialog {
  const { t } = words
  return {
    open: (files = []) => {
      const dialog = h('dialog', { class: 'dialog', 'aria-label': t('add.title'), onclose: () => dialog.remove() })
      document.body.append(dialog)
      if (source.live) form(dialog, source as LiveSource, files)
      else
        fill(
          dialog,
          h('h2', {}, t('add.title')),
          h('p', {}, t('add.unavailable')),
          h('button', { type: 'button', onclick: () => dialog.close() }, t('add.close')),
        )
      dialog.showModal()
    },
  }

  function form(dialog: HTMLDialogElement, live: LiveSource, dropped: readonly File[]): void {
    const text = h('textarea', { rows: 7, placeholder: t('add.text.hint'), 'aria-label': t('add.text') })
    const headline = h('input', { type: 'text', 'aria-label': t('add.headline'), placeholder: t('add.headline') })
    const date = h('input', {
      type: 'text',
      pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?',
      'aria-label': t('add.date'),
      placeholder: t('add.date'),
    })
    const picker = h('input', {
      type: 'file',
      multiple: true,
      accept: '.txt,.md,.html,.htm,text/*',
      'aria-label': t('add.files'),
    })
    const address = h('input', { type: 'url', placeholder: 'https://…', 'aria-label': t('add.url') })
    const log = h('ul', { class: 'log', role: 'log', 'aria-live': 'polite' })
    const start = h('button', { type: 'submit', class: 'primary' }, t('add.start'))
    const cancel = h('button', { type: 'button', hidden: true }, t('add.cancel'))
    let files: readonly File[] = dropped
    const fileNote = h('p', { class: 'aside' }, names(files))
    picker.addEventListener('change', () => {
      files = [...(picker.files ?? [])]
      fill(fileNote, names(files))
    })

    const onsubmit = async (event: Event) => {
      event.preventDefault()
      const jobs = jobsOf()
      if (jobs.length === 0) {
        fill(log, h('li', { class: 'error' }, t('add.nothing')))
        return
      }
      const controller = new AbortController()
      cancel.onclick = () => controller.abort()
      cancel.hidden = false
      start.disabled = true
      const lines = jobs.map(({ name }) => h('li', {}, t('add.waiting', { name })))
      fill(log, ...lines)
      let failed = false
      for (const [index, job] of jobs.entries())
        if (!(await run(live, job, lines[index]!, controller.signal))) failed = true
      cancel.hidden = true
      start.disabled = false
      if (!failed) {
        // What was read is done; what failed stays, to be mended.
        text.value = ''
        address.value = ''
        picker.value = ''
        files = []
        fill(fileNote)
      }
    }

    function jobsOf(): Job[] {
      const jobs: Job[] = []
      const pasted = text.value.trim() === '' ? null : text.value
      if (pasted !== null) {
        const input: ArticleInput = {
          kind: 'text',
          text: pasted,
          ...(headline.value.trim() === '' ? {} : { title: headline.value.trim() }),
          ...(date.value.trim() === '' ? {} : { date: date.value.trim() }),
        }
        jobs.push({ name: t('add.pasted'), input: async () => input })
      }
      for (const file of files)
        jobs.push({
          name: file.name,
          input: async () => ({ kind: 'file', name: file.name, base64: await base64Of(file) }),
        })
      const url = address.value.trim()
      if (url !== '') jobs.push({ name: url, input: async () => ({ kind: 'url', url }) })
      return jobs
    }

    fill(
      dialog,
      h('h2', {}, t('add.title')),
      h(
        'form',
        {
          class: 'stack',
          onsubmit,
          ondragover: (event: DragEvent) => event.preventDefault(),
          ondrop: (event: DragEvent) => {
            event.preventDefault()
            event.stopPropagation()
            files = [...(event.dataTransfer?.files ?? [])]
            fill(fileNote, names(files))
          },
        },
        h('label', { class: 'field' }, h('span', {}, t('add.text')), text),
        h('div', { class: 'pair' }, headline, date),
        h('label', { class: 'field drop' }, h('span', {}, t('add.files')), picker),
        fileNote,
        h('label', { class: 'field' }, h('span', {}, t('add.url')), address),
        log,
        h(
          'div',
          { class: 'actions' },
          start,
          cancel,
          h('button', { type: 'button', onclick: () => dialog.close() }, t('add.close')),
        ),
      ),
    )
  }

  async function run(live: LiveSource, { name, input }: Job, line: HTMLElement, signal: AbortSignal): Promise<boolean> {
    const say = (text: string, kind = '') => {
      line.className = kind
      fill(line, text)
    }
    try {
      signal.throwIfAborted()
      const result = await live.add(await input(), (progress) => say(progressText(name, progress)), signal)
      if (result.kind === 'failed') {
        say(t('add.failed', { name, message: [result.message, result.hint].filter(Boolean).join(' ') }), 'error')
        return false
      }
      say(result.known ? t('add.known', { name }) : t('add.done', { name, claims: result.article.claims }), 'done')
      for (const warning of result.warnings) line.append(h('p', { class: 'aside' }, warning))
      if (!result.known) await added()
      return true
    } catch (error) {
      if (signal.aborted) say(t('add.cancelled', { name }), 'error')
      else if (error instanceof SourceError && error.message !== '')
        say(t('add.failed', { name, message: `${error.problem.message} ${error.problem.hint}` }), 'error')
      else say(t('add.failed', { name, message: t('app.failed.offline') }), 'error')
      return false
    }
  }

  function progressText(name: string, progress: ArticleProgress): string {
    if (progress.kind !== 'progress') return name
    const { stage, done, total } = progress
    return t('add.progress', { name, stage: `${stage} ${done}/${total}` })
  }
}

const names = (files: readonly File[]): string => files.map(({ name }) => name).join(', ')

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  // Function calls take no more than some tens of thousands of arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
