import { writeZip } from '../../../../core/formats/zip.ts'

export interface Chapter {
  readonly path: string
  /** The whole file. */
  readonly content: string
  /** Not in the reading order. */
  readonly aside?: boolean
}

/** An EPUB book whose package file is in `OEBPS/`. `more`: other files by their path in the archive. */
export function makeEpub(chapters: readonly Chapter[], metadata = '', more: Readonly<Record<string, string>> = {}): Uint8Array<ArrayBuffer> {
  const items = chapters.map(({ path }, index) => `<item id="c${index}" href="${path}" media-type="application/xhtml+xml"/>`)
  const order = chapters.flatMap(({ aside }, index) => (aside ? [] : [`<itemref idref="c${index}"/>`]))
  const files = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${items.join('')}</manifest><spine>${order.join('')}</spine></package>`,
    ...Object.fromEntries(chapters.map(({ path, content }) => [`OEBPS/${decodeURIComponent(path)}`, content])),
    ...more,
  }
  return writeZip(Object.entries(files).map(([path, content]) => ({ path, bytes: new TextEncoder().encode(content) })))
}

/** A chapter in XHTML. */
export const xhtml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>t</title></head><body>${body}</body></html>`
