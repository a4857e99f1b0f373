import type * as Electron from 'electron'
import { honest, notImplemented } from './honest.ts'

function fromArguments(): Map<string, string> {
  const switches = new Map<string, string>()
  for (const argument of process.argv.slice(2)) {
    if (argument === '--') break
    const found = /^--([^=]+)(?:=(.*))?$/s.exec(argument)
    if (found?.[1] !== undefined) switches.set(found[1], found[2] ?? '')
  }
  return switches
}

class HostCommandLine implements Pick<Electron.CommandLine, 'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'> {
  private readonly switches = fromArguments()
  private readonly appended = new Map<string, string>()

  appendSwitch(name: string, value = ''): void {
    this.switches.set(name, value)
    this.appended.set(name, value)
  }
  appendArgument(): never {
    return notImplemented('app.commandLine.appendArgument')
  }
  hasSwitch(name: string): boolean {
    return this.switches.has(name)
  }
  getSwitchValue(name: string): string {
    return this.switches.get(name) ?? ''
  }
  removeSwitch(name: string): void {
    this.switches.delete(name)
    this.appended.delete(name)
  }
  /** What Chromium is to be started with: the switches that the app appended, and two that a person may give. */
  forChromium(): string[] {
    const given = new Map(this.appended)
    for (const name of ['lang', 'force-device-scale-factor']) {
      if (this.switches.has(name)) given.set(name, this.getSwitchValue(name))
    }
    return [...given].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
  }
}

export const commandLine = honest('app.commandLine', new HostCommandLine())
