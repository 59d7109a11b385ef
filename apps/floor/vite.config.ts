import { readFileSync } from 'node:fs'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import own from './package.json' with { type: 'json' }
import { shellWorker } from './src/worker/build.ts'

// Vite hands variables of this name on to the app.
process.env.VITE_APP_VERSION ??= own.version

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const SHARED = /packages\/domain\/|\/outbox\/|\/scanner\/(?!camera)|\/copy\/|camera\.store|ask\.ts/

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(version) },
  base: '/floor/',
  plugins: [react(), tailwindcss(), shellWorker()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    chunkSizeWarningLimit: 2500,
    // What every screen shares comes in one file: cut into the small ones that seldom screens share, it compresses worse.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED, minShareCount: 2 }] } },
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
})
