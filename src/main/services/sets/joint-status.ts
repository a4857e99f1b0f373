import type { SaveStatus } from './save-status.ts'

/** One word on saving for everything that saves: a failure is said before work under way, and “saved” only when all is. */
export function createJointStatus<Part extends string>(say: (status: SaveStatus) => void): { of: (part: Part) => (status: SaveStatus) => void } {
  const parts = new Map<Part, SaveStatus>()
  const joint = (latest: SaveStatus): SaveStatus => {
    const all = [...parts.values()]
    return all.find(({ state }) => state === 'failed') ?? all.find(({ state }) => state === 'saving') ?? latest
  }
  return {
    of: (part) => (status) => {
      parts.set(part, status)
      say(joint(status))
    },
  }
}
