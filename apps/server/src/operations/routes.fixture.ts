/** Method and pattern of every route, out of the tree that the router prints. */
export function routesOf(tree: string): string[] {
  const path: string[] = []
  return tree.split('\n').flatMap((line) => {
    const found = /^([│ ├└─]*)(\S*)(?: \(([A-Z, ]+)\))?/u.exec(line)
    if (!found?.[2]) return []
    const [, indent = '', part = '', methods = ''] = found
    path.length = Math.max(0, indent.length / 4 - 1)
    path.push(part)
    const named = methods.split(', ').filter((method) => method !== '' && method !== 'HEAD')
    return named.map((method) => `${method} ${path.join('')}`)
  })
}
