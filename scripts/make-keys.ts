// Writes docs/keys.md from the table of actions and the keys of the starter codebook. With --check, fails if it is not up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fieldKeys, keysHere, readingKeys, type FixedKeys } from '../src/core/actions/fixed-keys.ts'
import { keyText } from '../src/core/actions/keys.ts'
import { actionGroups, actionTable } from '../src/core/actions/table.ts'
import type { ActionEntry, ActionGroup } from '../src/core/actions/table.ts'
import { pledgesAndAgreements } from '../src/core/codebook/starter.ts'
import { keysTexts } from '../src/renderer/i18n/en/keys-texts.ts'

const file = join(import.meta.dirname, '../docs/keys.md')
const table: readonly ActionEntry[] = actionTable

const GROUPS: Readonly<Record<ActionGroup, string>> = {
  project: 'Project',
  articles: 'Articles',
  annotating: 'Annotating',
  reviewing: 'Reviewing',
  codebook: 'Codebook',
  finding: 'Finding',
  view: 'View',
  help: 'Help',
}

export function keysPage(): string {
  const labels = pledgesAndAgreements.labels.filter(({ key, active }) => key !== undefined && active !== false)
  return [
    '# Keys',
    '',
    'This page is made from the table that the app itself uses (`npm run keys`). In the app, **?** or **F1** shows it, lets you search it',
    'and give commands other keys; **Ctrl+K** (⌘K on a Mac) finds every command by name.',
    '',
    '## Labels of the codebook “Pledges and agreements”',
    '',
    'With words selected, the key labels them. With an annotation selected, it changes the label. Other codebooks have their own',
    'keys; the bar below the text shows them.',
    '',
    ...rows('Label', labels.map(({ name, key }) => [name, cap(key ?? ''), cap(key ?? '')])),
    '',
    '## Moving in the text',
    '',
    'With Shift the same keys select. In right-to-left text the arrows go the way they point.',
    '',
    ...rows('Move', readingKeys.map((entry) => fixedRow(keysTexts[`moving.${entry.id}`], entry))),
    '',
    '## In a field of the inspector',
    '',
    ...rows('Do', fieldKeys.map((entry) => fixedRow(keysTexts[`field-key.${entry.id}`], entry))),
    '',
    ...actionGroups.flatMap((group) => [`## ${GROUPS[group]}`, '', ...rows('Command', table.filter((entry) => entry.group === group).map(actionRow)), '']),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function fixedRow(what: string, entry: FixedKeys): readonly string[] {
  return [what, ...(['linux', 'darwin'] as const).map((platform) => keysHere(entry, platform).map((one) => cap(keyText(one, platform))).join(' '))]
}

function actionRow({ title, keys }: ActionEntry): readonly string[] {
  return [title, ...(['linux', 'darwin'] as const).map((platform) => keys.map((one) => cap(keyText(one, platform))).join(' or '))]
}

function rows(what: string, lines: readonly (readonly string[])[]): string[] {
  return [`| ${what} | Windows, Linux | Mac |`, '|---|---|---|', ...lines.map((cells) => `| ${cells.join(' | ')} |`)]
}

function cap(keys: string): string {
  return `\`${keys}\``
}

if (process.argv[1] === import.meta.filename) {
  const text = keysPage()
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is out of date: run npm run keys`)
    process.exitCode = 1
  }
}
