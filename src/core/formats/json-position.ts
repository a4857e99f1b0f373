export type JsonPath = readonly PropertyKey[]

/** Line (1-based) where the value at `path` starts in a JSON text, or of the nearest value around it that is there. */
export function lineOfPath(json: string, path: JsonPath): number {
  const found = { at: skipBlanks(json, 0), depth: 0 }
  scan(json, path, found)
  return lineAt(json, found.at)
}

/** Line (1-based) where a text stops being JSON, or null when it is JSON. */
export function lineOfSyntaxError(json: string): number | null {
  const end = scan(json, [], { at: 0, depth: 0 })
  const stop = end < 0 ? -end - 1 : skipBlanks(json, end)
  return end >= 0 && stop === json.length ? null : lineAt(json, Math.min(stop, json.length))
}

export function lineAt(text: string, at: number): number {
  let line = 1
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line += 1
  return line
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const ATOM = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y

interface Open {
  readonly array: boolean
  /** Index in an array; key of the value being read in an object. */
  place: number | string
  /** How many steps of the path lead here, or -1 when this is off the path. */
  readonly depth: number
}

/** Walks the text without recursion; the offset after the value, or `-(offset of the error) - 1`. */
function scan(json: string, path: JsonPath, found: { at: number; depth: number }): number {
  const open: Open[] = []
  let at = skipBlanks(json, 0)
  for (;;) {
    const parent = open.at(-1)
    const depth = depthOf(parent, path)
    if (depth > found.depth) Object.assign(found, { at, depth })
    const sign = json[at]
    if (sign === '{' || sign === '[') {
      const inside = skipBlanks(json, at + 1)
      if (json[inside] !== (sign === '{' ? '}' : ']')) {
        const next: Open = { array: sign === '[', place: 0, depth }
        open.push(next)
        at = sign === '[' ? inside : readKey(json, inside, next)
        if (at < 0) return at
        continue
      }
      at = inside + 1
    } else {
      const after = sign === '"' ? stringEnd(json, at) : match(json, at, ATOM)
      if (after < 0) return after
      at = after
    }
    at = afterValue(json, at, open)
    if (at < 0 || open.length === 0) return at
  }
}

/** From the end of a value to the start of the next one, leaving what closes here. */
function afterValue(json: string, from: number, open: Open[]): number {
  let at = from
  for (let top = open.at(-1); top; top = open.at(-1)) {
    at = skipBlanks(json, at)
    if (json[at] === ',') {
      at = skipBlanks(json, at + 1)
      if (!top.array) return readKey(json, at, top)
      top.place = Number(top.place) + 1
      return at
    }
    if (json[at] !== (top.array ? ']' : '}')) return -at - 1
    open.pop()
    at += 1
  }
  return at
}

function readKey(json: string, at: number, into: Open): number {
  const end = stringEnd(json, at)
  if (end < 0) return end
  const colon = skipBlanks(json, end)
  if (json[colon] !== ':') return -colon - 1
  into.place = String(JSON.parse(json.slice(at, end)))
  return skipBlanks(json, colon + 1)
}

function depthOf(parent: Open | undefined, path: JsonPath): number {
  if (!parent) return 0
  return parent.depth >= 0 && path[parent.depth] === parent.place ? parent.depth + 1 : -1
}

function stringEnd(json: string, from: number): number {
  if (json[from] !== '"') return -from - 1
  for (let at = from + 1; ;) {
    const unit = json.charCodeAt(at)
    if (unit === 0x22) return at + 1
    // Beyond the end the unit is NaN, which is not at least a blank either.
    if (!(unit >= 0x20)) return -at - 1
    at = unit === 0x5c ? match(json, at, ESCAPE) : at + 1
    if (at < 0) return at
  }
}

function match(json: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at
  return pattern.test(json) ? pattern.lastIndex : -at - 1
}

function skipBlanks(json: string, from: number): number {
  let at = from
  while (json[at] === ' ' || json[at] === '\n' || json[at] === '\r' || json[at] === '\t') at += 1
  return at
}
