/*
 * Ids and names of documents as IRIs. A UUID is `urn:uuid:…`; an IRI stays as it is; any other id stands below its document and
 * annotator, so that the same id in another document is another IRI.
 */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const IRI = /^(?:[a-z][a-z0-9+.-]*:|#)[^\s<>"{}|\\^`]+$/i
const OWN_ID = 'urn:concord:annotation:'
const OWN_SOURCE = 'urn:concord:article:'

export function iriOfId(id: string, document: string, annotator: string | null): string {
  if (UUID.test(id)) return `urn:uuid:${id}`
  return IRI.test(id) && !id.startsWith('urn:uuid:') && !id.startsWith(OWN_ID) ? id : qualified(id, document, annotator)
}

export function qualified(id: string, document: string, annotator: string | null): string {
  return `${OWN_ID}${[document, annotator ?? '', id].map(encode).join(':')}`
}

export function idOfIri(iri: string): string {
  if (iri.startsWith('urn:uuid:') && UUID.test(iri.slice(9))) return iri.slice(9)
  return iri.startsWith(OWN_ID) ? decode(iri.slice(iri.lastIndexOf(':') + 1)) : iri
}

export function iriOfDocument(name: string): string {
  return IRI.test(name) && !name.startsWith(OWN_SOURCE) ? name : OWN_SOURCE + name.split('/').map(encode).join('/')
}

export function documentOfIri(iri: string): string {
  return iri.startsWith(OWN_SOURCE) ? decode(iri.slice(OWN_SOURCE.length)) : iri
}

/** For a collection without a name of its own. */
export function iriOfCollection(name: string): string {
  return `urn:concord:annotations:${encode(name)}`
}

/** `encodeURIComponent`, with U+FFFD for what is no character. */
export function encode(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
