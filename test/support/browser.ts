/** The browser of the tests: the Chromium that npm carries, unpacked once, started without a sandbox or a screen. */
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Makes the package unpack its own shared libraries too, since a bare machine has none of them. */
const CLEAN_MACHINE = 'AWS_Lambda_nodejs22.x'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-zygote',
  '--hide-scrollbars',
  '--font-render-hinting=none',
]

/** Where Chromium of this version stands; unpacked aside and moved into place, so that two runs do not collide. */
async function unpacked(): Promise<string> {
  const about = new URL('../../package.json', import.meta.resolve('@sparticuz/chromium'))
  const { version } = JSON.parse(await readFile(about, 'utf8')) as { version: string }
  const folder = join(tmpdir(), `highwater-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (await exists(join(folder, 'chromium'))) return folder
  const aside = await mkdtemp(`${folder}-`)
  const before = { TMPDIR: process.env['TMPDIR'], AWS_EXECUTION_ENV: process.env['AWS_EXECUTION_ENV'] }
  Object.assign(process.env, { TMPDIR: aside, AWS_EXECUTION_ENV: CLEAN_MACHINE })
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    restore(before)
  }
  await rename(aside, folder).catch(async (error: unknown) => {
    await rm(aside, { recursive: true, force: true })
    if (!(await exists(join(folder, 'chromium')))) throw error
  })
  return folder
}

function restore(before: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

/** Starts the browser; the caller closes it. */
export async function startBrowser(): Promise<Browser> {
  const folder = await unpacked()
  const home = join(folder, 'home')
  await mkdir(home, { recursive: true })
  // The carried list of fonts names folders of another machine; ours names where they were unpacked.
  await writeFile(join(home, 'fonts.conf'), fontsIn(folder))
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ARGS,
    env: {
      ...process.env,
      HOME: home,
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
    },
  })
}

const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'home', 'fonts-cache')}</cachedir></fontconfig>
`
