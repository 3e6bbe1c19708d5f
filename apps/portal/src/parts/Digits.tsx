import styles from "./Digits.module.css";

const GROUP = /.{1,4}/g;

/** A number to be typed, so large that it is read at arm's length; in groups where it is long. */
export function Digits({ label, digits }: { label: string; digits: string }) {
  const groups = digits.length > 6 ? (digits.match(GROUP) ?? [digits]) : [digits];
  return (
    <p
      className={styles.digits}
      role="group"
      aria-label={`${label}: ${Array.from(digits).join(" ")}`}
    >
      {groups.map((group, at) => (
        <span key={at} aria-hidden>
          {group}
        </span>
      ))}
    </p>
  );
}
