/** The mark: a cross of care whose upright is the road through. Drawn with attributes, so that the CSP allows it. */
export function Mark() {
  return (
    <svg data-mark="" viewBox="0 0 34 34" className="size-8.5 shrink-0" aria-hidden="true" focusable="false">
      <rect width="34" height="34" rx="9" className="fill-action" />
      <rect x="8" y="15" width="18" height="4.5" rx="2.25" className="fill-on-action" />
      <rect x="14.75" y="8" width="4.5" height="18" rx="2.25" className="fill-mark-accent" />
    </svg>
  )
}
