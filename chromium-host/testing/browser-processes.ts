import { spawnSync } from 'node:child_process'

/** The processes of the browser that the host with this process id started. */
export function browserProcesses(hostPid: number | undefined): { pid: number; isMain: boolean }[] {
  const mark = `chromium-host-profile-${hostPid ?? 'none'}-`
  const query = "Get-CimInstance Win32_Process | ForEach-Object { \"$($_.ProcessId) $($_.CommandLine)\" }"
  const [command, args] =
    process.platform === 'win32' ? ['powershell', ['-NoProfile', '-Command', query]] as const : ['ps', ['-eo', 'pid=,args=', '-ww']] as const
  const lines = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout.split('\n')
  return lines
    .filter((line) => line.includes(mark))
    .map((line) => ({ pid: Number.parseInt(line, 10), isMain: !line.includes('--type=') }))
}
