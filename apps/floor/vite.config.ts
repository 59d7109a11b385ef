import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import own from './package.json' with { type: 'json' }
import { shellWorker } from './src/worker/build.ts'

// Vite hands variables of this name on to the app.
process.env.VITE_APP_VERSION ??= own.version

export default defineConfig({
  base: '/floor/',
  plugins: [react(), tailwindcss(), shellWorker()],
  build: { outDir: 'dist', target: 'es2022', chunkSizeWarningLimit: 2500 },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
})
