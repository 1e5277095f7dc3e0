/** Two candles and the line through them. */
export function Logo() {
  return (
    <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="var(--accent)" strokeWidth="1.75" role="img">
      <title>Hindcast</title>
      <path d="M7 3v3M7 14v4M17 6v4M17 18v3" />
      <rect x="4.5" y="6" width="5" height="8" rx="1" />
      <rect x="14.5" y="10" width="5" height="8" rx="1" />
      <path d="M2.5 20.5 9 17l5 1.5 7.5-6" strokeWidth="1.25" />
    </svg>
  );
}
