type Props = { size?: number };

/** The mark: a doorway standing on its sill (terskel). The same drawing as public/icons/terskel.svg. */
export function Mark({ size = 32 }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="15" fill="#1c4f40" />
      <path d="M20 46V17.5a2.5 2.5 0 0 1 2.5-2.5h19a2.5 2.5 0 0 1 2.5 2.5V46z" fill="#f4f2ec" />
      <path d="M25.5 46V20.5h13V46z" fill="#123a2e" />
      <path d="M38.5 20.5 31 24v22h7.5z" fill="#62a68d" />
      <rect x="12" y="46" width="40" height="6" rx="3" fill="#dcb463" />
    </svg>
  );
}
