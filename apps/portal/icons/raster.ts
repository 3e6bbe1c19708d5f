import { crc32, deflateSync } from "node:zlib";
import type { Shape } from "../src/theme/mark.ts";

const samples = 4;

/** Paints shapes (in 1/64 of the side) into a square PNG of `side` pixels; unpainted is transparent. */
export function png(shapes: readonly Shape[], side: number): Buffer {
  const rows = Buffer.alloc(side * (side * 4 + 1));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      rows.set(pixel(shapes, x, y, side), y * (side * 4 + 1) + 1 + x * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // 8 bits a channel, red-green-blue-alpha (PNG 3rd edition § 11.2.1).
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The mean of a pixel's samples: red, green, blue, alpha. */
function pixel(shapes: readonly Shape[], x: number, y: number, side: number): number[] {
  const sum = [0, 0, 0];
  let painted = 0;
  for (let sample = 0; sample < samples ** 2; sample += 1) {
    const at = (whole: number, part: number) => ((whole + (part + 0.5) / samples) * 64) / side;
    const u = at(x, sample % samples);
    const v = at(y, Math.floor(sample / samples));
    const top = shapes.findLast((shape) => covers(shape, u, v));
    if (!top) continue;
    painted += 1;
    for (const channel of [0, 1, 2]) {
      const hex = top.fill.slice(1 + channel * 2, 3 + channel * 2);
      sum[channel] = (sum[channel] ?? 0) + Number.parseInt(hex, 16);
    }
  }
  if (painted === 0) return [0, 0, 0, 0];
  return [...sum.map((value) => Math.round(value / painted)), (painted / samples ** 2) * 255];
}

function covers({ rect, points = [] }: Shape, u: number, v: number): boolean {
  if (rect) {
    const [x, y, width, height, radius] = rect;
    const dx = Math.max(x + radius - u, 0, u - (x + width - radius));
    const dy = Math.max(y + radius - v, 0, v - (y + height - radius));
    return radius > 0 ? Math.hypot(dx, dy) <= radius : dx === 0 && dy === 0;
  }
  // Even-odd rule: how many edges lie to the right of the point.
  let inside = false;
  for (const [index, [x1, y1]] of points.entries()) {
    const [x2, y2] = points.at(index - 1) ?? [0, 0];
    if (y1 > v !== y2 > v && u < ((x2 - x1) * (v - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
