/** An e-mail address that breaks where a reader would: before the at sign, and only then anywhere. */
export function EmailText({ address }: { address: string }) {
  const [name = '', domain] = address.split('@')
  return (
    <span className="wrap-anywhere">
      {name}
      {domain === undefined ? null : (
        <>
          <wbr />@{domain}
        </>
      )}
    </span>
  )
}
