// Imported before anything else and written so that old versions of Node can read it: they are who it is for.
var wanted = [20, 19]
var found = process.versions.node.split('.').map(Number)
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    `Restow needs Node ${wanted.join('.')} or newer; this is ${process.version}. Get it from https://nodejs.org.`,
  )
  process.exit(1)
}
