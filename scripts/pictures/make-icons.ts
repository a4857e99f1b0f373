// Renders build/icon.svg, and build/icon-small.svg for the sizes where pixels count, to build/icons/<size>.png.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findChromium } from '../lib/runtime.mjs'

const build = join(import.meta.dirname, '../../build')
const SMALL = [16, 24, 32]
const LARGE = [48, 64, 128, 256, 512, 1024]

const executablePath = findChromium()
if (executablePath === null) throw new Error('No Chromium, Chrome or Edge found. Run: node scripts/setup.mjs --for test')
mkdirSync(join(build, 'icons'), { recursive: true })
const browser = await chromium.launch({ executablePath })
try {
  const page = await browser.newPage()
  for (const size of [...SMALL, ...LARGE]) {
    const drawing = readFileSync(join(build, SMALL.includes(size) ? 'icon-small.svg' : 'icon.svg'), 'utf8')
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`)
    writeFileSync(join(build, 'icons', `${size}.png`), await page.screenshot({ omitBackground: true }))
  }
} finally {
  await browser.close()
}
