import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const api = process.env.BORNE_API ?? 'http://127.0.0.1:8080'

/** What every page needs and seldom changes: kept apart, so that an update leaves it in the browser's cache. */
const FOUNDATION = {
  name: 'foundation',
  test: /node_modules\/(react|react-dom|scheduler|@tanstack\/[^/]+|use-sync-external-store)\//,
}

export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    // MapLibre alone is over the default limit of the warning.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: [FOUNDATION] } } },
  },
  server: { proxy: { '/api': api, '/health': api } },
})

/**
 * Writes `.br` and `.gz` beside every text file of the build, so that the server only has to send them. After the
 * files are written: the bundler rewrites its chunks until then.
 */
function precompress(): Plugin {
  return {
    name: 'borne-precompress',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!dir || !/\.(js|mjs|css|html|svg|json)$/.test(name)) continue
        const source = await readFile(join(dir, name))
        if (source.length < 1024) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
        await writeFile(join(dir, `${name}.br`), brotliCompressSync(source, { params }))
        await writeFile(join(dir, `${name}.gz`), gzipSync(source, { level: 9 }))
      }
    },
  }
}
