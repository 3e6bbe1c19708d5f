import { doorway, ground } from "#theme/mark.ts";

/** The product's mark. Decoration: the name stands beside it. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      {[ground, ...doorway].map(({ fill, rect, points = [] }) =>
        rect ? (
          <rect
            key={rect.join()}
            fill={fill}
            x={rect[0]}
            y={rect[1]}
            width={rect[2]}
            height={rect[3]}
            rx={rect[4]}
          />
        ) : (
          <polygon key={points.join()} fill={fill} points={points.join(" ")} />
        ),
      )}
    </svg>
  );
}
