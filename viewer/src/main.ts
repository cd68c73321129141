import { pause } from './data/pause.ts'
import { embeddedSource, SourceError, serverSource } from './data/source.ts'
import { preferredLocale, wordsOf } from './i18n/index.ts'
import { warmUp } from './sigma/lean-sigma.ts'
import { App, loadModel } from './ui/app.ts'
import { h } from './ui/dom.ts'

const root = document.getElementById('app')!
const source = embeddedSource(document) ?? serverSource(new URL('./', location.href))
const words = wordsOf(preferredLocale(navigator.languages))

async function start(): Promise<void> {
  root.replaceChildren(h('p', { class: 'loading', role: 'status' }, words.t('app.loading')))
  try {
    const loading = loadModel(source)
    // What goes wrong is told when it is waited for.
    loading.catch(() => {})
    // Reading this program was a task of its own.
    await pause()
    warmUp()
    const model = await loading
    await pause()
    const app = new App(root, source, model)
    // For tests, and for whoever looks at the viewer from the browser's console.
    Object.assign(globalThis, { pressgraph: app })
  } catch (error) {
    const problem =
      error instanceof SourceError
        ? error.problem
        : error instanceof TypeError
          ? { message: words.t('app.failed'), hint: words.t('app.failed.offline') }
          : { message: words.t('app.failed'), hint: String(error) }
    root.replaceChildren(
      h(
        'div',
        { class: 'loading', role: 'alert' },
        h('h1', {}, problem.message),
        h('p', {}, problem.hint),
        h('button', { type: 'button', onclick: start }, words.t('app.retry')),
      ),
    )
  }
}

await start()
