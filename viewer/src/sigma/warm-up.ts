/**
 * Lets the browser get WebGL ready while there is nothing to draw yet: the first context of a page may take a fifth of a second, in which
 * the page stands still.
 */
export function warmUp(): void {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
}
