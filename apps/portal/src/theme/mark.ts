/** The mark: a doorway standing on its sill. Units: 1/64 of its side. Painted in this order. */
export type Shape = {
  readonly fill: string;
  /** Corners in order, straight between them. */
  readonly points?: readonly (readonly [x: number, y: number])[];
  readonly rect?: readonly [x: number, y: number, width: number, height: number, radius: number];
};

export const ground: Shape = { fill: "#1c4f40", rect: [0, 0, 64, 64, 15] };

export const doorway: readonly Shape[] = [
  { fill: "#f4f2ec", rect: [20, 15, 24, 33, 2.5] },
  { fill: "#123a2e", rect: [25.5, 20.5, 13, 27, 0] },
  {
    fill: "#62a68d",
    points: [
      [38.5, 20.5],
      [31, 24],
      [31, 46],
      [38.5, 46],
    ],
  },
  { fill: "#dcb463", rect: [12, 46, 40, 6, 3] },
];
