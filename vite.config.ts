/** Builds the page: one small entry, a chunk for each page, hashed names; in development it asks a running server. */
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const ROOT = resolve(import.meta.dirname, 'src/web')
const OUT = resolve(import.meta.dirname, 'dist/web')
const SERVER = process.env['HIGHWATER_URL'] ?? 'http://127.0.0.1:8080'

/** The frame, the parts and the packages under them; not what single pages, the palette or the charts bring. */
const isShared = (id: string): boolean =>
  /node_modules\/(?:preact|wouter-preact|regexparam)\/|vite\/preload-helper/.test(id) ||
  (/src\/(?:client|domain|web)\/[^/]+\.(?:tsx?|css)$/.test(id) && !/\/(?:period|calendar)\./.test(id)) ||
  (/src\/web\/parts\//.test(id) && !/parts\/markdown/.test(id))

/** What pages with forms and lists share, and a page that is only read does not need. */
const isForm = (id: string): boolean =>
  /src\/web\/(?:parts\/(?:field|dialog|listing|gate|table)\.|saving\.)/.test(id)

export default defineConfig({
  root: ROOT,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    target: 'es2022',
    // The first versions with light-dark() and native nesting, so that neither is rewritten.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // On a slow line each file costs a round trip: what every page shares is one file, a page is one more.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'forms', test: isForm, priority: 2 },
            { name: 'shared', test: isShared, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': { target: SERVER, changeOrigin: false } },
    // The fonts lie outside the page's folder.
    fs: { allow: [import.meta.dirname, realpathSync(resolve(import.meta.dirname, 'node_modules'))] },
  },
})
