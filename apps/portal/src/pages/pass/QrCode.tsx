import encode from "qr";
import { useEffect, useRef } from "react";
import styles from "./Pass.module.css";

/** Around the code, so that a reader finds it (ISO/IEC 18004 § 6.3.8). */
const QUIET = 4;

/** Black on white in any colour scheme: readers look for the dark. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encode(text, "raw", { ecc: "medium", border: QUIET });
  const size = rows.length;
  const drawn = useRef<SVGSVGElement>(null);
  // On a small phone something may stand above it; nobody with a bag in one hand is to scroll.
  useEffect(() => {
    drawn.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      ref={drawn}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={styles.code}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
