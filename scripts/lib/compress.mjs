import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
/** Almost as small as the best there is, at a tenth of its time. */
const QUALITY = 9
const WORTH_IT = /\.(js|css|wasm)$/

/**
 * Puts compressed copies beside an app's built files, for the server to hand out: once here, instead of with every request.
 * Browsers take brotli over HTTPS only, gzip everywhere.
 */
export async function compressAssets(dist) {
  const folder = join(dist, 'assets')
  const files = (await readdir(folder)).filter((name) => WORTH_IT.test(name))
  await Promise.all(files.map((name) => compress(join(folder, name))))
}

async function compress(path) {
  const bytes = await readFile(path)
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  await Promise.all([
    brotli(bytes, { params }).then((smaller) => writeFile(`${path}.br`, smaller)),
    gzip(bytes, { level: 9 }).then((smaller) => writeFile(`${path}.gz`, smaller)),
  ])
}
