import { serialise } from '../model/canonical.ts'
import { codebookSchema, type Codebook } from '../model/codebook.ts'

/** SHA-256 of a text in UTF-8, in lower-case hex; injected, because core has no crypto. */
export type Hash = (utf8: string) => string

/** What annotation sets name a codebook by: the hash of the bytes of its file. */
export function codebookVersion(codebook: Codebook, hash: Hash): string {
  return hash(serialise(codebookSchema, codebook))
}
