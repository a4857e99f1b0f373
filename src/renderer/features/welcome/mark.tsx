/** The app's sign: two brackets that meet. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" fill="none" strokeWidth={4} strokeLinejoin="round" aria-hidden>
      <path d="M19 8H7v24h12" stroke="var(--accent)" />
      <path d="M21 8h12v24H21" stroke="var(--label-orange)" />
    </svg>
  )
}
